/* Everybody who judges messages, opened once in each host; Ajv as the standalone code it writes, since Salesforce pages forbid what its compiler needs. */
import * as ajvStandalone from './ajvStandalone.js';
import * as hand from './hand.js';
import * as patchbay from './patchbay.js';
import * as valibot from './valibot.js';
import * as zod from './zod.js';
import * as zodMini from './zodMini.js';

const ALL = { patchbay, hand, ajvStandalone, zod, zodMini, valibot };

export async function openContenders() {
    const opened = Object.entries(ALL).map(async ([name, { open }]) => ({ name, ...(await open()) }));
    return Promise.all(opened);
}
