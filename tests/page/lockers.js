/*
 * Lightning Locker is not to be had outside an org. These stand for the two ways in which it can meet the module: it hands
 * the page's objects to components as proxies, or does not hand them out at all. Each runs in the page before anything else.
 */

/** Whatever comes of WebAssembly is a proxy of it, and so is whatever comes of that. */
export function proxied() {
    const proxies = new WeakMap();
    const originals = new WeakMap();
    const isObject = (value) => typeof value === 'function' || (typeof value === 'object' && value !== null);
    const open = (value) => originals.get(value) ?? value;
    function proxy(value) {
        if (!isObject(value)) {
            return value;
        }
        if (!proxies.has(value)) {
            // Of a shadow, so that nothing of the value itself has to be true of its proxy.
            const shadow = typeof value === 'function' ? function Shadow() {} : {};
            const made = new Proxy(shadow, {
                get: (_, key) => proxy(Reflect.get(value, key)),
                apply: (_, self, args) => proxy(Reflect.apply(value, open(self), args.map(open))),
                construct: (_, args) => proxy(Reflect.construct(value, args.map(open)))
            });
            proxies.set(value, made);
            originals.set(made, value);
        }
        return proxies.get(value);
    }
    window.WebAssembly = proxy(window.WebAssembly);
}

/** What is not on its list is not there. */
export function hidden() {
    window.WebAssembly = undefined;
}
