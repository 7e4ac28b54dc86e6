/* JSON documents: valid messages, such that were valid before something happened to them, and such that never were. */
import fc from 'fast-check';

const UPDATE_STATE = 'PureCloud.Interaction.updateState';

const SIMPLE = ['pickup', 'disconnect', 'hold', 'mute', 'securePause', 'concludeTransfer'];
const NAMES = [...SIMPLE, 'blindTransfer', 'consultTransfer', 'secureSession', 'userId', 'queueId', 'address'];
const TYPES = [UPDATE_STATE, 'PureCloud.Interaction.addCustomAttributes', 'PureCloud.User.updateStatus'];
const KEYS = [
    'type',
    'data',
    'action',
    'id',
    'participantContext',
    'transferTarget',
    'transferTargetType',
    'secureSessionContext',
    'flowId',
    'userData',
    'disconnect',
    'attributes',
    'other'
];

/** With halves of surrogate pairs, which are in JSON what they are in JavaScript. */
const anyText = fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme' }) },
    { weight: 1, arbitrary: fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }) }
);
const id = fc.oneof(fc.uuid(), fc.string({ minLength: 1 }), fc.constantFrom(' x ', '0', '😀'));
const raw = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('Auditor Secure Flow', '+1 (317) 555-0123', 'sip:x')
);
const encoded = raw.map((text) => encodeURIComponent(text));

const participantContext = fc.oneof(
    fc.record({ transferTarget: encoded, transferTargetType: fc.constantFrom('userId', 'queueId', 'address') }),
    fc.record({ transferTarget: encoded.map((text) => `sip:${text}`), transferTargetType: fc.constant('address') })
);
const card = fc.constantFrom(
    '4111111111111111',
    'card 5500 0000 0000 0004.',
    '4111-1111-1111-1112',
    '1234-1234-1234-1234'
);
const userData = fc.oneof({ weight: 4, arbitrary: anyText }, { weight: 1, arbitrary: card });
const secureSessionContext = fc.record(
    { flowId: id, userData, disconnect: fc.boolean() },
    { requiredKeys: ['flowId', 'userData'] }
);
const attributes = fc.dictionary(anyText, fc.oneof({ weight: 3, arbitrary: anyText }, fc.boolean(), fc.double()), {
    maxKeys: 4
});

const update = (data) => fc.record(data).map((made) => ({ type: UPDATE_STATE, data: made }));
const ofType = (at, data) => fc.record(data).map((made) => ({ type: TYPES[at], data: made }));

export const valid = fc.oneof(
    update({ action: fc.constantFrom(...SIMPLE), id }),
    update({ action: fc.constantFrom('blindTransfer', 'consultTransfer'), id, participantContext }),
    update({ action: fc.constant('secureSession'), id, secureSessionContext }),
    ofType(1, { id, attributes }),
    ofType(2, { id })
);

/** More than Patchbay takes of one text, in as few documents as show it: they are dear. */
const LONG = 'é'.repeat(140_000);

const oddTarget = fc.oneof(
    fc.constantFrom('%', '%FF', '%C3%A9%C3', '%2520', '%20', 'sip:', 'sip: ', 'sip%3Ax', 'SIP:x', ' ', 'a b', 'sip:%2'),
    encoded.map((text) => `sip:${text}`),
    raw,
    anyText
);
const odd = fc.oneof(
    update({
        action: fc.constantFrom('blindTransfer', 'consultTransfer'),
        id,
        participantContext: fc.record({
            transferTarget: oddTarget,
            transferTargetType: fc.constantFrom('userId', 'queueId', 'address', 'Address', 'userID')
        })
    }),
    update({
        action: fc.constantFrom('secureSession', 'SECURESESSION'),
        id: anyText,
        secureSessionContext: fc.record({ flowId: anyText, userData: fc.oneof(card, anyText) })
    })
);

const scalar = fc.oneof(
    anyText,
    fc.constantFrom(
        null,
        true,
        false,
        0,
        1e21,
        '',
        ' ',
        'sip:',
        'sip%3Ax',
        'SIP:x',
        '%',
        '%FF',
        '%2520',
        '%20',
        ...NAMES,
        ...TYPES
    ),
    fc.integer()
);
const anyValue = fc.oneof(
    { weight: 80, arbitrary: scalar },
    { weight: 40, arbitrary: fc.constantFrom([], {}, [1], [[null]]) },
    { weight: 1, arbitrary: fc.constant(LONG) },
    { weight: 20, arbitrary: participantContext },
    { weight: 20, arbitrary: secureSessionContext },
    { weight: 20, arbitrary: fc.jsonValue({ maxDepth: 3 }) }
);

const isObject = (value) => typeof value === 'object' && value !== null;

/** Every object of a document that has something in it. */
function owners(value) {
    return isObject(value) ? [value, ...Object.values(value).flatMap(owners)] : [];
}

const recase = (text, upper) => (upper ? text.toUpperCase() : text.toLowerCase());

/** What happens to documents: each changes something at one place, given by two numbers. */
const MUTATIONS = {
    drop: (owner, key) => delete owner[key],
    rename(owner, key, { name }) {
        const value = owner[key];
        delete owner[key];
        owner[name] = value;
    },
    retype: (owner, key, { value }) => (owner[key] = value),
    add: (owner, _, { name, value }) => (owner[name] = value),
    letterCase: (owner, key, { upper }) =>
        (owner[key] = typeof owner[key] === 'string' ? recase(owner[key], upper) : owner[key]),
    encodeAgain(owner, key) {
        if (typeof owner[key] === 'string' && owner[key].isWellFormed()) {
            owner[key] = encodeURIComponent(owner[key]);
        }
    },
    misspell: (owner, key) => (owner[key] = typeof owner[key] === 'string' ? owner[key].slice(1) : owner[key]),
    wrap: (owner, key) => (owner[key] = [owner[key]])
};

const mutation = fc.record({
    how: fc.constantFrom(...Object.keys(MUTATIONS)),
    owner: fc.nat(20),
    key: fc.nat(20),
    name: fc.constantFrom(...KEYS),
    value: anyValue,
    upper: fc.boolean()
});

function mutate(message, mutations) {
    const document = structuredClone(message);
    for (const { how, owner, key, ...rest } of mutations) {
        const all = owners(document);
        const place = all[owner % all.length];
        const keys = Object.keys(place);
        MUTATIONS[how](place, keys[key % Math.max(1, keys.length)] ?? 'other', structuredClone(rest));
    }
    // As it travels.
    return JSON.parse(JSON.stringify(document));
}

export const near = fc
    .tuple(fc.oneof(valid, odd), fc.array(mutation, { maxLength: 3 }))
    .map(([message, mutations]) => mutate(message, mutations));

const orAnything = (arbitrary) => fc.oneof({ weight: 2, arbitrary }, { weight: 1, arbitrary: anyValue });

export const far = fc
    .oneof(
        fc.jsonValue(),
        fc.record(
            {
                type: orAnything(fc.constantFrom(...TYPES)),
                data: orAnything(
                    fc.record(
                        {
                            action: orAnything(fc.constantFrom(...NAMES)),
                            id: anyValue,
                            participantContext: orAnything(participantContext),
                            secureSessionContext: orAnything(secureSessionContext),
                            attributes: orAnything(attributes)
                        },
                        { requiredKeys: [] }
                    )
                )
            },
            { requiredKeys: [] }
        )
    )
    .map((document) => JSON.parse(JSON.stringify(document)));
