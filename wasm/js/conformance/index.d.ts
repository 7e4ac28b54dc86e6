// `patchbay/conformance`: the executable specification. Captured-shape streams with the phases, lists and saves that follow from
// them, run against any implementation.

/** What is to be judged. Each stream gets an instance of its own. */
export interface Implementation {
    open(org: Org): Instance | Promise<Instance>;
}

/** The org of one stream. */
export interface Org {
    /** Which field of the Task each attribute is written to. */
    readonly fields: Readonly<Record<string, string>>;
    /** Stores a save, as the Save Log extension point does: a new Task, or the one that `callLog.Id` names. Returns its ID. */
    save(request: { readonly callLog: Readonly<Record<string, unknown>> }): string;
}

/**
 * An adapter to an implementation. What it has no method for counts as failed where a stream asks for it; nothing else does.
 *
 * ```js
 * const report = await run({
 *     open({ save }) {
 *         const reducer = openReducer({ save });
 *         return { receive: reducer.receive, phases: () => reducer.phases, settle: () => reducer.saveNow() };
 *     }
 * });
 * console.log(`${report.passed} of ${report.total}`);
 * ```
 */
export interface Instance {
    /** A message of the channel, as the client or anybody else published it. */
    receive(message: unknown): void;
    /** The phase of each interaction that is known, by its ID. */
    phases(): Readonly<Record<string, Phase>>;
    /** Saves what waits to be saved. The stream is over. */
    settle(): void | Promise<void>;
    /** Time passes, in milliseconds, before the next message and after the last. Without it, messages come without a pause. */
    passTime?(milliseconds: number): void | Promise<void>;
    /** The agent opens the page of a record. */
    visit?(record: RecordReference): void;
    /** The agent leaves that page. */
    leave?(): void;
    /** The client's screen pop has found records of an interaction. */
    pop?(interactionId: string, records: readonly RecordReference[]): void;
    agent?(): { readonly status: string | null; readonly subStatus?: string | null };
    /** The log of an interaction: IDs of the records of its lists and of the chosen ones, and the values by API name. */
    log?(interactionId: string): Log | null;
    close?(): void | Promise<void>;
}

export type Phase = 'alerting' | 'dialing' | 'connected' | 'held' | 'disconnected' | 'done';

export interface RecordReference {
    readonly id: string;
    readonly objectApiName: string;
    readonly name: string;
}

export interface Log {
    readonly name: readonly string[];
    readonly relatedTo: readonly string[];
    readonly chosenName: string | null;
    readonly chosenRelatedTo: string | null;
    readonly values: Readonly<Record<string, unknown>>;
}

/** One stream of the specification. */
export interface Stream {
    /** What it is about, such as `Phases`. */
    readonly area: string;
    /** The fact, as a sentence. */
    readonly name: string;
    /** Where the fact is from, by the titles of Patchbay's list of sources. */
    readonly source: string;
    readonly steps: readonly object[];
}

/** One thing that was looked at. */
export interface Check {
    readonly area: string;
    readonly stream: string;
    readonly source: string;
    /** What was looked at, such as `CallType of record 1`. */
    readonly what: string;
    /** The right value; of a phase also a list of right ones. */
    readonly expected: unknown;
    /** The value of the implementation, or what it threw. */
    readonly found: unknown;
    readonly passed: boolean;
}

export interface Report {
    readonly passed: number;
    readonly total: number;
    /** Share of the checks that passed, from 0 to 1. */
    readonly score: number;
    readonly checks: readonly Check[];
}

/** All streams. */
export const streams: readonly Stream[];

/**
 * Runs the streams, one after the other. An implementation that throws fails the checks of that stream, and the others go on.
 *
 * @param options.only which streams are run. Default: all.
 * @throws {TypeError} if the implementation has no method `open`.
 */
export function run(
    implementation: Implementation,
    options?: { readonly only?: (stream: Stream) => boolean }
): Promise<Report>;
