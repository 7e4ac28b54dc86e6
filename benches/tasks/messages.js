/* Messages built, judged and refused: the same seven contenders, the same corpus, four kinds of work. */
import { BUILT, ENCODED, FRESH, INVALID, VALID, WARNED } from '../corpus.js';
import { openContenders } from '../contenders.js';

let opened;
const contenders = (host) => (opened ??= openContenders(host));

function same(name, what, given, wanted) {
    const [got, expected] = [given, wanted].map((value) => JSON.stringify(value));
    if (got !== expected) {
        throw new Error(`${name}: ${what} gave ${got} instead of ${expected}`);
    }
}

const building = (cases) => ({
    async open({ host }) {
        return (await contenders(host)).map(({ name, build }) => ({
            name,
            per: cases.length,
            check: () => cases.forEach(([make, message]) => same(name, make, make(build), message)),
            run() {
                let made;
                for (const [make] of cases) {
                    made = make(build);
                }
                return made;
            }
        }));
    }
});

/** The places told of a message, each once: contenders may find more than one thing wrong in one place. */
function places({ issues, told, repeats = () => false }, message, severity) {
    const all = issues(message).filter((issue) => !repeats(issue));
    const ofSeverity = all.map(told).filter(([, how]) => how === severity);
    return [...new Set(ofSeverity.map(([path]) => path))].sort();
}

export const build = building(BUILT);
export const buildEncoded = building(ENCODED);
export const buildFresh = building(FRESH);

const judging = (messages) => ({
    async open({ host }) {
        return (await contenders(host)).map(({ name, parse }) => ({
            name,
            per: messages.length,
            check() {
                for (const message of [...messages, ...WARNED.map(([warned]) => warned)]) {
                    same(name, 'judging', parse(message), message);
                }
                same(name, 'giving out the message it was given', parse(messages[0]) === messages[0], false);
            },
            run() {
                let made;
                for (const message of messages) {
                    made = parse(message);
                }
                return made;
            }
        }));
    }
});

export const validate = judging(VALID);
export const validateFresh = judging(FRESH.map(([, message]) => message));

export const invalid = {
    async open({ host }) {
        return (await contenders(host)).map((contender) => ({
            name: contender.name,
            per: INVALID.length,
            check() {
                for (const [message, wanted] of INVALID) {
                    same(contender.name, JSON.stringify(message), contender.parse(message), null);
                    same(
                        contender.name,
                        JSON.stringify(message),
                        places(contender, message, 'error'),
                        [...wanted].sort()
                    );
                }
                for (const [message, wanted] of WARNED) {
                    same(contender.name, JSON.stringify(message), places(contender, message, 'error'), []);
                    same(contender.name, JSON.stringify(message), places(contender, message, 'warning'), wanted);
                }
            },
            run() {
                let read = 0;
                for (const [message] of INVALID) {
                    for (const issue of contender.issues(message)) {
                        read += issue.message.length;
                    }
                }
                return read;
            }
        }));
    }
};
