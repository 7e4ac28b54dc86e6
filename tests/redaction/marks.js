/** Texts that stand for what is personal or secret: each is found again by its letters and digits, however it is written. */
export const MARKS = {
    number: '+61491570998813',
    name: 'Zebulona Markworth',
    email: 'zebulona.markmail@example.com',
    userData: 'order=userdatamark7731',
    card: '4111 1111 1111 1111',
    attribute: 'attributemark5512',
    transcript: 'Visitor transcriptmark9920',
    comment: 'Asks for commentmark4418.',
    secret: 'secretmark3307'
};

/** What is left of a text when escapes, quotes and blanks are taken out. */
const essence = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The names of the marks that a text holds, in any spelling. */
export function marksIn(text) {
    const whole = essence(text);
    const unescaped = essence(text.replace(/%[0-9a-f]{2}/gi, ''));
    return Object.keys(MARKS).filter((name) => {
        const mark = essence(MARKS[name]);
        return whole.includes(mark) || unescaped.includes(mark);
    });
}

const OF_FIELD = {
    name: MARKS.name,
    remoteName: MARKS.name,
    phone: `tel:${MARKS.number}`,
    displayAddress: MARKS.number,
    ani: MARKS.number,
    calledNumber: MARKS.number
};

/** A captured message with marks for all that is somebody's own. */
export function marked(value, field = '') {
    if (Array.isArray(value)) {
        return value.map((item) => marked(item));
    }
    if (typeof value === 'object' && value !== null) {
        const of = (key, item) => (field === 'attributes' ? attribute(key) : marked(item, key));
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, of(key, item)]));
    }
    return OF_FIELD[field] ?? value;
}

function attribute(key) {
    return /transcript/i.test(key) ? MARKS.transcript : /mail/i.test(key) ? MARKS.email : MARKS.attribute;
}

const ALL = Object.values(MARKS).join(' ');

/** What nobody should send, each holding marks wherever it can. */
function wrongs() {
    const cyclic = { ALL };
    cyclic.itself = cyclic;
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return [
        null,
        true,
        17,
        NaN,
        10n,
        '',
        ALL,
        `${MARKS.name}\ud800`,
        `%2B${MARKS.number.slice(1)}`,
        `%252B${MARKS.number.slice(1)}`,
        `SIP:${MARKS.name}`,
        [],
        [ALL],
        {},
        { [MARKS.name]: MARKS.number },
        { id: MARKS.number, name: MARKS.name, value: MARKS.attribute },
        { toJSON: throwing },
        { toString: () => ALL, valueOf: () => ALL },
        Object.defineProperty({}, 'id', { enumerable: true, get: throwing }),
        () => ALL,
        Symbol(ALL),
        cyclic,
        proxy
    ];
}

function throwing() {
    throw new Error(ALL);
}

/** A value, and then broken: at every place, in every way, one at a time. */
export function* broken(value) {
    yield value;
    for (const path of places(value, [])) {
        yield without(value, path);
        for (const wrong of wrongs()) {
            yield put(value, path, wrong);
        }
    }
}

function places(value, path) {
    const inside = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    return [path, ...inside.flatMap((key) => places(value[key], [...path, key]))];
}

function put(value, [key, ...rest], wrong) {
    if (key === undefined) {
        return wrong;
    }
    const copy = Array.isArray(value) ? [...value] : { ...value };
    copy[key] = put(value[key], rest, wrong);
    return copy;
}

function without(value, [key, ...rest]) {
    if (key === undefined) {
        return undefined;
    }
    const copy = Array.isArray(value) ? [...value] : { ...value };
    if (rest.length === 0) {
        delete copy[key];
    } else {
        copy[key] = without(value[key], rest);
    }
    return copy;
}
