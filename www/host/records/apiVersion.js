// The API version that this org is on, switchable: it decides which fields there are.

export const VERSIONS = Object.freeze(['55.0', '56.0', '57.0', '58.0', '59.0', '60.0', '61.0', '62.0']);
const LATEST = VERSIONS.at(-1);

export class ApiVersion {
    #current = LATEST;
    #watchers = new Set();

    constructor(version = LATEST) {
        this.set(version);
    }

    /** Throws TypeError, and stays what it was, if it is none of VERSIONS. */
    set(version) {
        if (!VERSIONS.includes(version)) {
            throw new TypeError(`apiVersion is ${JSON.stringify(version)}; it has to be one of ${VERSIONS.join(', ')}`);
        }
        this.#current = version;
        for (const watcher of this.#watchers) watcher();
    }

    reset() {
        this.set(LATEST);
    }

    /** Whether a field of the schema is there. */
    has({ since = VERSIONS[0] }) {
        return Number(this.#current) >= Number(since);
    }

    /** Calls `watcher` after every change; gives a function that stops it. */
    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    toString() {
        return this.#current;
    }

    toJSON() {
        return this.#current;
    }
}
