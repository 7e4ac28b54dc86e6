// `patchbay/testing`: sessions for unit tests, without timers or storage.

import type { Change, EngagementRequest, Patchbay, SaveRequest, Session, SessionOptions } from '../index.js';

export { PatchbayError, PatchbayLoadError } from '../index.js';

/** Stands for the real `load` in components under test: returns the Patchbay of the last `openTesting`. */
export function load(): Promise<Patchbay>;

/**
 * Opens a real session with its own clock. Nothing is persisted, and time passes only when the test calls `passTime` or `play`. Works
 * with and without Jest's fake timers, in Node, jsdom and a browser.
 *
 * ```js
 * const { session, play, passTime, saves } = await openTesting();
 * await play(fixtures.inboundCall);
 * await passTime(2000);
 * expect(saves.at(-1).eventName).toBe('interactionACWCompleted');
 * ```
 *
 * A component that opens its own session gets one with this clock if the configuration of sfdx-lwc-jest has
 *
 * ```js
 * moduleNameMapper: { '^c/patchbay$': 'patchbay/testing' },
 * transformIgnorePatterns: ['/node_modules/(?!patchbay/)']
 * ```
 */
export function openTesting(options?: TestingOptions): Promise<Testing>;

/**
 * The options of a session. By default `storage` is null, `locale` is en-US and `timeZone` is UTC. Without `save`, every save succeeds
 * at once, with one Task ID for each interaction.
 */
export interface TestingOptions extends SessionOptions {
    /** The start of the clock: milliseconds since 1970, or ISO 8601. Default: 2026-01-05T09:00:00.000Z. */
    readonly now?: number | string;
}

export interface Testing {
    /** Patchbay itself. Sessions opened with it use the same clock, and their saves are in `saves`. */
    readonly patchbay: Patchbay;
    readonly session: Session;
    /** Calls `session.receive` at once. */
    receive(message: unknown): Change;
    /**
     * Plays every message of a fixture or a recording at its time. The messages go to the session, or to `receive`, for example the
     * listener that a component passed to subscribe().
     */
    play(recording: Recording, receive?: (message: RecordedMessage) => void): Promise<void>;
    /** Lets time pass: runs due timers, and resolves the promises that depend on them. */
    passTime(milliseconds: number): Promise<void>;
    /** The time of the clock, in milliseconds since 1970. */
    readonly now: number;
    /** All requests to `save` and to the `save` of EngagementInteraction records, in order. The same array grows. */
    readonly saves: readonly (SaveRequest | EngagementRequest)[];
    /** Closes the session without waiting in real time. */
    close(): Promise<void>;
}

/** Recorded messages of the client, for `play`. */
export interface Recording {
    readonly events: readonly RecordedEvent[];
}

export interface RecordedEvent {
    /** Milliseconds after the previous message. */
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
    /** A sentence about what happens in it. */
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
