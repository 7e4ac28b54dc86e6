/** What an entry of the timeline, and a part of the summary, says. */
import { clock, fieldLabel, fill, timeOfDay } from 'c/patchbayShared';
import labels from './labels';

const LISTS = { name: labels.name, relatedTo: labels.relatedTo };

const ACTORS = { client: labels.storyByClient, agent: labels.storyByAgent, patchbay: labels.storyByPatchbay };

const ENTRIES = {
    rang: () => labels.storyRang,
    dialled: () => labels.storyDialled,
    answered: () => labels.storyAnswered,
    held: () => labels.storyHeld,
    resumed: () => labels.storyResumed,
    'mute-asked': ({ on }) => (on === false ? labels.storyUnmuteAsked : labels.storyMuteAsked),
    'secure-pause': ({ on }) => (on ? labels.storySecurePaused : labels.storySecureResumed),
    'transfer-asked': ({ name }) => named(name, labels.storyTransferAsked, labels.storyTransferAskedUnnamed),
    'consult-asked': ({ name }) => named(name, labels.storyConsultAsked, labels.storyConsultAskedUnnamed),
    'secure-session-asked': () => labels.storySecureSessionAsked,
    transferred: ({ name }) => named(name, labels.storyTransferred, labels.storyTransferredUnnamed),
    'transfer-cancelled': () => labels.storyTransferCancelled,
    consulting: ({ name }) => named(name, labels.storyConsulted, labels.storyConsultedUnnamed),
    'consult-ended': () => labels.storyConsultEnded,
    unconfirmed: () => labels.storyUnconfirmed,
    ended: () => labels.storyEnded,
    'wrap-up': ({ name }) => fill(labels.storyWrapUp, name),
    done: () => labels.storyDone,
    visited: ({ name }) => fill(labels.storyVisited, name),
    chosen: ({ name, list }) => fill(labels.storyChosen, name, LISTS[list]),
    unchosen: ({ list }) => fill(labels.storyUnchosen, LISTS[list]),
    suggested: ({ name, list }) => fill(labels.storySuggested, name, LISTS[list]),
    comment: ({ text }) => fill(labels.storyComment, text),
    edited: ({ name }) => named(fieldLabel(name), labels.storyEdited, labels.storyEditedUnnamed),
    summarised: () => labels.storySummarised,
    attribute: ({ name, text }) =>
        fill(text === undefined ? labels.storyAttributeWithheld : labels.storyAttribute, name, text),
    saved: () => labels.storySaved,
    'save-failed': () => labels.storySaveFailed,
    utterance: ({ text }) => text,
    'left-out': ({ count }) => fill(labels.storyLeftOut, count)
};

const PARTS = {
    answered: ({ at }) => fill(labels.storySummaryAnswered, timeOfDay(new Date(at))),
    unanswered: ({ at }) => fill(labels.storySummaryUnanswered, timeOfDay(new Date(at))),
    duration: ({ seconds }) => fill(labels.storyDuration, clock(seconds).text),
    holds({ count, seconds }) {
        const { text } = clock(seconds);
        return count === 1 ? fill(labels.storyHeldOnce, text) : fill(labels.storyHeldTimes, count, text);
    },
    consulted: ({ name }) => named(name, labels.storyConsulted, labels.storyConsultedUnnamed),
    transferred: ({ name }) => named(name, labels.storyTransferred, labels.storyTransferredUnnamed),
    record: ({ list, name }) => fill(labels.storyRecord, LISTS[list], name),
    'wrap-up': ({ name }) => fill(labels.storyWrapUp, name)
};

/** An entry as a row of the list. */
export function toRow(entry) {
    const { id, at, by, kind } = entry;
    return {
        id,
        at,
        kind,
        time: timeOfDay(new Date(at)),
        by: kind === 'utterance' ? null : ACTORS[by],
        text: sentenceOf(entry)
    };
}

export function sentenceOf(entry) {
    return ENTRIES[entry.kind](entry);
}

/** The text of a summary: one sentence for each part. */
export function summaryText(parts) {
    return parts.map((part) => PARTS[part.kind](part)).join(' ');
}

/** The sentence with a name, or without one where there is none. */
function named(name, sentence, unnamed) {
    return name ? fill(sentence, name) : unnamed;
}
