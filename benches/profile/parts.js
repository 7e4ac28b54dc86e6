/* What profiles say: the share of the time that each part took by itself, what it called not counted. */

import { arrives, begins } from './marks.js';

/** JavaScript's own functions that the suite gives a name, since the engine counts them to who called them. */
export const NATIVE = ['JSON.parse', 'JSON.stringify', 'Object.freeze', 'encodeURIComponent'];

const [BEGINS, ARRIVES] = [begins.name, arrives.name];
const ENGINE = 'Engine';
const RUST = 'Rust';
const SPECIAL = {
    '(garbage collector)': [ENGINE, 'garbage collection'],
    '(program)': [ENGINE, 'outside of any function'],
    '(idle)': [ENGINE, 'waiting for other threads, which compile'],
    '(root)': null
};

/**
 * The time by kind and part in percent, most first.
 *
 * @param profiles V8's, of the same work
 * @param ownerOf the kind that a function of JavaScript belongs to, null for what is not to be counted
 */
export function partsOf(profiles, ownerOf) {
    const times = new Map();
    for (const profile of profiles) {
        const nodes = readNodes(profile);
        counted(profile, nodes).forEach(([node, time]) => {
            const part = partOf(node, ownerOf);
            if (part) {
                const key = part.join('\n');
                times.set(key, (times.get(key) ?? 0) + time);
            }
        });
    }
    const total = sum([...times.values()]);
    if (!(total > 0)) {
        throw new Error('nothing was seen between the marks of a profile; was the work too short, or a mark left out?');
    }
    const parts = [...times].map(([key, time]) => [...key.split('\n'), (time / total) * 100]);
    return parts.sort(([, , one], [, , other]) => other - one);
}

/** The parts of each kind added up, most first. */
export function kindsOf(parts) {
    const kinds = {};
    for (const [kind, , share] of parts) {
        kinds[kind] = (kinds[kind] ?? 0) + share;
    }
    return Object.fromEntries(Object.entries(kinds).sort(([, one], [, other]) => other - one));
}

function readNodes({ nodes }) {
    const byId = new Map(nodes.map((node) => [node.id, { frame: node.callFrame, parent: null }]));
    for (const { id, children = [] } of nodes) {
        children.forEach((child) => (byId.get(child).parent = byId.get(id)));
    }
    return byId;
}

/** The samples between the marks, each with its time. */
function counted({ samples, timeDeltas }, nodes) {
    let counting = false;
    return samples.flatMap((id, at) => {
        const node = nodes.get(id);
        const [begun, arrived] = [isUnder(node, BEGINS), isUnder(node, ARRIVES)];
        counting = begun || (counting && !arrived);
        return counting && !begun ? [[node, timeDeltas[at]]] : [];
    });
}

function isUnder(node, name) {
    for (let at = node; at; at = at.parent) {
        if (at.frame.functionName === name) {
            return true;
        }
    }
    return false;
}

function partOf(node, ownerOf) {
    const { functionName, url, scriptId } = node.frame;
    if (Object.hasOwn(SPECIAL, functionName)) {
        return SPECIAL[functionName];
    }
    if (NATIVE.includes(functionName)) {
        return [ENGINE, code(functionName)];
    }
    if (url.startsWith('wasm:')) {
        return rustPart(functionName);
    }
    if (scriptId === '0' || url.startsWith('node:')) {
        return [ENGINE, code(functionName || 'a native function')];
    }
    const name = named(node).frame.functionName;
    const owner = ownerOf(node.frame, name);
    const isBody = owner === 'JavaScript' && named(node).frame.scriptId !== scriptId;
    return owner && [owner, isBody ? 'the module’s own body' : code(name.replace(/\$LWS\b|\$\d+$/g, ''))];
}

function rustPart(name) {
    if (/^(js-to-wasm|wasm-to-js)/.test(name)) {
        return [ENGINE, name.startsWith('js') ? 'into WebAssembly' : 'out of WebAssembly'];
    }
    return [RUST, /^wasm-function/.test(name) ? 'functions of the module' : code(rustName(name))];
}

/** `a::B::c` of `<a::B<D> as e::F>::c::h0123456789abcdef`. */
export function rustName(name) {
    const plain = name.replace(/::h[0-9a-f]{16}$/, '').replaceAll(/\[[0-9a-f]+\]/g, '');
    return withoutGenerics(plain.replace(/^<(.+?)(?: as .+)?>::(\w+)$/, (_, type, method) => `${type}::${method}`));
}

function withoutGenerics(name) {
    const shorter = name.replaceAll(/(::)?<[^<>]*>/g, '');
    return shorter === name ? name : withoutGenerics(shorter);
}

/** A function without a name goes by that of who calls it. */
function named(node) {
    let at = node;
    while (at.frame.functionName === '' && at.parent) {
        at = at.parent;
    }
    return at;
}

function code(name) {
    return `\`${name}\``;
}

function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}
