/** A file beside one that does not parse is judged all the same. */
export const message = { type: 'PureCloud.Interaction.updateState', data: { action: 'unmute', id: '1' } }; // fault: unknown-value
