/** Every code of a finding: what it is called, and why it matters. What is wrong with a message, Rust says. */

const DROPPED = 'The client drops a message that it does not understand, and reports nothing.';
const ACTIONS = 'Lightning Message Service events and actions';
const SAVE_LOG = 'Save Log extension point';
const SERVICE = 'Lightning Message Service';
const CAPTURED = 'Captured event streams';

/** Of messages, by the codes of Patchbay's problems. */
const MESSAGES = {
    'unknown-type': ['A type that is none', DROPPED],
    'unknown-value': ['A name or a value that is none', DROPPED],
    'letter-case': [
        'A name in another letter case',
        'Names are documented in one letter case; another may be dropped.'
    ],
    required: ['Something is missing', DROPPED],
    type: ['A value of another type', DROPPED],
    empty: ['An empty value', DROPPED],
    'not-allowed': ['A context that the action does not take', DROPPED],
    'not-encoded': [
        'A transfer target that is not encoded',
        'Special characters of a target are encoded with encodeURIComponent; otherwise the transfer goes nowhere.'
    ],
    'encoded-twice': [
        'A transfer target that is encoded twice',
        'The client decodes once, so that it looks for a flow with %20 in its name.'
    ],
    'encoded-prefix': ['An encoded sip:', 'The prefix tells the client what follows, and only as it is.'],
    'sensitive-data': [
        'Card data',
        'What is sent as userData or as an attribute is stored and shown; no secure or PCI data may be in it.'
    ],
    'unknown-property': [
        'A property that is not documented',
        'The client ignores it, or it was meant to be another one.'
    ],
    'too-long': ['A text that is too long', DROPPED],
    'lone-surrogate': ['Half of a character', 'It cannot be encoded.'],
    'not-serialisable': ['A value that is not JSON', 'The message service carries JSON.']
};

/** Of source. */
const SOURCES = {
    'subscription-repeated': [
        'A subscription on every render',
        'A component renders often, and every subscription hears each message: saves and pops come twice, then three times.',
        SERVICE
    ],
    'context-not-released': [
        'A message context that is never released',
        'It outlives its component, and so do its subscriptions.',
        SERVICE
    ],
    'save-on-every-message': [
        'A save on every message',
        'A call of 40 seconds makes about 25 messages, many of which change nothing.',
        CAPTURED
    ],
    'state-by-hand': [
        'A state that is kept by hand',
        'hold, mute and securePause toggle. An action that is refused, or done in the client, leaves the flag wrong.',
        ACTIONS
    ],
    'id-in-code': [
        'An ID in code',
        'Agents, queues, flows and statuses have other IDs in each organisation of Genesys Cloud.',
        ACTIONS
    ],
    'save-log-null': ['onSaveLog returns null', 'The package does not support null.', SAVE_LOG],
    'extension-not-global': [
        'An extension that is not global',
        'The package calls from a namespace of its own, and sees only what is global.',
        SAVE_LOG
    ],
    'upsert-without-key': [
        'An upsert without a key',
        'Until the client knows the ID of the record, each save inserts another.',
        SAVE_LOG
    ],
    'not-user-mode': [
        'A query or a change with rights that the agent may not have',
        'Apex ignores what the user may see and change, unless it says otherwise.',
        'User mode'
    ]
};

const entry = ([title, why, source = ACTIONS]) => ({ title, why, source });

/** @type {Record<string, {title: string, why: string, source: string}>} */
export const CODES = Object.fromEntries(
    Object.entries({ ...MESSAGES, ...SOURCES }).map(([code, told]) => [code, entry(told)])
);
