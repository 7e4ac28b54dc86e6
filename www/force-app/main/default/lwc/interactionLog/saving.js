/** How a log stands with being saved, in words and an icon, never by colour alone; what could not be stored, and where. */

const STATES = {
    none: { icon: 'utility:dash', text: () => 'Nothing to save yet' },
    pending: { icon: 'utility:clock', text: () => 'Saving in a moment…' },
    saving: { icon: 'utility:sync', text: () => 'Saving…' },
    saved: { icon: 'utility:success', variant: 'success', text: () => 'Saved' },
    failing: {
        icon: 'utility:error',
        variant: 'error',
        text: (attempts) => `Not saved: ${attempts} failed, trying again`
    }
};

const SAVED_IN_PART = { icon: 'utility:warning', variant: 'warning', text: () => 'Saved, but not all of it' };

/** Fields that have a place of their own, where their problems are shown. */
const PLACES = { '/WhoId': 'name', '/WhatId': 'relatedTo' };

export function toSaving({ saveState, failures, problems }) {
    const inPart = saveState === 'saved' && problems.length > 0;
    const { icon, variant, text } = inPart ? SAVED_IN_PART : STATES[saveState];
    return { name: saveState, icon, variant, text: text(failures === 1 ? '1 attempt' : `${failures} attempts`) };
}

/** Why the last save failed. */
export function reasonsOf({ problems }) {
    return problems.filter(({ code }) => code === 'not-saved').map(({ message }) => message);
}

/** What could not be stored, and why, by place: {name, relatedTo, elsewhere}. */
export function lossesOf({ problems, relatedToExcluded }) {
    const losses = { name: [], relatedTo: [], elsewhere: [] };
    for (const { code, path, message } of problems) {
        if (code !== 'not-saved') {
            losses[PLACES[path] ?? 'elsewhere'].push(message);
        }
    }
    if (relatedToExcluded && !losses.relatedTo.length) {
        losses.relatedTo.push('A lead is chosen as Name, and Salesforce relates an activity of a lead to nothing.');
    }
    return losses;
}
