/*
 * What every contender makes of the client's messages: the phase that a message tells of, the fields it fills, late
 * messages that take nothing back, attributes that come and go, and whether anything is different afterwards. Patchbay
 * follows consult transfers, the agent, the selection and the interaction log with it, checks the kind of every field and
 * freezes what it gives out; it is timed with all that.
 */
const TEXTS = [
    'state',
    'direction',
    'phone',
    'displayAddress',
    'ani',
    'calledNumber',
    'name',
    'remoteName',
    'queueName',
    'messageType',
    'recordingState',
    'disposition',
    'dialerContactId',
    'dialerContactListId',
    'dialerCampaignId',
    'startTime',
    'connectedTime',
    'endTime'
];
const FLAGS = [
    'isConnected',
    'isDisconnected',
    'isDone',
    'isInternal',
    'isCallback',
    'isDialer',
    'isChat',
    'isEmail',
    'isMessage',
    'isVoicemail',
    'securePause'
];
const SECONDS = [
    'interactionDurationSeconds',
    'totalIvrDurationSeconds',
    'totalAcdDurationSeconds',
    'dispositionDurationSeconds'
];
const FIELDS = [...TEXTS, ...FLAGS, ...SECONDS];

export const STEPS = { alerting: 0, dialing: 0, connected: 1, held: 1, disconnected: 2, done: 3 };

const STATES = {
    ALERTING: 'alerting',
    OFFERING: 'alerting',
    DIALING: 'dialing',
    CONTACTING: 'dialing',
    CONNECTED: 'connected',
    HELD: 'held',
    DISCONNECTED: 'disconnected',
    TERMINATED: 'disconnected'
};

/** The phase that facts tell of: the flag that is furthest along decides. */
export function told({ isDone, isDisconnected, isConnected, state }) {
    if (isDone === true) {
        return 'done';
    }
    if (isDisconnected === true) {
        return 'disconnected';
    }
    return STATES[state] ?? (isConnected === true ? 'connected' : undefined);
}

/** What a message says of an interaction: its ID, its facts and the category; null of what says nothing of one. */
export function read(message) {
    const { type, category, data } = typeof message === 'string' ? JSON.parse(message) : message;
    if (type !== 'Interaction') {
        return null;
    }
    const news = data.new ?? data;
    return { id: news.id, news, gone: category === 'deallocate' };
}

/** The facts that are known afterwards; the very same object when nothing is different. */
export function take(known, news, late) {
    let next = known;
    for (const field of FIELDS) {
        const value = news[field];
        const old = known[field];
        if (value === undefined || value === null || value === '' || value === old || (late && old !== undefined)) {
            continue;
        }
        next = next === known ? { ...known } : next;
        next[field] = value;
    }
    const attributes = takeAttributes(known.attributes, news.attributes, late);
    return attributes === known.attributes ? next : { ...next, attributes };
}

function takeAttributes(known = NONE, news, late) {
    let next = known;
    for (const name in news) {
        const value = news[name] === null ? null : String(news[name]);
        const old = known[name];
        if (value === old || (value === null && old === undefined) || (late && old !== undefined)) {
            continue;
        }
        next = next === known ? { ...known } : next;
        next[name] = value;
    }
    return next;
}

const NONE = Object.freeze({});

export const NOTHING_KNOWN = Object.freeze({ attributes: NONE });
