import { jsonText } from './jsonText.js';
import { PROBLEMS, problem } from './problems.js';

/** The transfer targets of a session by name. `ask` passes a text to Rust, unless the session is closed. */
export function openDirectory(ask) {
    function findTargets(given) {
        const { text, found } = jsonText(given);
        const answer = text === null ? '' : ask(text);
        const { targets = [], total = 0, problems = [] } = answer ? JSON.parse(answer) : {};
        if (found || answer === null) {
            problems.push(found ?? problem(PROBLEMS.MessageTooLong));
        }
        return frozen({ targets: frozen(targets.map(frozen)), total, problems: frozen(problems.map(frozen)) });
    }

    function remember(asked) {
        const { text } = jsonText(asked);
        if (text !== null) {
            ask(text);
        }
    }

    return {
        findTargets,
        rememberTarget: (sent) => remember({ sent }),
        setFavourite: (favourite, on) => remember({ favourite, on })
    };
}

const frozen = (value) => Object.freeze(value);
