/*
 * Where Patchbay says something else than the schema, and why: each rule looks at the message alone, never at what Patchbay
 * said of it, and covers no more than its title says.
 */
const UPDATE_STATE = 'PureCloud.Interaction.updateState';
const ADD_CUSTOM_ATTRIBUTES = 'PureCloud.Interaction.addCustomAttributes';

const NAMES = [
    UPDATE_STATE,
    ADD_CUSTOM_ATTRIBUTES,
    'PureCloud.User.updateStatus',
    'PureCloud.Subscribe',
    'pickup',
    'disconnect',
    'hold',
    'mute',
    'securePause',
    'blindTransfer',
    'consultTransfer',
    'concludeTransfer',
    'secureSession',
    'userId',
    'queueId',
    'address'
];

const spelt = new Map(NAMES.map((name) => [name.toLowerCase(), name]));

/** Lower case of ASCII letters only, as names are compared. */
const lower = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const respell = (value) => (typeof value === 'string' ? (spelt.get(lower(value)) ?? value) : value);

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The message with every name of the vocabulary, and the prefix of a target, in its documented letter case. */
export function inDocumentedCase(given) {
    const message = structuredClone(given);
    if (!isObject(message)) {
        return message;
    }
    message.type = respell(message.type);
    const { data } = message;
    if (isObject(data) && message.type === UPDATE_STATE) {
        data.action = respell(data.action);
        const context = data.participantContext;
        if (isObject(context)) {
            context.transferTargetType = respell(context.transferTargetType);
            if (typeof context.transferTarget === 'string') {
                context.transferTarget = context.transferTarget.replace(/^sip:/i, 'sip:');
            }
        }
    }
    return JSON.parse(JSON.stringify(message));
}

function parts(message) {
    const data = isObject(message?.data) ? message.data : {};
    const { transferTarget: target, transferTargetType: targetType } = Object(data.participantContext);
    const { flowId, userData } = Object(data.secureSessionContext);
    const attributes = message?.type === ADD_CUSTOM_ATTRIBUTES ? Object.values(Object(data.attributes)) : [];
    return { type: message?.type, data, id: data.id, target, targetType, flowId, userData, attributes };
}

const MAX_TEXT = 256 * 1024;

const isText = (value) => typeof value === 'string';
const isBlank = (value) => isText(value) && value.trim() === '';
const isLong = (value) => isText(value) && new TextEncoder().encode(value).length > MAX_TEXT;
const isBroken = (value) => isText(value) && !value.isWellFormed();

function decodes(text) {
    try {
        decodeURIComponent(text);
        return true;
    } catch {
        return false;
    }
}

function passesLuhn(digits) {
    const sum = [...digits].reverse().reduce((total, digit, at) => {
        const doubled = at % 2 ? digit * 2 : Number(digit);
        return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return sum % 10 === 0;
}

/** "Do not use secure or PCI data": 13 to 19 digits, in whole groups, that are a card number by its check digit. */
function holdsCard(text) {
    const runs = isText(text) ? (text.match(/\d[\d\s\u2010-\u2015\u2212\ufe63\uff0d-]*/g) ?? []) : [];
    return runs.some((run) => {
        const groups = run.match(/\d+/g);
        return groups.some((_, from) =>
            groups.some((__, to) => {
                const digits = groups.slice(from, to + 1).join('');
                return digits.length >= 13 && digits.length <= 19 && passesLuhn(digits);
            })
        );
    });
}

/** Patchbay takes what the schema does not. Each gives the message as the schema would have to take it. */
export const MENDED = [
    { title: 'letter case is mended, with a warning', mend: inDocumentedCase },
    {
        title: 'numbers, booleans and null are attributes too, as captured interactions carry them and production code clears them',
        mend(message) {
            const mended = inDocumentedCase(message);
            if (mended?.type === ADD_CUSTOM_ATTRIBUTES && isObject(mended.data?.attributes)) {
                const { attributes } = mended.data;
                for (const [name, value] of Object.entries(attributes)) {
                    const isScalar = value === null || typeof value === 'number' || typeof value === 'boolean';
                    Object.defineProperty(attributes, name, {
                        value: isScalar ? String(value) : value,
                        enumerable: true
                    });
                }
            }
            return mended;
        }
    }
];

/** Patchbay refuses what the schema takes; the message is in its documented letter case. */
export const REFUSED = [
    {
        title: 'an ID, a flow or a target of nothing but space goes nowhere',
        explains: ({ id, target, flowId }) =>
            [id, flowId, target].some(isBlank) || (isText(target) && isBlank(target.replace(/^sip:/, '')))
    },
    {
        title: 'escapes that are no UTF-8 are no encoding of anything',
        explains: ({ target }) => isText(target) && !decodes(target)
    },
    {
        title: 'the prefix itself is never encoded',
        explains: ({ target, targetType }) =>
            targetType === 'address' &&
            isText(target) &&
            decodes(target) &&
            !/^sip:/.test(target) &&
            /^sip:/i.test(decodeURIComponent(target))
    },
    {
        title: 'the prefix marks a flow or an address, no agent or queue',
        explains: ({ target, targetType }) => targetType !== 'address' && isText(target) && target.startsWith('sip:')
    },
    {
        title: 'card numbers are no user data',
        explains: ({ userData }) => holdsCard(userData)
    },
    {
        title: 'half of a surrogate pair has no UTF-8',
        explains: ({ id, flowId, userData, attributes }) => [id, flowId, userData, ...attributes].some(isBroken)
    },
    {
        title: 'a text of more than 256 KiB is no ID, no name and no attribute',
        explains: ({ id, target, flowId, userData, attributes }) =>
            [id, target, flowId, userData, ...attributes].some(isLong)
    }
].map(({ title, explains }) => ({ title, explains: (message) => explains(parts(message)) }));
