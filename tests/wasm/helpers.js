import { PatchbayError } from '#patchbay';

/** The problems of a list as `[severity, path, code]`. */
export function brief(problems) {
    return problems.map(({ severity, path, code }) => [severity, path, code]);
}

/** What a builder throws. */
export function thrownBy(build) {
    try {
        build();
    } catch (error) {
        if (error instanceof PatchbayError) {
            return error;
        }
        throw error;
    }
    throw new Error('nothing was thrown');
}

/** What a builder throws, in brief. */
export function problemsOf(build) {
    return brief(thrownBy(build).problems);
}

/** A message as it travels. */
export const json = (message) => JSON.stringify(message);

export const ID = '1234-1234-1234-1234';

export const UPDATE_STATE = 'PureCloud.Interaction.updateState';
export const ADD_CUSTOM_ATTRIBUTES = 'PureCloud.Interaction.addCustomAttributes';
export const UPDATE_STATUS = 'PureCloud.User.updateStatus';

export const transfer = (transferTarget, transferTargetType = 'address', action = 'blindTransfer') => ({
    type: UPDATE_STATE,
    data: { action, id: ID, participantContext: { transferTarget, transferTargetType } }
});

/** Storage as a browser has it, in memory. */
export function memory(items = {}) {
    return {
        items,
        getItem: (place) => (Object.hasOwn(items, place) ? items[place] : null),
        setItem: (place, text) => (items[place] = String(text)),
        removeItem: (place) => delete items[place]
    };
}
