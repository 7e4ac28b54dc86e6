/** What a component has sent, and what came of it: the session follows it, here are the words. */
import { fill, timeOfDay } from './wording';
import labels from './labels';

const TEXTS = {
    waiting: labels.sentWaiting,
    confirmed: labels.sentConfirmed,
    unconfirmed: labels.sentUnconfirmed,
    'no-sign': labels.sentAt
};

const REASONS = {
    'client-silent': labels.reasonClientSilent,
    'interaction-unknown': labels.reasonInteractionUnknown,
    'not-recorded': labels.reasonNotRecorded,
    'target-unavailable': labels.reasonTargetUnavailable,
    'not-answered': labels.reasonNotAnswered,
    'flow-unknown': labels.reasonFlowUnknown,
    'status-unknown': labels.reasonStatusUnknown,
    'not-permitted': labels.reasonNotPermitted
};

/** The labels of the buttons by what was sent, of one component. */
export class SentLabels {
    byKey = new Map();
    last = null;
    /** The sentence about a message that the session does not follow. */
    plain = null;

    /** Remembers what a button has sent: an action that the session follows, or null. */
    add(sent, label) {
        this.last = sent && keyOf(sent);
        this.plain = sent ? null : fill(labels.sentAt, label, timeOfDay());
        if (sent) {
            this.byKey.set(this.last, label);
        }
    }

    /** Nothing is said any more of what was sent last. */
    forgetLast() {
        this.last = null;
        this.plain = null;
    }

    /** The sentence about what was sent last; null while there is none, or another one says that nothing came of it. */
    confirmation(session) {
        const sent = session?.sentActions.find((one) => keyOf(one) === this.last);
        return sent && sent.state !== 'unconfirmed' ? sentence(sent, this.byKey.get(this.last)) : this.plain;
    }

    /** What Genesys Cloud has not reacted to: a sentence, and its likely reasons. Of an interaction not shown, with its name. */
    unconfirmed(session, shownId) {
        return (session?.sentActions ?? [])
            .filter((one) => one.state === 'unconfirmed' && this.byKey.has(keyOf(one)))
            .map((one) => ({
                key: keyOf(one),
                text: told(session, one, this.byKey.get(keyOf(one)), shownId),
                reasons: one.reasons.map((reason) => ({ key: reason, text: REASONS[reason] }))
            }));
    }
}

function keyOf({ interactionId, action }) {
    return `${action} ${interactionId}`;
}

function told(session, sent, label, shownId) {
    const { interactionId, sentAt } = sent;
    const other = interactionId && interactionId !== shownId ? session.interaction(interactionId) : null;
    return other
        ? fill(labels.sentUnconfirmedFor, label, timeOfDay(new Date(sentAt)), other.name)
        : sentence(sent, label);
}

function sentence({ state, sentAt }, label) {
    return fill(TEXTS[state], label, timeOfDay(new Date(sentAt)));
}
