// One interaction as the client holds it. `facts` is what its messages carry: the "condensed conversation", its properties in
// the order in which captured traffic has them.

const BLANK = {
    id: '',
    phone: '',
    name: '',
    isConnected: false,
    isDisconnected: false,
    isDone: false,
    state: 'ALERTING',
    isCallback: false,
    isDialer: false,
    isChat: false,
    isEmail: false,
    isMessage: false,
    isVoicemail: false,
    remoteName: '',
    recordingState: 'none',
    securePause: false,
    displayAddress: '',
    queueName: '',
    ani: '',
    calledNumber: '',
    totalIvrDurationSeconds: 7,
    direction: 'Inbound',
    isInternal: false
};

export class Conversation {
    muted = false;
    /** The consult leg made for this conversation, and the conversation this consult leg was made for. */
    consult = null;
    consultedFor = null;
    /** Set while a transfer has been ordered and the agent's leg has not ended yet. */
    leaving = false;
    /** Set once a consult transfer was concluded. */
    handedOver = false;
    /** Name of the secure flow that has the customer. */
    secureFlow = null;
    /** Attributes that the flow before the agent sets a moment after the connection. */
    arriving = null;
    /** How many characters the transcript of a chat has at its end; null: what little was written. */
    transcriptLength = null;
    endedMs = null;

    constructor(media, facts) {
        this.media = media;
        this.facts = { ...BLANK, ...facts };
    }

    get id() {
        return this.facts.id;
    }

    get state() {
        return this.facts.state;
    }

    get voice() {
        return this.media !== 'chat';
    }

    get live() {
        return this.state === 'CONNECTED' || this.state === 'HELD';
    }

    get ended() {
        return this.facts.isDisconnected;
    }

    get canAnswer() {
        return this.state === 'ALERTING';
    }

    get canHold() {
        return this.voice && this.state === 'CONNECTED' && !this.leaving && !this.secureFlow;
    }

    get canResume() {
        return this.voice && this.state === 'HELD' && !this.leaving && !this.secureFlow;
    }

    get canHangUp() {
        return !this.canAnswer && !this.ended && !this.leaving;
    }

    /** A conversation from or to a queue, and answered, has to be wrapped up. */
    get needsWrapUp() {
        return Boolean(this.facts.queueName) && !this.facts.isInternal && Boolean(this.facts.connectedTime);
    }

    /** As JSON: the consult leg by its ID. */
    toJSON() {
        return { ...this, consult: this.consult?.id ?? null, consultedFor: null };
    }

    /** Conversations from what became of them as JSON. */
    static revive(kept) {
        const revived = kept.map(({ media, facts, ...more }) => Object.assign(new Conversation(media, facts), more));
        for (const conversation of revived) {
            conversation.consult = revived.find(({ id }) => id === conversation.consult) ?? null;
            if (conversation.consult) conversation.consult.consultedFor = conversation;
        }
        return revived;
    }

    /** Takes over `patch`; gives the facts before and after. */
    change(patch) {
        const old = { ...this.facts };
        Object.assign(this.facts, patch);
        return { old, new: { ...this.facts } };
    }
}
