// Network faults between page and Salesforce, switchable at any time. A seeded generator chooses the requests that fail, so that a
// run can be repeated.

/** The ways in which a request can fail. Some concern only writes, or only saves, which answer with an ID. */
export const MODES = Object.freeze({
    error: { label: 'Refused: another user has the record locked' },
    offline: { label: 'Request lost on its way' },
    hang: { label: 'Never answered' },
    lost: { label: 'Stored, but the answer is lost', writes: true },
    twice: { label: 'Arrives twice', writes: true },
    deleted: { label: 'Stored, then deleted by somebody', writes: true },
    empty: { label: 'Answered with an empty ID', saves: true },
    null: { label: 'Answered with null', saves: true },
    foreign: { label: 'Stored, but answered with the ID of another record', saves: true }
});

export const LIMITS = Object.freeze({ latency: 5000, rate: 100 });

const DEFAULTS = Object.freeze({ latency: 0, rate: 0, modes: ['error'], reads: false, seed: 1 });

const CHECKS = {
    latency: (value) => isWithin(value, LIMITS.latency) || `a number of milliseconds from 0 to ${LIMITS.latency}`,
    rate: (value) => isWithin(value, LIMITS.rate) || `a percentage from 0 to ${LIMITS.rate}`,
    modes: (value) =>
        (Array.isArray(value) && value.length > 0 && value.every((mode) => Object.hasOwn(MODES, mode))) ||
        `one or more of ${Object.keys(MODES).join(', ')}`,
    reads: (value) => typeof value === 'boolean' || 'true or false',
    seed: (value) => Number.isInteger(value) || 'a whole number'
};

const isWithin = (value, most) => Number.isFinite(value) && value >= 0 && value <= most;

export class Faults {
    #settings = { ...DEFAULTS };
    #drawn = 0;
    #watchers = new Set();

    /** `memory` is the JSON of an earlier instance, which this one continues. */
    constructor(memory = {}) {
        const { drawn = 0, ...settings } = memory;
        this.set(settings);
        this.#drawn = drawn;
    }

    get settings() {
        return this.#settings;
    }

    /** Changes some settings. Throws TypeError and changes none if one is invalid. A seed restarts the generator. */
    set(changes) {
        for (const [name, value] of Object.entries(changes)) {
            if (!Object.hasOwn(CHECKS, name)) {
                throw new TypeError(`There is no fault setting '${name}'; there are ${Object.keys(CHECKS).join(', ')}`);
            }
            const wanted = CHECKS[name](value);
            if (wanted !== true) throw new TypeError(`${name} is ${JSON.stringify(value)}; it has to be ${wanted}`);
        }
        this.#settings = { ...this.#settings, ...JSON.parse(JSON.stringify(changes)) };
        if ('seed' in changes) this.#drawn = 0;
        for (const watcher of this.#watchers) watcher();
    }

    reset() {
        this.set(DEFAULTS);
    }

    /** What happens to the next request: a mode, or null. `kind` is 'read', 'write', 'engagement' or 'save'. */
    draw(kind) {
        const { rate, modes, reads, seed } = this.#settings;
        if (kind === 'read' && !reads) return null;
        // Always draws two numbers, so that the failure rate does not change which requests are drawn.
        const hit = random(seed, this.#drawn) * 100 < rate;
        const which = random(seed, this.#drawn + 1);
        this.#drawn += 2;
        const possible = modes.filter((mode) => isPossible(MODES[mode], kind));
        return hit && possible.length > 0 ? possible[Math.floor(which * possible.length)] : null;
    }

    /** One direction between page and server. */
    travel(wait = passed) {
        const { latency } = this.#settings;
        return latency > 0 ? wait(latency / 2) : Promise.resolve();
    }

    /** Calls `watcher` after every change; gives a function that stops it. */
    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    toJSON() {
        return { ...this.#settings, drawn: this.#drawn };
    }
}

const passed = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function isPossible({ writes = false, saves = false }, kind) {
    if (saves) return kind === 'save';
    return !writes || kind !== 'read';
}

/** The nth number from 0 to 1 that a seed gives (splitmix32). */
function random(seed, n) {
    let z = (seed + (n + 1) * 0x9e3779b9) | 0;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
}

/** Settings from the page's address: ?latency=500&failures=50&modes=error,lost&reads&seed=7 */
export function faultsFromQuery(query) {
    const given = new URLSearchParams(query);
    const settings = {};
    if (given.has('latency')) settings.latency = numberOf(given.get('latency'));
    if (given.has('failures')) settings.rate = numberOf(given.get('failures'));
    if (given.has('modes')) settings.modes = given.get('modes').split(',');
    if (given.has('reads')) settings.reads = given.get('reads') !== 'false';
    if (given.has('seed')) settings.seed = numberOf(given.get('seed'));
    return settings;
}

const numberOf = (text) => (text.trim() === '' ? NaN : Number(text));
