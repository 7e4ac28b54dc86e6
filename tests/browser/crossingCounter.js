/*
 * Counts what passes through the sandbox's membrane. Each side of it gives the other a set of hooks, and whatever one
 * side does with a thing of the other is a call of one of them; the sandbox is given these in place of its own.
 */
const FUNCTION = 4;
const TYPED_ARRAY = 32;

/** By the pointer that stands for it on the other side: what a thing is called, as far as that was seen on its way. */
const names = new WeakMap();
const running = [];
const traces = {};
let trace = [];

/** `way` is `out` for what the sandbox asks of the page, or `in`; `labels` are the names of the hooks, in their order. */
export function counted(way, hooks, labels) {
    if (labels.length !== hooks.length) {
        throw new Error(`The sandbox has ${hooks.length} hooks, and names of ${labels.length} were found in its text`);
    }
    return hooks.map((hook, at) =>
        labels[at].startsWith('Callable') ? counting(way, hook, labels[at].slice(8)) : hook
    );
}

function counting(way, hook, label) {
    return (...args) => {
        const seen = { way, label, ...subject(label, args) };
        trace.push(seen);
        running.push(seen);
        try {
            return hook(...args);
        } finally {
            running.pop();
        }
    };
}

/** What a hook is asked about, and the name of whatever it answers with. */
function subject(label, args) {
    const [pointer, second, third] = args;
    if (label.startsWith('Push')) {
        // A thing is new to the other side as the answer of what runs now, or as an argument.
        const name = running.at(-1)?.yields ?? kindOf(second);
        names.set(pointer, name);
        return { text: name, yields: name };
    }
    const name = names.get(pointer) ?? 'object';
    if (label === 'Apply' || label === 'Construct') {
        const call = label === 'Apply' ? `${name}()` : `new ${name}()`;
        return { text: call, yields: call };
    }
    const key = label === 'Get' ? third : second;
    if (typeof key !== 'string' && typeof key !== 'symbol') {
        return { text: name, yields: name };
    }
    // An element is one like another, wherever in memory the module has it.
    const property = /^\d+$/.test(String(key)) ? '#' : String(key);
    return { text: `${name}.${property}`, yields: property };
}

function kindOf(traits) {
    return traits & TYPED_ARRAY ? 'view' : traits & FUNCTION ? 'function' : 'object';
}

/** Both for the sandbox to call: what crosses in between is counted, these calls are not. */
export function begin() {
    trace = [];
}

export function end(operation) {
    const own = trace.pop();
    if (own?.label !== 'Apply') {
        throw new Error(`The end of '${operation}' did not come through the membrane`);
    }
    (traces[operation] ??= []).push(trace.map(({ way, label, text }) => `${way} ${label} ${text}`));
}

/** What crossed, by operation: a list for each time it ran. */
export function crossings() {
    return traces;
}
