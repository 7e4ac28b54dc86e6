/* Values that lie, throw or do not end, each made anew around the value that belongs in its place. */

/** What hostile code throws: by no means only errors. */
const THROWN = [
    () => new Error('hostile'),
    () => 'hostile',
    () => undefined,
    () => null,
    () => revoked(),
    () => ({
        get message() {
            throw new Error('hostile message');
        },
        toString() {
            throw new Error('hostile text');
        }
    })
];
let thrown = 0;

/** Throws something else every time. */
export function fail() {
    thrown += 1;
    throw THROWN[thrown % THROWN.length]();
}

function revoked(target = {}) {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
}

const asObject = (inner) => (typeof inner === 'object' && inner !== null ? inner : { value: inner });

const TRAPS = [
    'get',
    'has',
    'ownKeys',
    'getOwnPropertyDescriptor',
    'getPrototypeOf',
    'isExtensible',
    'set',
    'defineProperty'
];

const described = (inner) => Object.getOwnPropertyDescriptors({ ...asObject(inner) });

/** A proxy of which one trap alone throws. */
const throwsIn = (trap) => (inner) => new Proxy(asObject(inner), { [trap]: fail });

export const HOSTILE = {
    ...Object.fromEntries(TRAPS.map((trap) => [`throws in ${trap}`, throwsIn(trap)])),
    'throws in every trap': (inner) =>
        new Proxy(asObject(inner), Object.fromEntries(TRAPS.map((trap) => [trap, fail]))),
    'throws at the second read'(inner) {
        let reads = 0;
        return new Proxy(asObject(inner), { get: (target, key) => (reads++ > 0 ? fail() : target[key]) });
    },
    'answers otherwise every time'(inner) {
        let reads = 0;
        const answers = [inner, undefined, null, 7, 'text', {}, [], () => {}, Symbol('s'), 1n];
        return new Proxy(asObject(inner), {
            get: (target, key) => (key in target ? answers[reads++ % answers.length] : undefined)
        });
    },
    'is another object every time'(inner) {
        let reads = 0;
        return new Proxy(asObject(inner), {
            ownKeys: () => (reads++ % 2 ? Reflect.ownKeys(asObject(inner)) : []),
            get: (target, key) => (reads++ % 2 ? target[key] : undefined)
        });
    },
    'lists keys that it does not have': (inner) =>
        new Proxy({ ...asObject(inner) }, { ownKeys: () => ['id', 'type', 'data', 'x'] }),
    'has every key': () =>
        new Proxy({}, { has: () => true, get: (_, key) => (typeof key === 'string' ? key : undefined) }),
    'is a function with its properties': (inner) => Object.defineProperties(() => {}, described(inner)),
    'a getter that throws': (inner) =>
        Object.defineProperty({ ...asObject(inner) }, 'id', { get: fail, enumerable: true }),
    'getters all over'(inner) {
        const all = Object.keys(asObject(inner)).map((key) => [key, { get: () => inner[key], enumerable: true }]);
        return Object.defineProperties({}, Object.fromEntries(all));
    },
    'holds itself'(inner) {
        const cyclic = { ...asObject(inner) };
        cyclic.self = cyclic;
        return cyclic;
    },
    'an array that holds itself'() {
        const cyclic = [1];
        cyclic.push(cyclic);
        return cyclic;
    },
    'toJSON that throws': (inner) => ({ ...asObject(inner), toJSON: fail }),
    'toJSON that gives nothing': (inner) => ({ ...asObject(inner), toJSON: () => undefined }),
    'toJSON that gives something else': (inner) => ({ ...asObject(inner), toJSON: () => 'something else' }),
    'toJSON that gives itself'(inner) {
        const made = { ...asObject(inner), toJSON: () => made };
        return made;
    },
    'toString and valueOf that throw': (inner) => ({
        ...asObject(inner),
        toString: fail,
        valueOf: fail,
        [Symbol.toPrimitive]: fail
    }),
    'a revoked proxy': () => revoked(),
    'a revoked proxy of an array': () => revoked([]),
    'a revoked proxy of a function': () => revoked(() => {}),
    frozen: (inner) => Object.freeze(asObject(inner)),
    'without prototype': (inner) => Object.assign(Object.create(null), asObject(inner)),
    'inherits everything': (inner) => Object.create(asObject(inner)),
    'of a class': (inner) => Object.assign(new (class Record {})(), asObject(inner)),
    'with symbols for keys': (inner) => ({ ...asObject(inner), [Symbol('key')]: fail, [Symbol.iterator]: fail }),
    'an array of it': (inner) => [inner],
    'an array with holes': (inner) => Object.assign(new Array(5), { 3: inner }),
    'an array without iterator': (inner) => Object.defineProperty([inner], Symbol.iterator, { get: fail }),
    'an object like an array': (inner) => ({ 0: inner, length: 1 }),
    'many values': () => Array.from({ length: 70_000 }, () => 0),
    'a long text': () => 'é'.repeat(2 ** 20),
    'deeply nested'(inner) {
        let deep = inner;
        for (let level = 0; level < 3_000; level++) {
            deep = { deep };
        }
        return deep;
    },
    'a thenable': (inner) => ({ ...asObject(inner), then: fail }),
    'a symbol': () => Symbol('s'),
    'a BigInt': () => 2n ** 70n,
    'not a number': () => NaN,
    'a negative zero': () => -0,
    'an invalid date': () => new Date(NaN),
    'a boxed text': (inner) => Object(String(inner)),
    'a map': (inner) => new Map(Object.entries(asObject(inner))),
    bytes: () => new Uint8Array(9),
    'a buffer': () => new ArrayBuffer(9),
    'a weak reference': (inner) => new WeakRef(asObject(inner)),
    'an error': () => new RangeError('an error'),
    'half of a pair': () => '\ud800',
    '__proto__ as a key': () => JSON.parse('{"__proto__":{"id":"1","type":"x"},"constructor":{"prototype":{}}}'),
    undefined: () => undefined,
    null: () => null
};

/** Every place in a plain value: '' is the whole, 'data/id' a value in it. */
export function places(value, at = []) {
    const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return [at, ...inner.flatMap(([key, part]) => places(part, [...at, key]))];
}

/** A plain value with the hostile one at a place, around what was there. */
export function replaced(value, [key, ...rest], make) {
    if (key === undefined) {
        return make(value);
    }
    const copy = Array.isArray(value) ? [...value] : { ...value };
    copy[key] = replaced(value?.[key], rest, make);
    return copy;
}
