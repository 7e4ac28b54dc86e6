/** What a screen reader is told when a log changes. */
import { hintsOf, lossNews, savingNews } from 'c/patchbayShared';
import labels from './labels';
import { placedLosses } from './losses';

/** Sentences about the difference between two states of one log. */
export function newsOf(before, after) {
    if (!before || before.id !== after?.id) {
        return '';
    }
    return [
        ...lossNews(allLosses(before), allLosses(after)),
        ...lossNews(hintsOf(before), hintsOf(after)),
        ...savingNews(before, after, labels.theLog)
    ].join(' ');
}

function allLosses(log) {
    return Object.values(placedLosses(log)).flat();
}
