const encode = (text) => encodeURIComponent(text.trim()); // fault: encoded-twice

export function address(text) {
    return encode(text);
}

export const message = (id, transferTarget) => ({
    type: 'PureCloud.Interaction.updateState',
    data: { action: 'blindTransfer', id, participantContext: { transferTarget, transferTargetType: 'address' } }
});
