// The public API of the npm package `patchbay` and of the LWC module `c/patchbay`. The data types are written out of the Rust types.
import type {
    Action,
    ActivityClass,
    Agent,
    AgentStatus,
    BrowserStorage,
    CallType,
    ConsultControl,
    ConfigurationVerdict,
    DirectoryTarget,
    EngagementAnswer,
    EngagementRequest,
    FieldValue,
    GivenRecord,
    Interaction,
    InteractionKind,
    ListChange,
    ListEntry,
    ListName,
    LogKeeper,
    LogSummary,
    ParticipantContext,
    PendingSave,
    PreflightReport,
    Problem,
    SaveRequest,
    SecureSessionContext,
    SentAction,
    ServiceLevel,
    SettingsVerdict,
    SimpleAction,
    SummaryPart,
    Target,
    TransferTarget,
    TargetKind,
    TimelineEntry,
    TypingState,
    WaitingContact
} from './types.js';

export * from './types.js';

/**
 * Loads the WebAssembly module once; later calls return the same Patchbay. All of Patchbay is synchronous after that. Rejects with
 * PatchbayLoadError.
 */
export function load(options?: LoadOptions): Promise<Patchbay>;

export interface LoadOptions {
    /** The bytes of `patchbay_bg.wasm`, or a promise of them. Default: those in the package. */
    readonly wasm?: BufferSource | Promise<BufferSource>;
}

/** The module could not be loaded. `reason` is the cause, `message` says what to do. A later `load()` retries. */
export class PatchbayLoadError extends Error {
    readonly reason: 'csp' | 'sandbox' | 'corrupt' | 'unsupported';
}

/**
 * Thrown by builders, and by functions whose documentation says so. Nothing has been changed or sent then. `message` quotes no input,
 * because a browser prints it if nobody catches the error; `problems` may quote input.
 */
export class PatchbayError extends Error {
    readonly problems: readonly Problem[];
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

    // Builders. Each returns a Message for you to publish; none sends anything.

    /**
     * Builds an action that needs only the interaction's ID.
     *
     * @throws {@link PatchbayError} if a value is invalid.
     *
     * @example
     * publish(context, CHANNEL, patchbay.updateState('pickup', id));
     */
    updateState(action: SimpleAction, id: string): Message;
    /**
     * Builds a transfer without consultation.
     *
     * @throws {@link PatchbayError} if a value is invalid, or the target is already encoded.
     *
     * @example
     * publish(context, CHANNEL, patchbay.blindTransfer(id, { flow: 'Auditor Secure Flow' }));
     */
    blindTransfer(id: string, target: Target): Message;
    /**
     * Builds the start of a transfer with consultation; `concludeTransfer` completes it.
     *
     * @throws {@link PatchbayError} if a value is invalid, or the target is already encoded.
     *
     * @example
     * publish(context, CHANNEL, patchbay.consultTransfer(id, { phone: '+61 491 570 156' }));
     */
    consultTransfer(id: string, target: Target): Message;
    /**
     * Builds the transfer to a secure IVR flow.
     *
     * @throws {@link PatchbayError} if a value is invalid, or a card number is in `userData`.
     *
     * @example
     * publish(context, CHANNEL, patchbay.secureSession(id, { flowId: 'f3a1', userData: 'policy 7', disconnect: false }));
     */
    secureSession(id: string, context: SecureSessionContext): Message;
    /**
     * Builds custom attributes of an interaction; null clears one.
     *
     * @throws {@link PatchbayError} if a value is invalid, or a card number is in one.
     *
     * @example
     * publish(context, CHANNEL, patchbay.addCustomAttributes(id, { 'Claim.Number': 7, 'Claim.Urgent': true }));
     */
    addCustomAttributes(id: string, attributes: Readonly<Record<string, string | number | boolean | null>>): Message;
    /**
     * Builds a change of the agent's status, by the status's ID or its name, `Break` for example.
     *
     * @throws {@link PatchbayError} if the value is invalid.
     *
     * @example
     * publish(context, CHANNEL, patchbay.updateStatus('31fe3bac-dea6-44b7-bed7-47f91660a1a0'));
     */
    updateStatus(status: string): Message;
    /**
     * Builds a request for more events, such as `conversationTranscription`, `chatUpdate` and `messageUpdate`. Unknown names are sent
     * unchanged, because no document lists them. The default type is `Notification`.
     *
     * @throws {@link PatchbayError} if a value is invalid.
     *
     * @example
     * publish(context, CHANNEL, patchbay.subscribe(['conversationTranscription']));
     */
    subscribe(categories: readonly string[], type?: 'Interaction' | 'UserAction' | 'Notification'): Message;

    /**
     * The context that a transfer to this target would send, for a preview.
     *
     * @throws {@link PatchbayError} as the transfers do.
     *
     * @example
     * const { transferTarget, transferTargetType } = patchbay.participantContext({ queueId: 'q' });
     */
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
    engagement(operation: 'create' | 'update', interaction: object, options: EngagementOptions): EngagementAnswer;

    /**
     * Reads an organisation's configuration: the answer of the Apex method `PatchbayConfiguration.read`, and options in code, which take
     * precedence. Gives the options of a session, what agents may choose of, and what is wrong with which record. With `infos`, as
     * `setObjectInfo` takes them, also what is wrong in the light of the organisation; otherwise the session says so. Never throws.
     *
     * @example
     * const { options, statuses } = patchbay.configuration('{"settings":{"Log_Keeper__c":"patchbay"}}');
     * const configured = patchbay.session(options);
     */
    configuration(
        records: object | string | null,
        code?: ConfigurationInCode | null,
        infos?: Parameters<Session['setObjectInfo']>[0]
    ): Configuration;

    /**
     * Validates the integration settings of Salesforce v1 together, in the order of configuration. Never throws. Of a secret it
     * learns only whether there is one.
     */
    settings(list: readonly object[]): SettingsReport;

    /**
     * Judges what is known of an org: what would keep Patchbay from working there. Never throws. Whoever shows a finding says what
     * its code means; c-patchbay-health and the command `patchbay preflight` do.
     *
     * @example
     * const { valid, findings } = patchbay.preflight({ closedStatuses: ['Completed'], storage: true });
     */
    preflight(facts: PreflightFacts): PreflightReport;

    /** Same as encodeURIComponent, but a lone surrogate throws PatchbayError instead of URIError. */
    encode(text: string): string;
}

/** The configuration of an organisation, read and judged. */
export interface Configuration extends Omit<ConfigurationVerdict, 'options'> {
    /** Options of a session. `records` names the records that they were made of, so that the session's problems name them too. */
    readonly options: SessionOptions;
}

/** What a developer may write in code instead of records: each option that is there replaces all records of it. */
export interface ConfigurationInCode extends SessionOptions {
    /** Whether to search for the records of whoever calls. */
    readonly recordSearch?: boolean;
    readonly statuses?: readonly (Pick<AgentStatus, 'id' | 'label'> & Partial<AgentStatus>)[];
    readonly transferTargets?: readonly (Pick<TransferTarget, 'label' | 'kind' | 'value'> & Partial<TransferTarget>)[];
}

/** What is known of an org. A fact that is left out or null is unknown, and so is one that cannot be read, which is a problem. */
export interface PreflightFacts {
    /** Names of permission sets that the user has, or that a project holds. */
    readonly permissionSets?: readonly string[] | null;
    /** Whether the user may use an Apex class, by its name. */
    readonly apexClasses?: Readonly<Record<string, boolean | null>> | null;
    readonly tasks?: {
        readonly read?: boolean | null;
        readonly create?: boolean | null;
        readonly edit?: boolean | null;
    } | null;
    /** By API name; false where there is no such field. */
    readonly taskFields?: Readonly<
        Record<string, false | { readonly read: boolean; readonly create: boolean; readonly edit: boolean }>
    > | null;
    /** Active values of the picklist Type of tasks. */
    readonly taskTypes?: readonly string[] | null;
    /** Statuses that close a task. */
    readonly closedStatuses?: readonly string[] | null;
    /** Whether an object that the org wants in Related To allows activities, by API name. */
    readonly relatedTo?: Readonly<Record<string, boolean | null>> | null;
    /** Whether the message channel is there. */
    readonly channel?: boolean | null;
    /** How many seconds somebody has listened, and how many messages of each `type` were heard. */
    readonly events?: { readonly seconds: number; readonly types: Readonly<Record<string, number>> } | null;
    /** Names of Apex classes that implement an extension point of the Genesys package. */
    readonly extensions?: readonly string[] | null;
    readonly lightningWebSecurity?: boolean | null;
    /** Languages of users, and those that Patchbay's labels are translated to, as `de` or `de_AT`. */
    readonly languages?: { readonly used: readonly string[]; readonly translated: readonly string[] } | null;
    /** Whether the browser stores. */
    readonly storage?: boolean | null;
}

/** The result of `settings`: what is wrong, and questions that the settings answer. */
export interface SettingsReport extends SettingsVerdict {
    /**
     * The class of an activity, or of the agent's status. `group` is null if there is only one historical form.
     *
     * @example
     * const activityClass = patchbay.settings(forms).classify(null, session.agent);
     */
    classify(group: string | null, activity: string | Agent): ActivityClass;
    /**
     * Service level and abandon rate of contacts, by the thresholds of the settings.
     *
     * @example
     * const { answeredWithin } = patchbay.settings(forms).serviceLevel(null, [{ waitSeconds: 12, answered: true }]);
     */
    serviceLevel(
        group: string | null,
        contacts: readonly WaitingContact[]
    ): ServiceLevel & { readonly problems: readonly Problem[] };
}

export interface SessionOptions {
    /**
     * Saves a log. Resolves to the record's ID, or to '' if it declines: then the changes are offered again at the next trigger (the
     * agent edits or opens the log, the interaction ends, is wrapped up or removed). A save that rejects is sent again until it
     * succeeds. Default: logs are kept in the session but not saved.
     */
    readonly save?: (request: SaveRequest) => Promise<string | SaveResult> | string | SaveResult;
    /**
     * Maps the name of an attribute to the API name of a field of the activity. Mappings for one type of interaction are nested under
     * it: `{ 'Call.QueueName': 'Queue__c', chat: { 'Chat.Transcript': 'Transcript__c' } }`. Or a list, where a mapping may also be for
     * some directions only.
     */
    readonly fields?: Readonly<Record<string, string | Readonly<Record<string, string>>>> | readonly FieldMapping[];
    /** The answer of getObjectInfo for Task: which fields the user may create and edit. Default: all fields are writable. */
    readonly objectInfo?: object;
    /** Keeps one EngagementInteraction record for each interaction. Default: none. */
    readonly engagement?: EngagementOptions & {
        /** Stores a record. Answers like `save`, and is repeated like it. */
        readonly save: (request: EngagementRequest) => Promise<string | SaveResult> | string | SaveResult;
    };
    /** What to do with a transcript longer than its field, or than 131,072 characters. Default: `refuse`. */
    readonly transcripts?: 'refuse' | 'cut';
    /**
     * Stores a transcript that is mapped to a lookup in a record of its own: an object, and its field for the text. The value of the
     * lookup in a save is a RelatedRecord.
     */
    readonly transcriptRecord?: { readonly objectApiName: string; readonly field: string };
    /** What makes the activity a logged call: its status, when it is closed, and fixed values. */
    readonly task?: TaskOptions;
    /** The statuses of tasks, if they are known already; see `setObjectInfo`. */
    readonly taskStatuses?: readonly TaskStatus[];
    /**
     * Who keeps the interaction log. With `package` or `none` this session saves nothing, even with `save`. Default: `patchbay` if
     * `save` is given, else `none`.
     */
    readonly logKeeper?: LogKeeper;
    /** API name of your own object, if `save` stores logs in one: an answer with the ID of another object is refused. Default: `Task`. */
    readonly logObject?: string;
    /** Which records of Setup the options were made of, as `configuration` gives it: problems name them. */
    readonly records?: object;
    /** Host of the organisation's Genesys Cloud region, such as `mypurecloud.com`, for `Interaction.Url`. */
    readonly region?: string;
    /** BCP 47 locale of the date and time in a log's subject. Default: the browser's. */
    readonly locale?: string;
    /** IANA time zone of the agent: of the date and time in a log's subject, and of the day of its activity. Default: the browser's. */
    readonly timeZone?: string;
    /**
     * Where the session is persisted to survive a reload. Default: the browser's session storage, and for unsaved logs also its
     * local storage, which survives a closed tab. A given storage is used for both. With null nothing is persisted.
     */
    readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
    /**
     * Where in the browser the session is stored: `none`, nowhere; `tab`, in session storage, which survives a reload; `lasting`, for
     * logs that are not saved also in local storage, which survives a closed tab and a crash. Default: `lasting`.
     */
    readonly browserStorage?: BrowserStorage;
    /** Days after its last change for which a log that cannot be saved is stored, from 1 to 3,650. Default: 30. */
    readonly browserStorageDays?: number;
    /** Identifies the agent, for example by the Salesforce user's ID. Stored data is read by the same user only. */
    readonly user?: string;
    /** Publishes a message. Called for what `subscribe` built, when the client announces that it has been set up anew. */
    readonly publish?: (message: Message) => void;
    /** Called after everything that changed the session or had a problem. */
    readonly onChange?: (change: Change) => void;
}

/** Which attribute is stored in which field. */
export interface FieldMapping {
    readonly attribute: string;
    /** The API name of the field. */
    readonly field: string;
    /** The types of interactions that it is for, as the document of attributes calls them. Default: all that have the attribute. */
    readonly types?: readonly string[];
    /** The directions that it is for. Default: all. */
    readonly directions?: readonly CallType[];
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

/** What an organisation chooses for its logs as tasks. */
export interface TaskOptions {
    /** The status while the interaction is live: the API name of one that leaves a task open. Default: the organisation's default. */
    readonly openStatus?: string;
    /** The status of a closed log: the API name of one that closes a task. Default: the first of the organisation. */
    readonly closedStatus?: string;
    /** The subtype of the task. Default: Call, Email or Task, by the type of the interaction. */
    readonly subtype?: 'Call' | 'Email' | 'Task';
    /** The same for some interactions. Of several rules the first that applies counts, whole. */
    readonly rules?: readonly (Omit<TaskOptions, 'rules' | 'values'> & {
        readonly types?: readonly InteractionKind[];
        readonly directions?: readonly CallType[];
    })[];
    /** When the log gets its closed status: when the interaction is disconnected, or wrapped up. Default: `disconnected`. */
    readonly closeWhen?: 'disconnected' | 'wrappedUp';
    /** Fixed values. Of several for one field the first that applies counts. Mapped attributes and the agent take precedence. */
    readonly values?: readonly FixedValue[];
}

/** A fixed value of a field, such as `RecordTypeId`, `Priority` or a custom field. */
export interface FixedValue {
    /** The API name of the field. */
    readonly field: string;
    readonly value: string | number | boolean;
    /** The types of interactions that it is for. Default: all. */
    readonly types?: readonly InteractionKind[];
    /** The directions that it is for. Default: all. */
    readonly directions?: readonly CallType[];
}

/** A status of tasks. A list of them is sorted as the picklist is. */
export interface TaskStatus {
    /** The API name. */
    readonly name: string;
    /** Whether it closes a task. */
    readonly isClosed: boolean;
    /** Whether a task that is given none has it. */
    readonly isDefault?: boolean;
}

/** A longer answer to a save: the fields that were not stored, and why. */
export interface SaveResult {
    readonly id: string;
    readonly dropped?: readonly { readonly field: string; readonly reason?: string }[];
    /** The revision of a later save that was there before. Then nothing was written, and the changes are sent again. */
    readonly newerRevision?: number;
    /** What the store knows of records in the lists: a lead that was converted has `convertedContactId`. */
    readonly records?: readonly GivenRecord[];
}

/** A target as the organisation names it. */
export interface GivenTarget {
    /** Or what people call it: `agent`, `queue`, `number`. */
    readonly kind: TargetKind | string;
    /** An ID, a number, a flow's name or ID, or an address. Not encoded. */
    readonly value: string;
    readonly label?: string;
    readonly group?: string;
    /** Lower numbers come first. */
    readonly sort?: number;
    readonly available?: boolean;
    readonly status?: string;
    readonly waitSeconds?: number;
}

/** What `findTargets` found. */
export interface FoundTargets {
    readonly targets: readonly DirectoryTarget[];
    /** How many fit, among them those beyond the first 20. */
    readonly total: number;
    readonly problems: readonly Problem[];
}

export interface Session {
    /** Receives a message of the channel, an object or JSON text, in any known spelling. Never throws. */
    receive(message: unknown): Change;
    /**
     * Calls `listener` after everything that changed the session or had a problem, after `onChange`. Returns the function that
     * unsubscribes it. If a listener throws, the others are still called, and the
     * problem `listener-failed` says so: in this change, and once to the others and in `problems`.
     *
     * @throws {@link PatchbayError} if `listener` is not a function.
     *
     * @example
     * const unsubscribe = session.subscribe(({ interactions }) => console.log(interactions));
     * unsubscribe();
     */
    subscribe(listener: (change: Change) => void): () => void;
    /** Live interactions and a few that are done, oldest first. Frozen; a new array after every change. */
    readonly interactions: readonly Interaction[];
    interaction(id: string): Interaction | null;
    /** ID of the interaction that is selected in the client. If that is done or unknown, of the live one that came last, else of the one to wrap up. */
    readonly selected: string | null;
    /**
     * Selects an interaction, as the client does by a message. Whoever selects last wins. Null selects none. Never throws.
     *
     * @example
     * session.select(id);
     * console.log(session.selected === id);
     */
    select(id: string | null): Change;
    /**
     * ID of the interaction to show: the selected one, or as long as the agent types in another, that one. It is the ID of a log
     * if the interaction is gone.
     */
    readonly shown: string | null;
    /** ID of the interaction that waits to be shown: the selected one, unless it is shown, or else the last that alerts. */
    readonly waiting: string | null;
    /**
     * The agent asks for an interaction: selects it, and shows it whatever is typed elsewhere. Never throws.
     *
     * @example
     * if (session.waiting) session.show(session.waiting);
     */
    show(id: string | null): Change;
    /**
     * A field of an interaction, or of a log, has the focus or text that was not sent; null if neither is true any more. As long
     * as it is typed in, no message and no `select` changes what is shown. Never throws.
     *
     * @example
     * session.typing('comments', id, 'focus');
     * session.typing('comments', id, null);
     */
    typing(field: string, id: string, state?: TypingState | null): Change;
    readonly agent: Agent;
    /** The actions that the interaction's state allows now. None if it is over. All if it is unknown. */
    can(id: string): readonly Action[];
    /**
     * The actions to offer on a screen: those that are possible now, or may be before the interaction ends. What never applies to its
     * kind is not among them, and in a consult transfer no second transfer is. All if it is unknown.
     *
     * @example
     * const buttons = session.offered(id).map((action) => ({ action, disabled: !session.can(id).includes(action) }));
     */
    offered(id: string): readonly Action[];
    /**
     * The controls of the consult transfer that an interaction is a part of: to conclude it, to cancel it, to swap the parties. None
     * until both parts are known. Send what the steps of one say, in their order.
     *
     * @example
     * const swap = session.consultControls(id).find(({ name }) => name === 'swap');
     * if (swap?.possible) {
     *     for (const { action, id: part, on } of swap.steps) publish(context, CHANNEL, session.updateState(action, part, on ?? undefined));
     * }
     */
    consultControls(id: string): readonly ConsultControl[];

    // Builders, as of Patchbay. Those of an action throw also if the interaction's state does not allow the action: a problem at
    // /data/action.

    /**
     * Builds an action that needs only the interaction's ID. `hold`, `mute` and `securePause` are toggles: give `on` to build the
     * message only if it turns what is known of the interaction.
     *
     * @throws {@link PatchbayError} The problem `just-sent` says that the same action was sent a moment ago.
     *
     * @example
     * publish(context, CHANNEL, session.updateState('securePause', id, true));
     */
    updateState(action: SimpleAction, id: string, on?: boolean): Message;
    /**
     * Answers the interaction. Same as `updateState('pickup', id)`; the next five are short for `updateState` too.
     *
     * @throws {@link PatchbayError}
     *
     * @example
     * if (session.can(id).includes('pickup')) {
     *     publish(context, CHANNEL, session.pickup(id));
     * }
     */
    pickup(id: string): Message;
    /** Ends the interaction. @throws {@link PatchbayError} */
    disconnect(id: string): Message;
    /** Holds the interaction; sent again, resumes it. @throws {@link PatchbayError} */
    hold(id: string, on?: boolean): Message;
    /** Mutes the agent; sent again, unmutes. The client does not report it: `on` is compared with what was last sent. @throws {@link PatchbayError} */
    mute(id: string, on?: boolean): Message;
    /** Pauses the recording for secure data; sent again, resumes it. @throws {@link PatchbayError} */
    securePause(id: string, on?: boolean): Message;
    /** Completes a consult transfer. @throws {@link PatchbayError} */
    concludeTransfer(id: string): Message;
    /** Builds a transfer without consultation. @throws {@link PatchbayError} */
    blindTransfer(id: string, target: Target): Message;
    /** Builds the start of a transfer with consultation. @throws {@link PatchbayError} */
    consultTransfer(id: string, target: Target): Message;
    /** Builds the transfer to a secure IVR flow. @throws {@link PatchbayError} */
    secureSession(id: string, context: SecureSessionContext): Message;
    /** Builds custom attributes of an interaction. @throws {@link PatchbayError} */
    addCustomAttributes(id: string, attributes: Readonly<Record<string, string | number | boolean | null>>): Message;
    /**
     * Builds the custom attributes that hand the records of an interaction's log over to the other side of a transfer: `sf_urlpop` is
     * the chosen record's ID, `sf_workspaceassociations` has the lists. Publish it before the transfer. Null if the lists are empty.
     *
     * @example
     * const message = session.handOver(id);
     * if (message) publish(context, CHANNEL, message);
     */
    handOver(id: string): Message | null;
    /**
     * Finds transfer targets by name: among those that the organisation configured, those that its own source found for the text, the
     * ten that this agent used last and the favourites. Best first, at most 20; each target once. Without a text, the favourites, the
     * recent ones and what is configured. Never throws; an entry that cannot be used is left out, and `problems` says why.
     *
     * @example
     * const configured = [{ kind: 'queueId', value: 'b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502', label: 'Billing' }];
     * const [best] = session.findTargets({ text: 'bil', configured }).targets;
     * console.log(best?.kind, best?.value);
     */
    findTargets(given: {
        readonly text?: string;
        readonly configured?: readonly GivenTarget[];
        readonly found?: readonly GivenTarget[];
    }): FoundTargets;
    /**
     * Remembers a found target that an interaction was sent to, in the session's storage. Not a number that nobody has configured: it
     * may be a customer's. Never throws.
     */
    rememberTarget(target: DirectoryTarget): void;
    /** Marks a found target as a favourite of this agent, or takes the mark back; as `rememberTarget` does. */
    setFavourite(target: DirectoryTarget, favourite: boolean): void;
    /** Builds a change of the agent's status. @throws {@link PatchbayError} */
    updateStatus(status: string): Message;
    /** The context that a transfer to this target would send, for a preview. @throws {@link PatchbayError} */
    participantContext(target: Target): ParticipantContext;
    /**
     * Builds a request for more events, as Patchbay's builder does. Publish the message; the session gives it to `publish` again
     * whenever the client announces that it was set up again.
     *
     * @throws {@link PatchbayError}
     */
    subscribe(categories: readonly string[], type?: 'Interaction' | 'UserAction' | 'Notification'): Message;

    /**
     * Records a message that you published, so that the session follows what comes of it and refuses the same action for a moment.
     * Never throws.
     *
     * @example
     * const message = session.hold(id, true);
     * publish(context, CHANNEL, message);
     * session.sent(message);
     */
    sent(message: Message): Change;
    /** The latest of each action that was sent to a live interaction, and of the agent's status; oldest first. */
    readonly sentActions: readonly SentAction[];

    /**
     * The agent opened a record. It joins a list of the selected live interaction, or else of the one that came last, and is in front
     * from now on, until another is opened or left. The record in front joins every interaction that connects meanwhile; an outbound
     * one that begins has it chosen, as the one that was dialled from. Never throws.
     */
    visit(record: GivenRecord): Change;
    /** The agent left the record in front for a page that is no record's. Never throws. */
    leave(): Change;
    /**
     * Adds records that popped or from which the agent dialled. A single one is chosen; of several the agent chooses. With a number
     * instead of an ID the records, at most 20, wait up to two minutes for an interaction with that number, which a click to dial is
     * about to make. Numbers are compared by their digits. Never throws.
     *
     * @example
     * session.associate({ number: '+1 317 555 0123' }, [{ id: '0035g00000LqT4r', objectApiName: 'Contact', name: 'Nadia Lindgren' }]);
     */
    associate(id: string | { readonly number: string }, records: readonly GivenRecord[]): Change;
    /**
     * The agent chooses a record of a list by its ID of 15 or 18 characters, or none. Never throws.
     *
     * @example
     * session.selectRecord(id, 'relatedTo', '5005g00000RvW2qAAF');
     */
    selectRecord(id: string, list: ListName, recordId: string | null): Change;
    /**
     * The agent edits fields of the log, by API name: `Description` (comments), `Subject`, `Type`, custom fields. An invalid value is
     * a problem; the others are applied. Never throws.
     *
     * @example
     * const { problems } = session.updateFields(id, { Description: 'Water in the cellar.', Amount__c: 5 });
     */
    updateFields(id: string, values: Readonly<Record<string, FieldValue>>): Change;
    /**
     * What happened in an interaction, by the ID of the interaction or its log: when, and by whom, oldest first, each thing once. At
     * most 500 entries; the oldest go first, utterances and attributes before the others, and the first entry then says how many.
     * Frozen; the same list until it changes.
     *
     * @example
     * for (const { at, kind, by } of session.timeline(id)) console.log(at, kind, by);
     */
    timeline(id: string): readonly TimelineEntry[];
    /**
     * The parts of the summary of an interaction, written from its timeline by fixed rules: answered at, duration, holds, transfers,
     * records, wrap-up. Whoever shows it makes a sentence of each.
     *
     * @example
     * const answered = session.summary(id).find(({ kind }) => kind === 'answered');
     */
    summary(id: string): readonly SummaryPart[];
    /**
     * Adds the text of a summary to the comments of a log, behind what is there. If the one that was added before is still there, it
     * takes its place; if it is the same, nothing changes. Never throws.
     *
     * @example
     * const { logs } = session.addSummary(id, 'Answered at 9:14.');
     * console.log(logs.length > 0 ? 'added' : 'there already');
     */
    addSummary(id: string, text: string): Change;
    /** The agent opens the log, which is saved at once. */
    openLog(id: string): Change;
    /**
     * Sets what the organisation says of itself, if it arrives after the session was opened: the answers of getObjectInfo for Task
     * and EngagementInteraction, and the statuses of tasks. Until these are known no log has a status; then each gets the one that it
     * should have. The change has the problems of these answers, and of the options according to them. Never throws.
     */
    setObjectInfo(infos: {
        readonly objectInfo?: object;
        readonly engagementInfo?: object;
        readonly taskStatuses?: readonly TaskStatus[];
    }): Change;
    /** Who keeps the interaction log. Whoever searches for records searches only if it is `patchbay`. */
    readonly logKeeper: LogKeeper;
    /** The logs of all live interactions, of a few that ended, and all that are not saved; oldest first. */
    readonly logs: readonly InteractionLog[];
    /** The log with this ID: an interaction's ID means its latest segment. */
    log(id: string): InteractionLog | null;
    /** The documented values of a log's Type. Your organisation may have others. */
    readonly taskTypes: readonly string[];

    /**
     * Saves that are not confirmed. `kind` tells a log from an EngagementInteraction record.
     *
     * @example
     * const logs = session.pending.flatMap((save) => (save.kind === 'log' ? [save.callLog] : []));
     */
    readonly pending: readonly PendingSave[];
    /**
     * Sends all pending saves now. Resolves when none is left. Logs that another page saves are saved by that one at once, which
     * is waited for too.
     *
     * @throws {@link PatchbayError} (a rejection) about the saves that failed.
     *
     * @example
     * await session.saveNow();
     */
    saveNow(): Promise<void>;
    /** Problems of the options and of persistence: storage that is full or forbidden, stored data that cannot be read. */
    readonly problems: readonly Problem[];
    /**
     * Ends the session: sends all pending saves, waits up to three seconds for their answers, and frees timers and memory. Saves that
     * are not confirmed stay stored for the next session. Later calls change nothing.
     */
    close(): Promise<void>;

    /** @deprecated Use {@link Session.selectRecord}. */
    choose: Session['selectRecord'];
    /** @deprecated Use {@link Session.updateFields}. */
    edit: Session['updateFields'];
    /** @deprecated Use {@link Session.setObjectInfo}. */
    know: Session['setObjectInfo'];
    /** @deprecated Use {@link Session.saveNow}. */
    flush: Session['saveNow'];
}

/** The log of one segment of an interaction: of one life of a conversation, which may come back under the same ID. */
export interface InteractionLog extends LogSummary {
    // The record in front first, then the one that came up last; those that are only likely come last. The array is built when it is read; use `chosen` or `counts` if they are enough.
    readonly name: readonly ListEntry[];
    readonly relatedTo: readonly ListEntry[];
    readonly counts: { readonly name: number; readonly relatedTo: number };
    /** What one key of the agent should confirm, by `selectRecord`: the suggested record, or else the first. Null once the agent has chosen. */
    readonly proposed: { readonly name: ListEntry | null; readonly relatedTo: ListEntry | null };
}

/** What a call changed; everything is empty if nothing did. */
export interface Change {
    /** IDs of interactions that were added, changed or removed. */
    readonly interactions: readonly string[];
    readonly agent: boolean;
    /** Whether another interaction is selected or shown, or waits to be shown. */
    readonly selection: boolean;
    /** IDs of interactions whose logs were added, changed or removed. */
    readonly logs: readonly string[];
    readonly lists: readonly ListChange[];
    /** IDs of logs whose timelines changed. */
    readonly timelines: readonly string[];
    /** Number of saves that were sent. */
    readonly saves: number;
    /** Whether `sentActions` changed. */
    readonly sent: boolean;
    /** Actions whose event has come, also after they were unconfirmed. */
    readonly confirmed: readonly SentAction[];
    /** Actions whose event has not come within five seconds. */
    readonly unconfirmed: readonly SentAction[];
    readonly problems: readonly Problem[];
}
