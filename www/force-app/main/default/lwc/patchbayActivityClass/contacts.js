/** Contacts as a person writes them, one a line: `12 answered`, `7, abandoned`. What they come to is Patchbay's word. */
import { fill } from 'c/patchbayShared';
import labels from './labels';

/** In English, and as the page says it. */
const ANSWERED = {
    answered: true,
    yes: true,
    true: true,
    abandoned: false,
    no: false,
    false: false,
    [labels.answered.toLowerCase()]: true,
    [labels.abandoned.toLowerCase()]: false
};

/** [{line, waitSeconds, answered}] of all lines that hold something; a part that cannot be read is left out. */
export function readContacts(text) {
    return text
        .split('\n')
        .map((words, at) => ({
            line: at + 1,
            words: words
                .trim()
                .toLowerCase()
                .split(/[\s,;]+/)
        }))
        .filter(({ words }) => words[0])
        .map(({ line, words: [wait, outcome, ...rest] }) => ({
            line,
            waitSeconds: Number(wait),
            answered: rest.length ? undefined : ANSWERED[outcome]
        }));
}

/** [{severity, message}] with the lines that Patchbay's paths (`/contacts/3`) point to. */
export function atLines(problems, contacts) {
    return problems.map(({ severity, path, message }) => {
        const contact = contacts[path.split('/')[2]];
        return { severity, message: contact ? fill(labels.atLine, contact.line, message) : message };
    });
}
