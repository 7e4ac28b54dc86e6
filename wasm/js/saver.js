import { COMMANDS } from './vocabulary.js';
import { jsonText } from './jsonText.js';

/** Has logs saved by the page's own function, EngagementInteraction records by another. */
export function openSaver(saveLog, saveEngagement) {
    function attempt(save, request) {
        try {
            return Promise.resolve(save(request));
        } catch (error) {
            return Promise.reject(error);
        }
    }

    /** Calls `save` at once, since the page may be about to go, and tells what came of it: anything, at any time. */
    return (requests, tell) => {
        for (const { ticket, request: whole } of requests) {
            const { kind, ...request } = whole;
            Object.values(request).forEach((part) => Object.freeze(part));
            attempt(kind === 'engagement' ? saveEngagement : saveLog, Object.freeze(request)).then(
                (answer) => tell([COMMANDS.Resolved, ticket, readable(answer)]),
                (error) => tell([COMMANDS.Rejected, ticket, essence(error)])
            );
        }
    };
}

/** The answer, or null when it is nothing that can be told. */
function readable(answer) {
    return jsonText([answer]).text === null ? null : answer;
}

/** What errors of Apex, the UI API and the browser say; JSON alone writes nothing of an Error. */
function essence(error) {
    try {
        const { message, status, errorCode, body } = Object(error);
        const whole = typeof error === 'string' ? error : message;
        return readable({ message: whole, status, errorCode, body }) ?? { message: String(whole) };
    } catch {
        return {};
    }
}
