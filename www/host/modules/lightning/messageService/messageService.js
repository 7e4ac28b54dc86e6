// Stand-in for lightning/messageService: no public implementation exists, so this one is built from its documentation.
// - A message is JSON: functions, symbols and cycles are refused; every listener gets its own copy.
// - Listeners receive messages while their area is active. Utility items and plain modules have no area, so always.
// - APPLICATION_SCOPE receives everything, whatever is active. Scopes exist only for contexts from @wire(MessageContext).
// The page tells areas apart by an LWC context value: { area: { active } }.

export const APPLICATION_SCOPE = Symbol.for('patchbay.messageService.APPLICATION_SCOPE');

const liveContexts = new WeakSet();
const subscriptions = new Set();
const queue = [];
let delivering = false;

export class MessageContext {
    static contextSchema = { area: 'optional' };

    constructor(dataCallback) {
        this.dataCallback = dataCallback;
        this.context = { area: null, wired: true };
    }

    connect() {
        liveContexts.add(this.context);
        this.dataCallback(this.context);
    }

    update(_config, provided) {
        this.context.area = provided?.area ?? null;
    }

    disconnect() {
        releaseMessageContext(this.context);
    }
}

export function createMessageContext() {
    const context = { area: null, wired: false };
    liveContexts.add(context);
    return context;
}

export function releaseMessageContext(context) {
    for (const subscription of subscriptions) {
        if (subscription.context === context) subscriptions.delete(subscription);
    }
    liveContexts.delete(context);
}

export function subscribe(context, channel, listener, options) {
    checkContext(context, 'subscribe');
    if (typeof listener !== 'function') throw new TypeError('subscribe: listener is not a function');
    const scope = options?.scope;
    if (scope !== undefined && scope !== APPLICATION_SCOPE) {
        throw new TypeError('subscribe: scope is either left out or APPLICATION_SCOPE');
    }
    const subscription = { context, channelName: nameOf(channel, 'subscribe'), listener, everywhere: Boolean(scope) };
    subscriptions.add(subscription);
    return subscription;
}

export function unsubscribe(subscription) {
    subscriptions.delete(subscription);
}

export function publish(context, channel, message) {
    checkContext(context, 'publish');
    queue.push({ channelName: nameOf(channel, 'publish'), json: toJson(message) });
    if (!delivering) deliver();
}

// One message reaches all listeners before the next one is delivered, also when a listener publishes.
function deliver() {
    delivering = true;
    try {
        while (queue.length > 0) {
            const { channelName, json } = queue.shift();
            for (const subscription of [...subscriptions]) {
                if (subscription.channelName === channelName && hears(subscription)) call(subscription.listener, json);
            }
        }
    } finally {
        delivering = false;
    }
}

function hears(subscription) {
    if (!subscriptions.has(subscription)) return false; // unsubscribed during the delivery of this message
    const { area } = subscription.context;
    return subscription.everywhere || area === null || area.active;
}

function call(listener, json) {
    try {
        listener(JSON.parse(json));
    } catch (error) {
        // An exception in one listener must not affect the others. It is reported as an uncaught error, as on the platform.
        setTimeout(() => {
            throw error;
        });
    }
}

function checkContext(context, caller) {
    if (context === null || typeof context !== 'object' || !liveContexts.has(context)) {
        throw new TypeError(`${caller}: no message context; use @wire(MessageContext) or createMessageContext()`);
    }
}

function nameOf(channel, caller) {
    if (typeof channel?.channelName !== 'string') {
        throw new TypeError(`${caller}: no message channel; import one from @salesforce/messageChannel`);
    }
    return channel.channelName;
}

function toJson(message) {
    const json = JSON.stringify(message, (key, value) => {
        if (typeof value === 'function' || typeof value === 'symbol') {
            throw new TypeError(`publish: a message cannot contain a ${typeof value}${key ? ` (${key})` : ''}`);
        }
        return value;
    });
    if (json === undefined) throw new TypeError('publish: no message');
    return json;
}
