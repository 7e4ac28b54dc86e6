/* Everybody who judges messages, opened once in each host; who cannot work in a host is not there. */
import * as ajv from './peers/ajv.js';
import * as ajvStandalone from './peers/ajvStandalone.js';
import * as hand from './peers/hand.js';
import * as patchbay from './peers/patchbay.js';
import * as valibot from './peers/valibot.js';
import * as zod from './peers/zod.js';
import * as zodMini from './peers/zodMini.js';

const ALL = { patchbay, hand, ajv, ajvStandalone, zod, zodMini, valibot };

export async function openContenders(host) {
    const opened = [];
    for (const [name, { open }] of Object.entries(ALL)) {
        // Ajv compiles its validators with eval.
        if (host !== 'csp' || name !== 'ajv') {
            opened.push({ name, ...(await open()) });
        }
    }
    return opened;
}
