/** How a record stands with being saved, in words and an icon, never by colour alone; what a screen reader is told of it. */

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

/** More sentences than this at once are not listened to. */
const MOST_TOLD = 3;

/** Of a log, or of its EngagementInteraction. */
export function toSaving({ saveState, failures, problems }) {
    const inPart = saveState === 'saved' && problems.length > 0;
    const { icon, variant, text } = inPart ? SAVED_IN_PART : STATES[saveState];
    return { name: saveState, icon, variant, text: text(failures === 1 ? '1 attempt' : `${failures} attempts`) };
}

/** Why the last save failed. */
export function reasonsOf({ problems }) {
    return problems.filter(isFailure).map(({ message }) => message);
}

/** What could not be stored, and why; each path begins with a field. */
export function lossesOf({ problems }) {
    return problems.filter((problem) => !isFailure(problem));
}

/** Sentences about saving that went wrong, or right again: a save that succeeds is no news unless others failed before it. */
export function savingNews(before, after, what) {
    if (before.failures === 0 && after.failures > 0) {
        return [`${what} is not saved.`, ...reasonsOf(after)];
    }
    return before.failures > 0 && after.failures === 0 ? [`${what} is saved.`] : [];
}

/** Sentences about what could not be stored and was told before. */
export function lossNews(before, after) {
    const told = before.map(({ message }) => message);
    const sentences = after.map(({ message }) => message).filter((message) => !told.includes(message));
    return sentences.length > MOST_TOLD
        ? [`${sentences.length} values could not be stored; each is shown.`]
        : sentences;
}

function isFailure({ code }) {
    return code === 'not-saved';
}
