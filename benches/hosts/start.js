/* Start-up in a page: from a program's text in hand to the first message it has built. */
/* global document */

/** A frame of its own, with globals of its own. */
export async function inFrame(code) {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const script = frame.contentDocument.createElement('script');
    script.textContent = code;
    const started = performance.now();
    frame.contentDocument.body.append(script);
    const message = await frame.contentWindow.bench.first();
    const took = performance.now() - started;
    frame.remove();
    return { took, message };
}

/** Modules of their own, in the sandbox that the page has; `evaluateFunction` is that of Lightning Web Security. */
export async function inSandbox(code, evaluateFunction) {
    const started = performance.now();
    const exports = {};
    // Marks the object as live: what the sandbox writes to its exports must show on this side.
    Reflect.defineProperty(exports, Symbol.for('@@lockerLiveValue'), {});
    evaluateFunction('c', `function (require, exports) {\n${code}\n}`)(undefined, exports);
    const [start] = Object.keys(exports).filter((name) => name.startsWith('start_'));
    const message = await exports[start].first();
    const took = performance.now() - started;
    return { took, message: JSON.parse(JSON.stringify(message)) };
}
