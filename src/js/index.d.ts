// Patchbay's public face: one contract for the npm package `patchbay` and for the LWC service module `c/patchbay`.

/** Loads the WebAssembly module once; later calls give the same Patchbay. Everything after it is synchronous. */
export function load(options?: LoadOptions): Promise<Patchbay>;

export interface LoadOptions {
    /** The bytes of `patchbay_bg.wasm`, where they come from elsewhere; the package brings its own. */
    readonly wasm?: BufferSource;
}

/** `reason` says what a person can act on, `message` what to do. A later `load()` tries again. */
export class PatchbayLoadError extends Error {
    readonly reason: 'csp' | 'sandbox' | 'corrupt' | 'unsupported';
}

/** What is wrong, where and how badly. `path` is a JSON Pointer into the value that was given ('' is the whole). */
export interface Problem {
    readonly severity: 'error' | 'warning';
    readonly path: string;
    readonly code: ProblemCode;
    /** One sentence for a person: what is wrong and what to write instead. */
    readonly message: string;
}

/** Stable, for programs; sentences may change. */
export type ProblemCode =
    | 'required'
    | 'type'
    | 'empty'
    | 'unknown-value'
    | 'unknown-type'
    | 'unknown-property'
    | 'not-allowed'
    | 'letter-case'
    | 'not-encoded'
    | 'encoded-twice'
    | 'encoded-prefix'
    | 'lone-surrogate'
    | 'sensitive-data'
    | 'too-long'
    | 'not-serialisable';

/** Thrown by builders and by calls that are not possible; nothing has been changed or sent when it is. */
export class PatchbayError extends Error {
    readonly problems: readonly Problem[];
}

export type SimpleAction = 'pickup' | 'disconnect' | 'hold' | 'mute' | 'securePause' | 'concludeTransfer';
export type Action = SimpleAction | 'blindTransfer' | 'consultTransfer' | 'secureSession';

/**
 * Exactly one of: an agent, a queue, an external phone number, a flow (name or ID), any other address. Raw text:
 * encoding is Patchbay's, and text that is encoded already is refused. `sip:` before a flow or an address, and `tel:`
 * before a phone number, may be there or not.
 */
export type Target =
    | { readonly userId: string }
    | { readonly queueId: string }
    | { readonly phone: string }
    | { readonly flow: string }
    | { readonly address: string };

/** What a transfer sends of its target. */
export interface ParticipantContext {
    readonly transferTarget: string;
    readonly transferTargetType: 'userId' | 'queueId' | 'address';
}

/** What a secure session is given. `userData` becomes `Flow.InvocationData`; a card number in it is refused. */
export interface SecureSessionContext {
    readonly flowId: string;
    readonly userData: string;
    /** Whether the interaction ends for the agent once the secure session is there. */
    readonly disconnect?: boolean;
}

/** A message as the documents spell it, ready for publish(). */
export interface Message {
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
}

/** A verdict on a message. `message` is the message in its documented spelling, null when not valid. */
export interface Validation {
    readonly valid: boolean;
    readonly message: Message | null;
    readonly problems: readonly Problem[];
}

export interface Patchbay {
    readonly version: string;

    // Outgoing messages. Each returns a Message or throws PatchbayError.
    updateState(action: SimpleAction, id: string): Message;
    blindTransfer(id: string, target: Target): Message;
    consultTransfer(id: string, target: Target): Message;
    secureSession(id: string, context: SecureSessionContext): Message;
    addCustomAttributes(id: string, attributes: Readonly<Record<string, string | number | boolean>>): Message;
    updateStatus(statusId: string): Message;

    /** What a transfer to this target would send: to show it before anything is sent. Throws as the transfers do. */
    participantContext(target: Target): ParticipantContext;

    /**
     * Judges a message somebody else built. Never throws, whatever it is given. Properties that the documents do not
     * know are kept and warned of; letter case is mended and warned of.
     */
    validate(message: unknown): Validation;

    /** One agent's session: what arrives, and what may be done now. */
    session(options?: SessionOptions): Session;

    /** encodeURIComponent, exactly; a lone surrogate throws PatchbayError instead of URIError. */
    encode(text: string): string;
}

export interface SessionOptions {
    /**
     * Where what must survive a reload is kept. Left out: the browser's session storage, if there is one. Null: nowhere.
     */
    readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
    /** Called after every message that changed something, or that something was wrong with. */
    readonly onChange?: (change: Change) => void;
}

export interface Session {
    /** Takes one message off the channel, an object or JSON text, whatever its spelling. Never throws. */
    receive(message: unknown): Change;
    /** Live interactions and a few that are done, oldest first. Frozen; another array after every change. */
    readonly interactions: readonly Interaction[];
    interaction(id: string): Interaction | null;
    /** The ID of the client's selected interaction, while it is there and not done; else of the live one that came last, else of the one to wrap up. */
    readonly selected: string | null;
    readonly agent: Agent;
    /**
     * The actions that the interaction's state allows now: none of one that is over, all of one never heard of, since
     * nothing is known of it.
     */
    can(id: string): readonly Action[];
    // Like Patchbay's builders; and refuse, at /data/action, what the interaction's state does not allow.
    updateState(action: SimpleAction, id: string): Message;
    blindTransfer(id: string, target: Target): Message;
    consultTransfer(id: string, target: Target): Message;
    secureSession(id: string, context: SecureSessionContext): Message;
    /** What was wrong with keeping: what was kept of the last session, and storage that is full or forbidden. */
    readonly problems: readonly Problem[];
    /** Lets go of everything; what was kept stays for the next session. Later calls of receive change nothing. */
    close(): Promise<void>;
}

/** Status and routing status change apart: MEAL stays MEAL while the routing status is OFF_QUEUE. */
export interface Agent {
    readonly status: string | null;
    readonly subStatus: string | null;
    readonly routingStatus: string | null;
}

export interface Interaction {
    readonly id: string;
    readonly kind: 'call' | 'callback' | 'chat' | 'email' | 'message' | 'voicemail';
    readonly phase: 'alerting' | 'dialing' | 'connected' | 'held' | 'disconnected' | 'done';
    readonly direction: 'inbound' | 'outbound';
    readonly internal: boolean;
    /** Part of a consult transfer that is not completed. */
    readonly consulting: boolean;
    /** On the second interaction of a consult transfer, the ID of the first. */
    readonly consultOf: string | null;
    /** A blind transfer of it was announced. */
    readonly transferring: boolean;
    readonly name: string;
    readonly address: string;
    readonly queue: string | null;
    // ISO 8601 in UTC with milliseconds, by the client's clock.
    readonly startTime: string | null;
    readonly connectedTime: string | null;
    readonly endTime: string | null;
    readonly recording: 'active' | 'paused' | 'none' | null;
    readonly securePause: boolean;
    /** Of an outbound campaign. */
    readonly dialer: Readonly<Record<'contactId' | 'contactListId' | 'campaignId', string | null>> | null;
    readonly wrapUpCode: string | null;
    /** From connection to end, as the client counted it. */
    readonly durationSeconds: number | null;
    readonly attributes: Readonly<Record<string, string>>;
}

/** What one message changed; empty when nothing did. */
export interface Change {
    /** IDs of the interactions that came, changed or were let go. */
    readonly interactions: readonly string[];
    readonly agent: boolean;
    readonly selection: boolean;
    readonly problems: readonly Problem[];
}
