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
    | 'not-serialisable'
    | 'checksum'
    | 'not-stored'
    | 'not-saved'
    | 'not-kept'
    | 'broke-off'
    | 'restarted';

/**
 * Thrown by builders and by calls that are not possible; nothing has been changed or sent when it is. `message` quotes
 * nothing that was given, since a browser prints it when nobody catches the error; `problems` may.
 */
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

    /** One agent's session: what arrives, what may be done now, what is logged and saved. */
    session(options?: SessionOptions): Session;

    /**
     * The EngagementInteraction record to create or update, of an interaction as the session shows it or condensed as the
     * client publishes it. What cannot be written in this call is a problem and left out. Never throws.
     */
    engagement(
        operation: 'create' | 'update',
        interaction: object,
        options: EngagementOptions
    ): {
        readonly record: Readonly<Record<string, FieldValue>>;
        /** What Salesforce will make of the status. */
        readonly mappedState: MappedState | null;
        readonly problems: readonly Problem[];
    };

    /**
     * Judges the integration settings of Salesforce v1 together, in the order in which they are configured. Never throws.
     * Secrets stay where they are: nothing of them is kept, told or written.
     */
    settings(list: readonly object[]): SettingsReport;

    /** encodeURIComponent, exactly; a lone surrogate throws PatchbayError instead of URIError. */
    encode(text: string): string;
}

export interface SettingsReport {
    readonly valid: boolean;
    readonly problems: readonly Problem[];
    /** The settings with defaults filled in; of a client secret only whether it was given. */
    readonly settings: readonly Readonly<Record<string, unknown>>[];
    /** The class of an activity, or of the agent's status as a session shows it. No group: the only historical settings. */
    classify(group: string | null, activity: string | Agent): ActivityClass;
    /** Service level and abandonment over contacts, by the thresholds of the settings; null when there is nothing to count. */
    serviceLevel(
        group: string | null,
        contacts: readonly { readonly waitSeconds: number; readonly answered: boolean }[]
    ): {
        readonly answeredWithin: number | null;
        readonly abandonRate: number | null;
        readonly shortAbandons: number;
        readonly problems: readonly Problem[];
    };
}

export type ActivityClass = 'admin' | 'idle' | 'notReady' | 'ready' | 'offline' | 'unknown';

export interface SessionOptions {
    /**
     * Saves one log; resolves to the record's ID, or to '' when it was not saved. Rejections and '' are tried again,
     * for as long as it takes. Left out: logs are kept, and saved by nobody.
     */
    readonly save?: (request: SaveRequest) => Promise<string | SaveResult> | string | SaveResult;
    /**
     * Attribute name → API name of a field of the activity. Fields that only one type of interaction fills stand below
     * it: `{ 'Call.QueueName': 'Queue__c', chat: { 'Chat.Transcript': 'Transcript__c' } }`.
     */
    readonly fields?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
    /** What getObjectInfo says of Task: which fields this user may create and edit. Left out: all are taken as writable. */
    readonly objectInfo?: object;
    /** Keeps one EngagementInteraction record of each interaction. Left out: none. */
    readonly engagement?: EngagementOptions & {
        /** Stores one record; answers and is tried again like `save`. */
        readonly save: (request: EngagementRequest) => Promise<string | SaveResult> | string | SaveResult;
    };
    /** What becomes of a transcript that is longer than its field, or than 131,072 characters. Left out: it is refused. */
    readonly transcripts?: 'refuse' | 'cut';
    /** The host of the organisation's Genesys Cloud region, `mypurecloud.com` for example, for `Interaction.Url`. */
    readonly region?: string;
    /** BCP 47 locale of the date and time in a log's subject. Left out: the browser's own. */
    readonly locale?: string;
    /** IANA time zone of the same. Left out: the browser's own. */
    readonly timeZone?: string;
    /**
     * Where what must survive a reload is kept. Left out: the browser's session storage, and, for what is not saved yet,
     * its local storage, which a closed tab leaves behind. Given: both there. Null: nowhere.
     */
    readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
    /** Who the agent is, the Salesforce user's ID for example: what is kept is found again by the same only. */
    readonly user?: string;
    /** Called after everything that changed something, or that something was wrong with. */
    readonly onChange?: (change: Change) => void;
}

export interface EngagementOptions {
    /** `62.0`, `v62.0` or `62`: decides which fields there are. */
    readonly apiVersion: string | number;
    /** Fields of the organisation's own choice, by API name; they outweigh what follows from the interaction. */
    readonly values?: Readonly<Record<string, FieldValue>>;
    /** The values of picklists that the organisation has changed, by field. */
    readonly picklists?: Readonly<Record<string, readonly string[]>>;
    /** What getObjectInfo says of EngagementInteraction: what this user may create and edit. */
    readonly objectInfo?: object;
}

export interface EngagementRequest {
    readonly operation: 'create' | 'update';
    /** What is different from what was stored; `Id` of the record to update. */
    readonly record: Readonly<Record<string, FieldValue>>;
}

export type MappedState = 'New' | 'InProgress' | 'Completed';

/** What `onSaveLog` is given. */
export interface SaveRequest {
    readonly eventName:
        | 'interactionChanged'
        | 'interactionDisconnected'
        | 'interactionChangedAfterDisconnect'
        | 'interactionACWCompleted'
        | 'interactionRemoved'
        | 'openCallLog'
        | 'appDisconnected';
    /** The condensed interaction as it is now, in the client's own spelling. */
    readonly interaction: Readonly<Record<string, unknown>>;
    /** The fields that changed since the last successful save, by API name; `Id` once it is known. */
    readonly callLog: Readonly<Record<string, FieldValue>>;
}

export type FieldValue = string | number | boolean | null;

/** The longer answer of a save: what was left out of the record, and why. */
export interface SaveResult {
    readonly id: string;
    readonly dropped?: readonly { readonly field: string; readonly reason?: string }[];
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

    /** The agent opened a record: it joins a list of the selected live interaction, or else of the one that came last. Never throws. */
    visit(record: SalesforceRecord): Change;
    /** Records that popped or were dialled from: one of a list is selected, several leave the choice to the agent. Never throws. */
    associate(id: string, records: readonly SalesforceRecord[]): Change;
    /** The agent chooses a record of a list, by its 15 or 18 characters, or none. Never throws. */
    choose(id: string, list: ListName, recordId: string | null): Change;
    /**
     * The agent edits fields of the log, by API name: `Description` (comments), `Subject`, `Type`, custom fields. What
     * cannot be taken is told, and the rest is. Never throws.
     */
    edit(id: string, values: Readonly<Record<string, FieldValue>>): Change;
    /** The agent opens the log: it is saved at once. */
    openLog(id: string): Change;
    /**
     * What getObjectInfo says, where it is known only after the session was opened: of Task, and of EngagementInteraction.
     * Returns what was wrong with it, and with the mapping seen in its light. Never throws.
     */
    know(infos: { readonly objectInfo?: object; readonly engagementInfo?: object }): Change;
    /** The logs of all live interactions, of a few that ended, and of all that are not saved; oldest first. */
    readonly logs: readonly InteractionLog[];
    log(id: string): InteractionLog | null;

    /** Saves that are not confirmed. */
    readonly pending: readonly (SaveRequest | EngagementRequest)[];
    /** Sends what is pending now; resolves when nothing is, or rejects with a PatchbayError that says what could not be saved. */
    flush(): Promise<void>;
    /** What was wrong with the options and with keeping: storage that is full or forbidden, what was kept and cannot be read. */
    readonly problems: readonly Problem[];
    /**
     * The page goes away or the client disconnected: sends what is pending, waits a moment for the answers, and lets go
     * of timers and memory. What is not confirmed then stays kept for the next session. Later calls change nothing.
     */
    close(): Promise<void>;
}

/** A record as the page knows it. */
export interface SalesforceRecord {
    /** 15 or 18 characters. */
    readonly id: string;
    readonly objectApiName: string;
    readonly name: string;
    /** Of an account. */
    readonly isPersonAccount?: boolean;
    /** Of a person account: the contact that stands for it on activities. Salesforce takes no account as their Name. */
    readonly personContactId?: string | null;
}

export type ListName = 'name' | 'relatedTo';

export interface ListEntry {
    /** 18 characters. */
    readonly id: string;
    readonly objectApiName: string;
    readonly name: string;
    readonly selected: boolean;
}

/** The record that the business keeps of an interaction. */
export interface InteractionLog {
    /** The interaction's ID. */
    readonly id: string;
    /** The ID of the saved record, once known. */
    readonly recordId: string | null;
    readonly subject: string;
    readonly type: string;
    readonly callType: 'Inbound' | 'Outbound' | 'Internal';
    // In the order in which the agent came by. Made when they are read: ask for the chosen entry where that is enough.
    readonly name: readonly ListEntry[];
    readonly relatedTo: readonly ListEntry[];
    readonly chosen: { readonly name: ListEntry | null; readonly relatedTo: ListEntry | null };
    readonly counts: { readonly name: number; readonly relatedTo: number };
    /** A lead is chosen as Name: Salesforce allows it no Related To. The choice is kept for when the lead goes. */
    readonly relatedToExcluded: boolean;
    /** What the record holds when all is saved, by API name. */
    readonly values: Readonly<Record<string, FieldValue>>;
    readonly saveState: SaveState;
    /** Attempts that failed since the last success. */
    readonly failures: number;
    /** What could not be stored, and why the last save failed. Paths begin with the field's API name. */
    readonly problems: readonly Problem[];
    /** The interaction's EngagementInteraction record, where one is kept. */
    readonly engagement: {
        readonly recordId: string | null;
        readonly values: Readonly<Record<string, FieldValue>>;
        readonly mappedState: MappedState | null;
        readonly saveState: SaveState;
        readonly failures: number;
        readonly problems: readonly Problem[];
    } | null;
}

/**
 * `none`: nothing is to be saved yet, or nobody saves. `pending`: gathered, to be sent in a moment. `saving`: on its way.
 * `failing`: the last attempt failed, and it is tried again.
 */
export type SaveState = 'none' | 'pending' | 'saving' | 'saved' | 'failing';

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
    /** The agent is part of it now, or is asked to be. */
    readonly live: boolean;
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
    /** While the parties are in contact; otherwise, and where the client says nothing of it, null. */
    readonly recording: 'active' | 'paused' | 'none' | null;
    /** The recording is paused for what must not be recorded; true only while the parties are in contact. */
    readonly securePause: boolean;
    /** Of an outbound campaign. */
    readonly dialer: Readonly<Record<'contactId' | 'contactListId' | 'campaignId', string | null>> | null;
    readonly wrapUpCode: string | null;
    /** From connection to end, as the client counted it. */
    readonly durationSeconds: number | null;
    readonly attributes: Readonly<Record<string, string>>;
}

/** What one call changed; empty when nothing did. */
export interface Change {
    /** IDs of the interactions that came, changed or were let go. */
    readonly interactions: readonly string[];
    readonly agent: boolean;
    readonly selection: boolean;
    /** IDs of the interactions whose logs came, changed or were let go. */
    readonly logs: readonly string[];
    readonly lists: readonly ListChange[];
    /** How many saves set out. */
    readonly saves: number;
    readonly problems: readonly Problem[];
}

/** What became different in a list of a log. */
export interface ListChange {
    /** The interaction's ID. */
    readonly id: string;
    readonly list: ListName;
    /** Records that joined, at the end; one that is there already has another name now. None ever leaves. */
    readonly added: readonly ListEntry[];
    /** The ID of the chosen record. */
    readonly selected: string | null;
}
