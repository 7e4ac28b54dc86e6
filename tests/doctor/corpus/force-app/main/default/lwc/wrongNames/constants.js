export const TYPES = Object.freeze({
    prefix: 'PureCloud.Interaction',
    state: 'PureCloud.Interaction.updateState'
});
