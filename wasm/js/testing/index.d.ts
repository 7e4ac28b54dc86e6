// `patchbay/testing`: sessions for unit tests, without timers, storage or WebAssembly to know of.

import type { Change, EngagementRequest, Patchbay, SaveRequest, Session, SessionOptions } from '../index.js';

export { PatchbayError, PatchbayLoadError } from '../index.js';

/** Stands for the real `load` under components: gives the Patchbay of the `openTesting` that was called last. */
export function load(): Promise<Patchbay>;

/**
 * Opens a real session on a clock of its own: nothing is kept, and time passes only when the test says so. It works with
 * Jest's fake timers and without, in Node, jsdom and a browser.
 *
 * ```js
 * const { session, play, passTime, saves } = await openTesting();
 * await play(fixtures.inboundCall);
 * await passTime(2000);
 * expect(saves.at(-1).eventName).toBe('interactionACWCompleted');
 * ```
 *
 * A component that opens its own session gets one on this clock where the configuration of sfdx-lwc-jest says
 *
 * ```js
 * moduleNameMapper: { '^c/patchbay$': 'patchbay/testing' },
 * transformIgnorePatterns: ['/node_modules/(?!patchbay/)']
 * ```
 */
export function openTesting(options?: TestingOptions): Promise<Testing>;

/**
 * A session's options. `storage` is null, `locale` en-US and `timeZone` UTC unless they are given. Without `save`, each
 * interaction's log is saved at once, under a Task ID of its own.
 */
export interface TestingOptions extends SessionOptions {
    /** When the clock starts: milliseconds since 1970, or ISO 8601. Left out: 2026-01-05T09:00:00.000Z. */
    readonly now?: number | string;
}

export interface Testing {
    /** Patchbay itself; the sessions that are opened with it are on the clock too, and their saves among `saves`. */
    readonly patchbay: Patchbay;
    readonly session: Session;
    /** `session.receive`, at once. */
    receive(message: unknown): Change;
    /**
     * Plays every message of a fixture, or of a recording of one's own, each at its time: to the session, or to `receive`,
     * the listener that a component gave to subscribe() for example.
     */
    play(recording: Recording, receive?: (message: RecordedMessage) => void): Promise<void>;
    /** Time passes: what is due by then is done, and what was promised meanwhile is kept. */
    passTime(milliseconds: number): Promise<void>;
    /** What the clock shows, in milliseconds since 1970. */
    readonly now: number;
    /** What was given to `save`, and to the `save` of EngagementInteraction records, in order: one array that grows. */
    readonly saves: readonly (SaveRequest | EngagementRequest)[];
    /** Closes the session, and waits for no real time. */
    close(): Promise<void>;
}

/** Messages of the client as they came, for `play`. */
export interface Recording {
    readonly events: readonly RecordedEvent[];
}

export interface RecordedEvent {
    /** Milliseconds after the message before. */
    readonly afterMs: number;
    readonly message: RecordedMessage;
}

export interface RecordedMessage {
    readonly type: string;
    readonly category?: string;
    readonly data?: unknown;
}

/** A recording with a name, as plain, frozen data. */
export interface Fixture extends Recording {
    /** What happens in it, in a sentence. */
    readonly title: string;
}

export const fixtures: {
    /** Answered, held, resumed, recording paused, ended and wrapped up. */
    readonly inboundCall: Fixture;
    /** The second interaction of a consult transfer comes and goes beside the first. */
    readonly consultTransfer: Fixture;
    /** A chat beside a call of an outbound campaign that is transferred blind. */
    readonly chatAndDialer: Fixture;
};
