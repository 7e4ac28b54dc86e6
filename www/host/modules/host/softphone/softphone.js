/** The simulated Genesys client on the message channel. Always active, like the managed package's utility item. */
import { APPLICATION_SCOPE, createMessageContext, publish, subscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { keep, recall } from 'host/tabMemory';
import { workspace } from 'host/workspace';
import { findRecordsByAddress } from '../../../data/records.js';
import { GenesysSimulator } from '../../../genesys/simulator.js';

export { viewOf } from './view.js';

const KEPT = 500;
const MEMORY = 'patchbay.console.client';
const context = createMessageContext();

/** What the client has published, newest last, as JSON. */
export const published = [];

export const simulator = new GenesysSimulator({
    publish(message) {
        published.push(JSON.stringify(message));
        if (published.length > KEPT) published.shift();
        publish(context, CLIENT_EVENT, message);
    }
});

export function start() {
    subscribe(context, CLIENT_EVENT, (message) => simulator.receive(message), { scope: APPLICATION_SCOPE });
    simulator.watch(screenPop);
    simulator.start(recall(MEMORY));
    // Calls do not live in the page, so they survive a reload.
    addEventListener('pagehide', () => keep(MEMORY, simulator.memory));
}

const popped = new Set();

// The caller's record opens when the call connects. If several match, none opens, because only the agent can tell.
function screenPop() {
    for (const { id, live, facts } of simulator.conversations) {
        if (!live || popped.has(id)) continue;
        popped.add(id);
        const found = findRecordsByAddress(facts.displayAddress);
        if (found.length === 1) workspace.open(found[0].id);
    }
}
