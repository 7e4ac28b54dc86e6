/** Puts the console on the page and starts the simulated client. */
import { createElement } from 'lwc';
import Console from 'host/console';
import { DIRECTION, LANGUAGE } from 'host/language';
import { org } from 'host/org';
import { published, simulator, start } from 'host/softphone';
import { workspace } from 'host/workspace';
import { recordHooks } from '../../../records/hooks.js';

const ALIVE_EVERY_MS = 30_000;

// For browser tests: the messages the client received (each { at, json, verdict, reason }, newest first), those it published, a way
// to publish any message, and the record store.
window.patchbayHost = {
    simulator,
    workspace,
    published,
    replay: (message) => simulator.say(message),
    records: recordHooks(org),
    get received() {
        return simulator.received;
    }
};

// The server stops by itself once the last page is closed.
setInterval(() => fetch('/alive').catch(() => {}), ALIVE_EVERY_MS);

document.documentElement.lang = LANGUAGE;
document.documentElement.dir = DIRECTION;
document.querySelector('#starting').remove();
document.body.append(createElement('host-console', { is: Console }));
start();
