export const TYPES = {
    state: 'PureCloud.Interaction.updateState',
    attributes: 'PureCloud.Interaction.addCustomAttributes'
};

export function updateState(data) {
    return { type: TYPES.state, data };
}

export function flowTarget(name) {
    const encoded = encodeURIComponent(name);
    return { transferTarget: ['sip', encoded].join(':'), transferTargetType: 'address' };
}
