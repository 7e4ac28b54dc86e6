// Wire adapters as the platform's: nothing until the parameters are there, then data or an error, and again when it changed.
// Unlike the platform's they share no cache: each asks for itself.

/**
 * An adapter class. `load(config)` resolves to the data, once `isComplete(config)`. `refresh(of)` on the class asks again for
 * those whose config `of(config)` picks.
 */
export function wireAdapter({ isComplete, load }) {
    const connected = new Set();

    return class WireAdapter {
        #dataCallback;
        #config = null;
        #asked = 0;

        static refresh(of) {
            for (const adapter of connected) adapter.#refreshIf(of);
        }

        constructor(dataCallback) {
            this.#dataCallback = dataCallback;
            dataCallback({ data: undefined, error: undefined });
        }

        connect() {
            connected.add(this);
        }

        update(config) {
            this.#config = isComplete(config) ? config : null;
            if (this.#config) this.#ask();
            else this.#asked += 1; // answers still in flight are outdated
        }

        disconnect() {
            connected.delete(this);
            this.#asked += 1;
        }

        #refreshIf(of) {
            if (this.#config && of(this.#config)) this.#ask();
        }

        async #ask() {
            const asked = (this.#asked += 1);
            const result = await load(this.#config).then(
                (data) => ({ data: frozen(data), error: undefined }),
                (error) => ({ data: undefined, error })
            );
            if (asked === this.#asked) this.#dataCallback(result);
        }
    };
}

/** Wired data is read-only. */
function frozen(value) {
    if (value !== null && typeof value === 'object') Object.values(value).forEach(frozen);
    return Object.freeze(value);
}
