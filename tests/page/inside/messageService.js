/* The console's message service, which counts: what is published, and how often a listener hears something. */
import * as service from '../../../www/host/modules/lightning/messageService/messageService.js';

export * from '../../../www/host/modules/lightning/messageService/messageService.js';

export const traffic = { published: 0, heard: 0 };

export function publish(...args) {
    traffic.published += 1;
    service.publish(...args);
}

export function subscribe(context, channel, listener, options) {
    const counted = (message) => {
        traffic.heard += 1;
        listener(message);
    };
    return service.subscribe(context, channel, counted, options);
}
