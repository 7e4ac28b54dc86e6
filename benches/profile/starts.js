/* Fresh places to start a program in, as those of the bench, with marks around what is timed. */
/* global document */
import { evaluateFunction } from '@locker/sandbox';
import { arrives, begins } from './marks.js';

/** A frame of its own. */
export async function inFrame(code) {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const script = frame.contentDocument.createElement('script');
    script.textContent = code;
    begins();
    frame.contentDocument.body.append(script);
    const message = await frame.contentWindow.bench.first();
    arrives();
    frame.remove();
    return { took: 0, message };
}

/** Modules of its own in the sandbox that the page has. */
export async function inSandbox(code) {
    const exports = {};
    Reflect.defineProperty(exports, Symbol.for('@@lockerLiveValue'), {});
    const text = `function (require, exports) {\n${code}\n}`;
    begins();
    evaluateFunction('c', text, undefined, '//# sourceURL=program.js')(undefined, exports);
    const [start] = Object.keys(exports).filter((name) => name.startsWith('start_'));
    const message = await exports[start].first();
    arrives();
    return { took: 0, message: JSON.parse(JSON.stringify(message)) };
}
