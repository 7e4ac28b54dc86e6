const UPDATE = 'PureCloud.Interaction.updateState';

export const updateState = (action, id, more) => ({ type: UPDATE, data: { action, id, ...more } });

function transfer(id, transferTarget) {
    return updateState('blindTransfer', id, { participantContext: { transferTarget, transferTargetType: 'address' } });
}

export const toFlow = (id, name) => transfer(id, `sip:${encodeURIComponent(name)}`);
export const toPhone = (id, number) => transfer(id, encodeURIComponent(number));
