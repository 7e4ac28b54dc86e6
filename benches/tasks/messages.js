/* Messages built, judged and refused: the same contenders, the same corpus, and no message twice. */
import { corpus } from '../corpus.js';
import { openContenders } from '../peers/all.js';

/** Messages of a batch, so many of each kind: over 1,000 IDs, 450 targets, 150 texts of user data and 150 sets of attributes. */
const BATCH = 7 * 150;
const WRONG = 12 * 50;

let opened;
const contenders = () => (opened ??= openContenders());

// One for all contenders, so that not even another contender has seen a text.
const fresh = corpus(1);

function same(name, what, given, wanted) {
    const [got, expected] = [given, wanted].map((value) => JSON.stringify(value));
    if (got !== expected) {
        throw new Error(`${name}: ${what} gave ${got} instead of ${expected}`);
    }
}

const work = (per, makeBatch, { check, run }) => ({
    async open() {
        return (await contenders()).map((contender) => ({
            name: contender.name,
            per,
            prepare: () => makeBatch(per),
            check: () => check(contender),
            run: run(contender)
        }));
    }
});

export const build = work(BATCH, fresh.built, {
    check({ name, build: builders }) {
        for (const [method, first, second, message] of corpus(2).built(BATCH)) {
            same(name, method, builders[method](first, second), message);
        }
    },
    run:
        ({ build: builders }) =>
        (batch) => {
            let made;
            for (const [method, first, second] of batch) {
                made = builders[method](first, second);
            }
            return made;
        }
});

export const validate = work(BATCH, fresh.valid, {
    check({ name, parse }) {
        const { valid, warned } = corpus(3);
        for (const message of [...valid(BATCH), ...warned().map(([one]) => one)]) {
            const given = parse(message);
            same(name, 'judging', given, message);
            same(name, 'giving out the message it was given', given === message, false);
        }
    },
    run:
        ({ parse }) =>
        (batch) => {
            let made;
            for (const message of batch) {
                made = parse(message);
            }
            return made;
        }
});

/** The places told of a message, each once: contenders may find more than one thing wrong in one place. */
function places({ issues, told, repeats = () => false }, message, severity) {
    const all = issues(message).filter((issue) => !repeats(issue));
    const ofSeverity = all.map(told).filter(([, how]) => how === severity);
    return [...new Set(ofSeverity.map(([path]) => path))].sort();
}

export const invalid = work(WRONG, fresh.wrong, {
    check(contender) {
        const { wrong, warned } = corpus(4);
        for (const [message, wanted] of wrong(WRONG)) {
            const text = JSON.stringify(message);
            same(contender.name, text, contender.parse(message), null);
            same(contender.name, text, places(contender, message, 'error'), [...wanted].sort());
            if (!contender.issues(message).every(({ message: sentence }) => sentence)) {
                throw new Error(`${contender.name}: a problem of ${text} has no sentence`);
            }
        }
        for (const [message, wanted] of warned()) {
            const text = JSON.stringify(message);
            same(contender.name, text, places(contender, message, 'error'), []);
            same(contender.name, text, places(contender, message, 'warning'), wanted);
        }
    },
    run:
        ({ issues }) =>
        (batch) => {
            let read = 0;
            for (const [message] of batch) {
                for (const issue of issues(message)) {
                    read += issue.message.length;
                }
            }
            return read;
        }
});
