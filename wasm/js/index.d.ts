// The public API of the npm package `patchbay` and of the LWC module `c/patchbay`.

/**
 * Loads the WebAssembly module once; later calls return the same Patchbay. All of Patchbay is synchronous after that. Rejects with
 * PatchbayLoadError.
 */
export function load(options?: LoadOptions): Promise<Patchbay>;

export interface LoadOptions {
    /** The bytes of `patchbay_bg.wasm`. Default: those in the package. */
    readonly wasm?: BufferSource;
}

/** The module could not be loaded. `reason` is the cause, `message` says what to do. A later `load()` retries. */
export class PatchbayLoadError extends Error {
    readonly reason: 'csp' | 'sandbox' | 'corrupt' | 'unsupported';
}

/** Something that is wrong with a value. `path` is a JSON Pointer into that value; '' is the whole value. */
export interface Problem {
    readonly severity: 'error' | 'warning';
    readonly path: string;
    readonly code: ProblemCode;
    /** A sentence for people: what is wrong and what to write instead. */
    readonly message: string;
}

/** Identifies a kind of problem in code. Codes are stable; sentences may change. */
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
 * Thrown by builders, and by functions whose documentation says so. Nothing has been changed or sent then. `message` quotes no input,
 * because a browser prints it if nobody catches the error; `problems` may quote input.
 */
export class PatchbayError extends Error {
    readonly problems: readonly Problem[];
}

export type SimpleAction = 'pickup' | 'disconnect' | 'hold' | 'mute' | 'securePause' | 'concludeTransfer';
export type Action = SimpleAction | 'blindTransfer' | 'consultTransfer' | 'secureSession';

/**
 * The target of a transfer: exactly one of an agent, a queue, an external phone number, a flow (name or ID), or any other address.
 * Pass raw text. Patchbay encodes it, and refuses text that is already encoded. The prefix `sip:` of a flow or an address and the
 * prefix `tel:` of a phone number are optional.
 */
export type Target =
    | { readonly userId: string }
    | { readonly queueId: string }
    | { readonly phone: string }
    | { readonly flow: string }
    | { readonly address: string };

/** The target of a transfer as it is sent. */
export interface ParticipantContext {
    readonly transferTarget: string;
    readonly transferTargetType: 'userId' | 'queueId' | 'address';
}

/** The context of a secure session. `userData` becomes `Flow.InvocationData`; a card number in it is refused. */
export interface SecureSessionContext {
    readonly flowId: string;
    readonly userData: string;
    /** Whether the interaction ends for the agent once the secure session has started. */
    readonly disconnect?: boolean;
}

/** A message in its documented spelling, ready for publish(). */
export interface Message {
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
}

/** The result of `validate`. `message` is the message in its documented spelling, or null if it is not valid. */
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

    /** The context that a transfer to this target would send, for a preview. Throws as the transfers do. */
    participantContext(target: Target): ParticipantContext;

    /**
     * Validates any value as a message. Never throws. Undocumented properties are kept, with a warning. Letter case is corrected,
     * with a warning.
     */
    validate(message: unknown): Validation;

    /** Opens an agent's session: the state of interactions, allowed actions, logs and saves. */
    session(options?: SessionOptions): Session;

    /**
     * Builds the EngagementInteraction record of an interaction, to create or update it. Takes an interaction of a session, or a
     * condensed one as the client publishes it. A field that cannot be written is left out and is a problem. Never throws.
     */
    engagement(
        operation: 'create' | 'update',
        interaction: object,
        options: EngagementOptions
    ): {
        readonly record: Readonly<Record<string, FieldValue>>;
        /** The state that Salesforce derives from the status. */
        readonly mappedState: MappedState | null;
        readonly problems: readonly Problem[];
    };

    /**
     * Validates the integration settings of Salesforce v1 together, in the order of configuration. Never throws. Of a secret it
     * learns only whether there is one.
     */
    settings(list: readonly object[]): SettingsReport;

    /** Same as encodeURIComponent, but a lone surrogate throws PatchbayError instead of URIError. */
    encode(text: string): string;
}

export interface SettingsReport {
    readonly valid: boolean;
    readonly problems: readonly Problem[];
    /** The settings with their defaults; of a client secret only whether there is one. */
    readonly settings: readonly Readonly<Record<string, unknown>>[];
    /** The class of an activity, or of the agent's status. `group` is null if there is only one historical form. */
    classify(group: string | null, activity: string | Agent): ActivityClass;
    /** Service level and abandon rate of contacts, by the thresholds of the settings; null if nothing is counted. */
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
     * Saves a log. Resolves to the record's ID, or to '' if it declines: then the changes are offered again at the next trigger (the
     * agent edits or opens the log, the interaction ends, is wrapped up or removed). A save that rejects is sent again until it
     * succeeds. Default: logs are kept in the session but not saved.
     */
    readonly save?: (request: SaveRequest) => Promise<string | SaveResult> | string | SaveResult;
    /**
     * Maps the name of an attribute to the API name of a field of the activity. Mappings for one type of interaction are nested under
     * it: `{ 'Call.QueueName': 'Queue__c', chat: { 'Chat.Transcript': 'Transcript__c' } }`.
     */
    readonly fields?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
    /** The answer of getObjectInfo for Task: which fields the user may create and edit. Default: all fields are writable. */
    readonly objectInfo?: object;
    /** Keeps one EngagementInteraction record for each interaction. Default: none. */
    readonly engagement?: EngagementOptions & {
        /** Stores a record. Answers like `save`, and is repeated like it. */
        readonly save: (request: EngagementRequest) => Promise<string | SaveResult> | string | SaveResult;
    };
    /** What to do with a transcript longer than its field, or than 131,072 characters. Default: `refuse`. */
    readonly transcripts?: 'refuse' | 'cut';
    /** Host of the organisation's Genesys Cloud region, such as `mypurecloud.com`, for `Interaction.Url`. */
    readonly region?: string;
    /** BCP 47 locale of the date and time in a log's subject. Default: the browser's. */
    readonly locale?: string;
    /** IANA time zone of the date and time in a log's subject. Default: the browser's. */
    readonly timeZone?: string;
    /**
     * Where the session is persisted to survive a reload. Default: the browser's session storage, and for unsaved logs also its
     * local storage, which survives a closed tab. A given storage is used for both. With null nothing is persisted.
     */
    readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
    /** Identifies the agent, for example by the Salesforce user's ID. Stored data is read by the same user only. */
    readonly user?: string;
    /** Called after everything that changed the session or had a problem. */
    readonly onChange?: (change: Change) => void;
}

export interface EngagementOptions {
    /** `62.0`, `v62.0` or `62`. It decides which fields exist. */
    readonly apiVersion: string | number;
    /** Values by API name, which take precedence over those of the interaction. */
    readonly values?: Readonly<Record<string, FieldValue>>;
    /** The values of picklists that the organisation changed, by field. */
    readonly picklists?: Readonly<Record<string, readonly string[]>>;
    /** The answer of getObjectInfo for EngagementInteraction: which fields the user may create and edit. */
    readonly objectInfo?: object;
}

export interface EngagementRequest {
    readonly operation: 'create' | 'update';
    /** The fields that differ from the stored record; `Id` of the record to update. */
    readonly record: Readonly<Record<string, FieldValue>>;
}

export type MappedState = 'New' | 'InProgress' | 'Completed';

/** The request of a save, as `onSaveLog` of the managed package receives it. */
export interface SaveRequest {
    readonly eventName:
        | 'interactionChanged'
        | 'interactionDisconnected'
        | 'interactionChangedAfterDisconnect'
        | 'interactionACWCompleted'
        | 'interactionRemoved'
        | 'openCallLog'
        | 'appDisconnected';
    /** The current condensed interaction, in the client's spelling. */
    readonly interaction: Readonly<Record<string, unknown>>;
    /**
     * Which life of the conversation the log is of. A conversation may come back under the same ID; `interaction.id` and `segment`
     * together identify the log, and are the same in all its saves. The agent's participant ID, else the time of the connection,
     * else a name that says which segment it follows.
     */
    readonly segment: string;
    /** The fields that changed since the last successful save, by API name; `Id` once it is known. */
    readonly callLog: Readonly<Record<string, FieldValue>>;
}

export type FieldValue = string | number | boolean | null;

/** A longer answer to a save: the fields that were not stored, and why. */
export interface SaveResult {
    readonly id: string;
    readonly dropped?: readonly { readonly field: string; readonly reason?: string }[];
}

export interface Session {
    /** Receives a message of the channel, an object or JSON text, in any known spelling. Never throws. */
    receive(message: unknown): Change;
    /** Live interactions and a few that are done, oldest first. Frozen; a new array after every change. */
    readonly interactions: readonly Interaction[];
    interaction(id: string): Interaction | null;
    /** ID of the interaction that is selected in the client. If that is done or unknown, of the live one that came last, else of the one to wrap up. */
    readonly selected: string | null;
    readonly agent: Agent;
    /** The actions that the interaction's state allows now. None if it is over. All if it is unknown. */
    can(id: string): readonly Action[];
    // Like Patchbay's builders, but an action that the interaction's state does not allow is a problem at /data/action.
    updateState(action: SimpleAction, id: string): Message;
    blindTransfer(id: string, target: Target): Message;
    consultTransfer(id: string, target: Target): Message;
    secureSession(id: string, context: SecureSessionContext): Message;

    /** The agent opened a record. It joins a list of the selected live interaction, or else of the one that came last. Never throws. */
    visit(record: SalesforceRecord): Change;
    /** Adds records that popped or from which the agent dialled. A single one is chosen; of several the agent chooses. Never throws. */
    associate(id: string, records: readonly SalesforceRecord[]): Change;
    /** The agent chooses a record of a list by its ID of 15 or 18 characters, or none. Never throws. */
    choose(id: string, list: ListName, recordId: string | null): Change;
    /**
     * The agent edits fields of the log, by API name: `Description` (comments), `Subject`, `Type`, custom fields. An invalid value is
     * a problem; the others are applied. Never throws.
     */
    edit(id: string, values: Readonly<Record<string, FieldValue>>): Change;
    /** The agent opens the log, which is saved at once. */
    openLog(id: string): Change;
    /**
     * Sets the answers of getObjectInfo for Task and EngagementInteraction, if they arrive after the session was opened. The change
     * has the problems of these answers, and of the mapped fields according to them. Never throws.
     */
    know(infos: { readonly objectInfo?: object; readonly engagementInfo?: object }): Change;
    /** The logs of all live interactions, of a few that ended, and all that are not saved; oldest first. */
    readonly logs: readonly InteractionLog[];
    /** The log with this ID: an interaction's ID means its latest segment. */
    log(id: string): InteractionLog | null;

    /** Saves that are not confirmed. */
    readonly pending: readonly (SaveRequest | EngagementRequest)[];
    /** Sends all pending saves now. Resolves when none is left, or rejects with a PatchbayError about those that failed. */
    flush(): Promise<void>;
    /** Problems of the options and of persistence: storage that is full or forbidden, stored data that cannot be read. */
    readonly problems: readonly Problem[];
    /**
     * Ends the session: sends all pending saves, waits up to three seconds for their answers, and frees timers and memory. Saves that
     * are not confirmed stay stored for the next session. Later calls change nothing.
     */
    close(): Promise<void>;
}

/** A Salesforce record. */
export interface SalesforceRecord {
    /** 15 or 18 characters. */
    readonly id: string;
    readonly objectApiName: string;
    readonly name: string;
    /** Of an account: whether it is a person account. */
    readonly isPersonAccount?: boolean;
    /** Of a person account: its contact. Activities refer to the contact, because their Name cannot be an account. */
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

/** The log of one segment of an interaction: of one life of a conversation, which may come back under the same ID. */
export interface InteractionLog {
    /** Identifies the log in this session: the interaction's ID for its latest segment; former ones have IDs of their own. */
    readonly id: string;
    readonly interactionId: string;
    /** Which segment it is of; the same as in its saves. */
    readonly segment: string;
    /** The ID of the saved record, once known. */
    readonly recordId: string | null;
    readonly subject: string;
    readonly type: string;
    readonly callType: 'Inbound' | 'Outbound' | 'Internal';
    // In the order of the agent's visits. The array is built when it is read; use `chosen` or `counts` if they are enough.
    readonly name: readonly ListEntry[];
    readonly relatedTo: readonly ListEntry[];
    readonly chosen: { readonly name: ListEntry | null; readonly relatedTo: ListEntry | null };
    readonly counts: { readonly name: number; readonly relatedTo: number };
    /** A lead is chosen as Name, so Salesforce allows no Related To. The choice is kept for another Name. */
    readonly relatedToExcluded: boolean;
    /** The values of the record once everything is saved, by API name. */
    readonly values: Readonly<Record<string, FieldValue>>;
    readonly saveState: SaveState;
    /** Number of failed attempts since the last success. */
    readonly failures: number;
    /** Fields that could not be stored, and why the last save failed. Paths begin with the field's API name. */
    readonly problems: readonly Problem[];
    /** The interaction's EngagementInteraction record, if one is kept. */
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
 * `none`: there is nothing to save yet, or no `save`. `pending`: changes wait to be sent, or for the next trigger if
 * the save was declined. `saving`: a save is in flight. `saved`:
 * everything is confirmed. `failing`: the last attempt failed and will be repeated.
 */
export type SaveState = 'none' | 'pending' | 'saving' | 'saved' | 'failing';

/** The agent. Status and routing status change independently: the status stays MEAL while the routing status is OFF_QUEUE. */
export interface Agent {
    readonly status: string | null;
    readonly subStatus: string | null;
    readonly routingStatus: string | null;
    /** The ID of the status, as `updateStatus` takes it; null if the client has not reported it. */
    readonly statusId: string | null;
}

export interface Interaction {
    readonly id: string;
    readonly kind: 'call' | 'callback' | 'chat' | 'email' | 'message' | 'voicemail';
    readonly phase: 'alerting' | 'dialing' | 'connected' | 'held' | 'disconnected' | 'done';
    readonly direction: 'inbound' | 'outbound';
    /** The agent is a party of it now, or is asked to be. */
    readonly live: boolean;
    readonly internal: boolean;
    /** It is part of a consult transfer that is not completed. */
    readonly consulting: boolean;
    /** On the second interaction of a consult transfer, the ID of the first. */
    readonly consultOf: string | null;
    /** The client announced a blind transfer of it. */
    readonly transferring: boolean;
    readonly name: string;
    readonly address: string;
    readonly queue: string | null;
    // ISO 8601 in UTC with milliseconds, by the client's clock.
    readonly startTime: string | null;
    readonly connectedTime: string | null;
    readonly endTime: string | null;
    /** Null unless the parties are in contact and the client reports it. */
    readonly recording: 'active' | 'paused' | 'none' | null;
    /** The recording is paused for secure data. True only while the parties are in contact. */
    readonly securePause: boolean;
    /** IDs of the outbound campaign; null if there is none. */
    readonly dialer: Readonly<Record<'contactId' | 'contactListId' | 'campaignId', string | null>> | null;
    readonly wrapUpCode: string | null;
    /** Seconds from connection to end, as the client reports them. */
    readonly durationSeconds: number | null;
    readonly attributes: Readonly<Record<string, string>>;
}

/** What a call changed; everything is empty if nothing did. */
export interface Change {
    /** IDs of interactions that were added, changed or removed. */
    readonly interactions: readonly string[];
    readonly agent: boolean;
    readonly selection: boolean;
    /** IDs of interactions whose logs were added, changed or removed. */
    readonly logs: readonly string[];
    readonly lists: readonly ListChange[];
    /** Number of saves that were sent. */
    readonly saves: number;
    readonly problems: readonly Problem[];
}

/** A change in a list of a log. */
export interface ListChange {
    /** The interaction's ID. */
    readonly id: string;
    readonly list: ListName;
    /** Records to add at the end, or to replace if they are already in the list. Records are never removed. */
    readonly added: readonly ListEntry[];
    /** The ID of the chosen record. */
    readonly selected: string | null;
}
