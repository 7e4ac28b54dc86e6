/** How a record stands with being saved, in words and an icon, never by colour alone; what a screen reader is told of it. */
import { worded } from './problemTexts';
import { counted, fill } from './wording';
import labels from './labels';

const STATES = {
    none: { icon: 'utility:dash', text: () => labels.nothingToSave },
    pending: { icon: 'utility:clock', text: () => labels.savingSoon },
    saving: { icon: 'utility:sync', text: () => labels.saving },
    saved: { icon: 'utility:success', variant: 'success', text: () => labels.saved },
    failing: {
        icon: 'utility:error',
        variant: 'error',
        text: (failures) => counted(failures, labels.notSavedOnce, labels.notSavedYet)
    }
};

const SAVED_IN_PART = { icon: 'utility:warning', variant: 'warning', text: () => labels.savedInPart };

// Who keeps it, where that is not Patchbay.
const NO_LOG = { package: labels.logKeptByPackage, none: labels.noLogKept };

/** More sentences than this at once are not listened to. */
const MAX_REPORTED = 3;

/** Of a log, or of its EngagementInteraction. */
export function toSaving({ saveState, failures, problems }) {
    const inPart = saveState === 'saved' && !problems.every(isHint);
    const { icon, variant, text } = inPart ? SAVED_IN_PART : STATES[saveState];
    return { name: saveState, icon, variant, text: text(failures) };
}

/** Why there is no log to show; null where Patchbay keeps it. */
export function reasonForNoLog(session) {
    return NO_LOG[session?.logKeeper] ?? null;
}

/** Why the last save failed. */
export function reasonsOf({ problems }) {
    return problems.filter(isFailure).map((problem) => worded(problem).message);
}

/** What could not be stored, and why; each path begins with a field. */
export function lossesOf({ problems }) {
    return problems.filter((problem) => !isFailure(problem) && !isHint(problem)).map(worded);
}

/** What the agent may want to know of values that are stored. */
export function hintsOf({ problems }) {
    return problems.filter(isHint).map(worded);
}

/** Sentences about saving that went wrong, or right again: a save that succeeds is no news unless others failed before it. */
export function savingNews(before, after, what) {
    if (before.failures === 0 && after.failures > 0) {
        return [fill(labels.isNotSaved, what), ...reasonsOf(after)];
    }
    return before.failures > 0 && after.failures === 0 ? [fill(labels.isSaved, what)] : [];
}

/** Sentences about what could not be stored and was told before. */
export function lossNews(before, after) {
    const told = before.map(({ message }) => message);
    const sentences = after.map(({ message }) => message).filter((message) => !told.includes(message));
    return sentences.length > MAX_REPORTED ? [fill(labels.lossesShown, sentences.length)] : sentences;
}

function isHint({ severity }) {
    return severity === 'info';
}

function isFailure({ code }) {
    return code === 'not-saved';
}
