/* What runs inside a host while it is watched: Patchbay's part of one work, checked before, again and again. */
import * as encoding from '../tasks/encode.js';
import * as lists from '../tasks/lists.js';
import * as messages from '../tasks/messages.js';
import * as session from '../tasks/session.js';
import { arrives, begins } from './marks.js';
import * as quiet from './quiet.js';

const WORKS = { ...messages, ...encoding, ...session, ...lists, ...quiet };
/** Runs between two marks, of a work that has no number of its own. */
const TIMES = 4000;

// The engine counts its own functions to who called them; these tell themselves apart.
const { parse, stringify } = JSON;
const { freeze } = Object;
const encode = encodeURIComponent;
const NATIVE = {
    'JSON.parse': (text, reviver) => parse(text, reviver),
    'JSON.stringify': (...given) => stringify(...given),
    'Object.freeze': (value) => freeze(value),
    encodeURIComponent: (text) => encode(text)
};
JSON.parse = NATIVE['JSON.parse'];
JSON.stringify = NATIVE['JSON.stringify'];
Object.freeze = NATIVE['Object.freeze'];
globalThis.encodeURIComponent = NATIVE.encodeURIComponent;

/**
 * @param text JSON of `{ host, work, events }`
 * @param foreign two messages that come from outside the host's sandbox, if it has one
 * @returns does the work for so many milliseconds
 */
export default async function suite(text, foreign) {
    const { work, ...options } = JSON.parse(text);
    const contenders = await WORKS[work].open({ ...options, foreign });
    const patchbay = contenders.find(({ name }) => name === 'patchbay');
    patchbay.check?.();
    return (milliseconds) => {
        const { times = TIMES } = patchbay;
        const until = performance.now() + milliseconds;
        do {
            patchbay.before?.(times);
            begins();
            repeat(patchbay, times);
            arrives();
        } while (performance.now() < until);
    };
}

function repeat({ run }, times) {
    let last;
    for (let time = 0; time < times; time++) {
        last = run(time);
    }
    return last;
}
