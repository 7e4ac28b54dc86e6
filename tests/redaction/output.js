/** Catches all that a program puts out: what is written to its console or its streams, and the errors that nobody catches. */
import { inspect } from 'node:util';

const UNCAUGHT = ['unhandledRejection', 'uncaughtException'];

/** Listens until what it gives is called: that resolves to all that was output, as text, and the errors that nobody caught. */
export function listen() {
    const output = [];
    const errors = [];
    const putBack = [
        ...Object.keys(console)
            .filter((name) => typeof console[name] === 'function')
            .map((name) =>
                replace(console, name, (...args) =>
                    output.push(args.map((arg) => inspect(arg, { depth: 9 })).join(' '))
                )
            ),
        ...[process.stdout, process.stderr].map((stream) =>
            replace(stream, 'write', (text) => output.push(String(text)))
        ),
        ...UNCAUGHT.map((event) =>
            // The test runner would take them for its own.
            hear(event, (error) => {
                errors.push(error);
                output.push(printed(error));
            })
        )
    ];
    return async () => {
        await allIsTold();
        putBack.splice(0).forEach((put) => put());
        return { text: output.join('\n'), errors };
    };
}

/** Leaves what a call throws to nobody, as a page does that does not expect it. */
export function carelessly(call) {
    try {
        return call();
    } catch (error) {
        return void Promise.reject(error);
    }
}

/** What a browser writes of an error that nobody catches: its stack, which begins with its message, and what caused it. */
function printed(error) {
    if (!(error instanceof Error)) {
        return inspect(error, { depth: 9 });
    }
    const cause = error.cause === undefined ? '' : `\nCaused by: ${printed(error.cause)}`;
    return `${error.name}: ${error.message}\n${error.stack}${cause}`;
}

function replace(owner, name, value) {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    owner[name] = value;
    return () => (before ? Object.defineProperty(owner, name, before) : delete owner[name]);
}

function hear(event, listener) {
    const before = process.listeners(event);
    process.removeAllListeners(event);
    process.on(event, listener);
    return () => {
        process.off(event, listener);
        before.forEach((one) => process.on(event, one));
    };
}

/** Rejections are told once nothing is left to be done at once. */
async function allIsTold() {
    for (let turn = 0; turn < 3; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
    }
}
