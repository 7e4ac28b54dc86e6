import { COMMANDS } from './vocabulary.js';
import { jsonText } from './jsonText.js';
import { isObject } from './problems.js';

/** Calls the page's save handlers: `saveLog` for interaction logs, `saveEngagement` for EngagementInteraction records. */
export function openSaveDispatcher(saveLog, saveEngagement) {
    function attempt(save, request) {
        try {
            return Promise.resolve(save(request));
        } catch (error) {
            return Promise.reject(error);
        }
    }

    /**
     * Calls the handler of each request, and `answer` with the session command that reports what the handler resolved to or
     * rejected with. The handlers are called before this returns, because the page may be about to close.
     */
    return (requests, answer) => {
        for (const { ticket, request: whole } of requests) {
            const { kind, ...request } = whole;
            Object.values(request).forEach((part) => Object.freeze(part));
            attempt(kind === 'engagement' ? saveEngagement : saveLog, Object.freeze(request)).then(
                (result) => answer([COMMANDS.Resolved, ticket, readable(result)]),
                (error) => answer([COMMANDS.Rejected, ticket, essence(error)])
            );
        }
    };
}

/** A part of an answer that is longer is left out, if the whole is too long. In UTF-16 units. */
const MAX_PART = 65_536;

/** A copy of a value; null if JSON cannot represent it. Of an answer that is too long, the parts that are not. */
function readable(value) {
    const { text } = jsonText([value]);
    if (text !== null) {
        return JSON.parse(text)[0];
    }
    if (typeof value === 'string') {
        return value.slice(0, MAX_PART);
    }
    return isObject(value) ? shortParts(value) : null;
}

function shortParts(value) {
    try {
        return Object.fromEntries(
            Object.entries(value).flatMap(([name, part]) => {
                const { text } = jsonText([part], MAX_PART);
                return text === null ? [] : [[name, JSON.parse(text)[0]]];
            })
        );
    } catch {
        return null;
    }
}

/** The properties of an error of Apex, the UI API or the browser that say what failed. JSON.stringify omits those of an Error. */
function essence(error) {
    try {
        const { message, status, errorCode, body } = Object(error);
        const whole = typeof error === 'string' ? error : message;
        return readable({ message: readable(whole), status, errorCode, body }) ?? { message: String(whole) };
    } catch {
        return {};
    }
}
