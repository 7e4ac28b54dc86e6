/** What a screen reader is told when a log changes. A save that succeeds is no news, unless others failed before it. */
import { lossesOf, reasonsOf } from './saving';

/** Sentences about the difference between two states of one log. */
export function newsOf(before, after) {
    if (!before || before.id !== after?.id) {
        return '';
    }
    const told = allLosses(before);
    const sentences = allLosses(after).filter((loss) => !told.includes(loss));
    if (before.failures === 0 && after.failures > 0) {
        sentences.push('The log is not saved.', ...reasonsOf(after));
    }
    if (before.failures > 0 && after.failures === 0) {
        sentences.push('The log is saved.');
    }
    return sentences.join(' ');
}

function allLosses(log) {
    return Object.values(lossesOf(log)).flat();
}
