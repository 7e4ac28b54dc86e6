import { initSync } from '../../build/wasm/patchbay.js';
import { FINGERPRINT, VERSION } from './vocabulary.js';
import { PatchbayLoadError, problemsOf } from './errors.js';
import { base64Bytes } from './base64.js';
import { builders } from './builders.js';
import { engagement } from './engagement.js';
import { preflight } from './preflight.js';
import { settings } from './settings.js';
import { openInstance } from './instance.js';
import { openPort } from './port.js';
import { openSession } from './session.js';
import { clockOf } from './time.js';
import { validate } from './validate.js';
import WASM from './bytes.js';

const PAGE = 65536;

/** The smallest module there is. Where even this does not compile, it is the page that forbids it. */
const EMPTY_MODULE = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

let loading;

/** Loads the module once; later calls give the same Patchbay. After a failure the next call tries again. */
export function load({ wasm } = {}) {
    loading ??= start(wasm).catch((error) => {
        loading = undefined;
        throw error;
    });
    return loading;
}

async function start(wasm) {
    findMemory();
    const instance = openInstance(await instantiate(wasm ?? base64Bytes(WASM)));
    const port = openPort(instance);
    const build = builders(port);
    return Object.freeze({
        version: VERSION,
        ...build,
        validate: (message) => judged(() => validate(port, message)),
        // Whose time it is, is for tests to say.
        session: (options, time) => openSession({ instance, port, builders: build, time: clockOf(time) }, options),
        engagement: (operation, interaction, options) => engagement(instance, operation, interaction, options),
        settings: (list) => settings(instance, list),
        preflight: (facts) => preflight(instance, facts)
    });
}

/** A verdict, also where the module crashed on the message. */
function judged(judge) {
    try {
        return judge();
    } catch (error) {
        return { valid: false, message: null, problems: problemsOf(error) };
    }
}

/** Finds out what a person would have to change where memory is not to be had: later on that shows in nothing but wrong answers. */
function findMemory() {
    if (typeof WebAssembly !== 'object') {
        throw new PatchbayLoadError(
            'unsupported',
            'This browser has no WebAssembly, or it is switched off; use a current browser, and leave its lockdown mode off for this site.'
        );
    }
    let memory;
    try {
        memory = new WebAssembly.Memory({ initial: 1 });
    } catch (cause) {
        throw new PatchbayLoadError(
            'unsupported',
            'This browser has no memory left for WebAssembly; close other tabs and try again.',
            cause
        );
    }
    if (new Uint8Array(memory.buffer).byteLength !== PAGE) {
        throw new PatchbayLoadError(
            'sandbox',
            'The sandbox of this page hides the memory of WebAssembly; use Lightning Web Security in its standard mode, not Lightning Locker.'
        );
    }
}

/** Asked once something has failed: a policy fails everything alike. */
async function askPolicy() {
    try {
        await WebAssembly.compile(new Uint8Array(EMPTY_MODULE));
    } catch (cause) {
        throw new PatchbayLoadError(
            'csp',
            "The Content Security Policy of this page forbids WebAssembly; add 'wasm-unsafe-eval' (or 'unsafe-eval') to its script-src.",
            cause
        );
    }
}

async function instantiate(bytes) {
    const rebuild = 'deploy or install all files of Patchbay again, from one build.';
    let exports;
    try {
        exports = initSync({ module: await WebAssembly.compile(bytes) });
    } catch (cause) {
        await askPolicy();
        throw new PatchbayLoadError('corrupt', `The WebAssembly of Patchbay is damaged; ${rebuild}`, cause);
    }
    if (exports.fingerprint?.() >>> 0 !== FINGERPRINT) {
        throw new PatchbayLoadError(
            'corrupt',
            `The WebAssembly of Patchbay is of another build than its JavaScript; ${rebuild}`
        );
    }
    return exports;
}
