/* A fresh place for a program inside Lightning Web Security: modules of its own, in the sandbox that the page has. */
import { evaluateFunction } from '@locker/sandbox';

export async function inSandbox(code) {
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
