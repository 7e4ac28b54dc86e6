import { initSync } from '../../build/wasm/patchbay.js';
import { FINGERPRINT, VERSION } from './vocabulary.js';
import { PatchbayLoadError, problemsOf } from './errors.js';
import { builders } from './builders.js';
import { configuration } from './configuration.js';
import { engagement } from './engagement.js';
import { preflight } from './preflight.js';
import { settings } from './settings.js';
import { openModuleHost } from './moduleHost.js';
import { openWasmBridge } from './wasmBridge.js';
import { openSession } from './session.js';
import { clockOf } from './time.js';
import { validate } from './validate.js';

/** The size of a page of WebAssembly memory, in bytes. */
const PAGE = 65536;

/** An empty module. If even this does not compile, the page forbids WebAssembly. */
const EMPTY_MODULE = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/**
 * Makes `load`, which loads the module once: later calls return the same Patchbay, and after a failure the next call tries again.
 * `bytesOf` gives the bytes if the caller brings none.
 */
export function loaderOf(bytesOf) {
    let loading;
    return function load({ wasm } = {}) {
        loading ??= start(wasm, bytesOf).catch((error) => {
            loading = undefined;
            throw error;
        });
        return loading;
    };
}

async function start(wasm, bytesOf) {
    checkMemory();
    const moduleHost = openModuleHost(await instantiate(await (wasm ?? bytesOf())));
    const wasmBridge = openWasmBridge(moduleHost);
    const build = builders(wasmBridge);
    return Object.freeze({
        version: VERSION,
        ...build,
        validate: (message) => verdictOf(() => validate(wasmBridge, message)),
        // `time` is a clock for tests; it is not part of the public API.
        session: (options, time) =>
            openSession({ moduleHost, wasmBridge, builders: build, time: clockOf(time) }, options),
        configuration: (records, code, infos) => configuration(moduleHost, records, code, infos),
        engagement: (operation, interaction, options) => engagement(moduleHost, operation, interaction, options),
        settings: (list) => settings(moduleHost, list),
        preflight: (facts) => preflight(moduleHost, facts)
    });
}

/** What `judge` returns, or the verdict that validation failed, if the module trapped. */
function verdictOf(judge) {
    try {
        return judge();
    } catch (error) {
        return { valid: false, message: null, problems: problemsOf(error) };
    }
}

/** Throws the reason if this page cannot use WebAssembly memory. Without this check the module would load and answer wrongly. */
function checkMemory() {
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

/** Throws if the page's Content Security Policy forbids WebAssembly. Called after a failure, to find its cause. */
async function checkPolicy() {
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

/** Compiles and starts the module, and returns its exports. */
async function instantiate(bytes) {
    const rebuild = 'deploy or install all files of Patchbay again, from one build.';
    let exports;
    try {
        exports = initSync({ module: await WebAssembly.compile(bytes) });
    } catch (cause) {
        await checkPolicy();
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
