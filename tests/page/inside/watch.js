/*
 * Runs in a page before anything else, for a test to see what a module leaves there, and to stand in its way: `window.watch`.
 * `held` has every compilation wait until `release` is called, and then fail if that is asked for.
 */
export function watch(held) {
    const { WebAssembly } = window;
    const { compile, Instance } = WebAssembly;
    const timers = new Set();
    const listeners = new Map();
    let gate = Promise.resolve();
    const own = {
        compiled: 0,
        memories: [],
        timers,
        /** Listeners of the window that are there now, by event. */
        get listeners() {
            return Object.fromEntries([...listeners].filter(([, count]) => count > 0));
        },
        release: () => {},
        hold() {
            gate = new Promise((resolve, reject) => {
                own.release = resolve;
                own.fail = () => reject(new Error('refused by the page'));
            });
        }
    };
    window.watch = own;
    if (held) own.hold();

    const isWhole = (bytes) => bytes.byteLength > 1000;
    WebAssembly.compile = async (bytes) => {
        if (isWhole(bytes)) {
            own.compiled += 1;
            await gate;
        }
        return compile(bytes);
    };
    WebAssembly.Instance = new Proxy(Instance, {
        construct(...given) {
            const instance = Reflect.construct(...given);
            own.memories.push(instance.exports.memory);
            return instance;
        }
    });

    const { setTimeout, clearTimeout, setInterval, clearInterval, addEventListener, removeEventListener } = window;
    window.setTimeout = (work, wait, ...args) => {
        const timer = setTimeout(() => {
            timers.delete(timer);
            work(...args);
        }, wait);
        timers.add(timer);
        return timer;
    };
    window.setInterval = (...args) => {
        const timer = setInterval(...args);
        timers.add(timer);
        return timer;
    };
    for (const [name, clear] of Object.entries({ clearTimeout, clearInterval })) {
        window[name] = (timer) => {
            timers.delete(timer);
            clear(timer);
        };
    }
    const count = (name, more) => listeners.set(name, (listeners.get(name) ?? 0) + more);
    window.addEventListener = function add(name, ...rest) {
        count(name, 1);
        return addEventListener.call(this ?? window, name, ...rest);
    };
    window.removeEventListener = function remove(name, ...rest) {
        count(name, -1);
        return removeEventListener.call(this ?? window, name, ...rest);
    };
}
