// The Apex methods that this console plays, called as components call them.
import { apexError } from '../fetchResponse.js';
import { wireAdapter } from '../wire.js';
import { read } from './configuration.js';
import { save } from './interactionLog.js';
import { facts } from './preflight.js';
import { find } from './recordMatch.js';
import { all } from './taskStatus.js';

export const METHODS = Object.freeze({
    'PatchbayConfiguration.read': { run: read, kind: 'read', cacheable: true, payload: (params) => params },
    'PatchbayInteractionLog.save': { run: save, kind: 'save', payload: ({ data }) => parsed(data) },
    'PatchbayPreflight.facts': { run: facts, kind: 'read', payload: (params) => params },
    'PatchbayRecordMatch.find': { run: find, kind: 'read', cacheable: true, payload: (params) => params },
    'PatchbayTaskStatus.all': { run: all, kind: 'read', cacheable: true, payload: (params) => params }
});

/** `@salesforce/apex/Class.method` for an org: a function of its parameters, and a wire adapter if it is cacheable. */
export function callable(name, org) {
    const { run, kind, cacheable = false, payload } = METHODS[name];
    const what = name.split('.')[1];
    const call = (params) => {
        const sent = JSON.parse(JSON.stringify(params ?? {})); // what goes to a server is a copy
        return org.request({ what, kind, payload: payload(sent), asError: apexError }, () => run(sent, org));
    };
    if (cacheable) {
        call.adapter = wireAdapter({
            isComplete: (config) => Object.values(config).every((value) => value !== undefined),
            load: call
        });
    }
    return call;
}

function parsed(data) {
    try {
        return JSON.parse(data);
    } catch {
        return data; // shown as it was sent
    }
}
