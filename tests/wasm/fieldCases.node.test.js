/* Cases from the field, as tests/field-cases.json lists them; `node scripts/fieldCases.js` writes docs/field-cases.md out of it. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { load } from '#patchbay';
import { path } from '../../scripts/paths.js';
import { recordId } from '../../wasm/js/testing/recordId.js';

const CASES = JSON.parse(await readFile(path('tests/field-cases.json'), 'utf8'));

const brief = (problems) => problems.map(({ severity, path: at, code }) => `${severity} ${at} ${code}`);

/** What stands at `a/b/0` of a value; null where there is nothing. */
const at = (value, place) => place.split('/').reduce((inner, name) => inner?.[name] ?? null, value);

/** How each kind of case is run: what came of it, for the places of `expect` to look into. */
const RUNS = {
    validate(patchbay, message) {
        const { problems, ...verdict } = patchbay.validate(message);
        return { ...verdict, problems: brief(problems), advice: problems[0]?.message };
    },

    settings(patchbay, list) {
        const { valid, problems } = patchbay.settings(list);
        return { valid, problems: brief(problems) };
    },

    engagement(patchbay, given) {
        const { record, problems } = patchbay.engagement(...given);
        return { record, problems: brief(problems) };
    },

    /** `steps` are calls of the session's methods; with `reload` another session goes on after the last. */
    async session(patchbay, { options, steps, reload = false, save = false }) {
        const kept = new Map();
        const storage = {
            getItem: (key) => kept.get(key) ?? null,
            setItem: (key, text) => void kept.set(key, text),
            removeItem: (key) => void kept.delete(key)
        };
        const saves = [];
        const published = [];
        const problems = [];
        const stored = [];
        const open = (more) =>
            patchbay.session({
                storage,
                ...options,
                ...more,
                publish: (message) => published.push(message),
                onChange: (change) => problems.push(...brief(change.problems))
            });
        const saving = save && {
            save: (request) => {
                saves.push(JSON.parse(JSON.stringify(request)));
                // Each log is stored in a record of its own.
                const key = `${request.interaction.id} ${request.segment}`;
                if (!stored.includes(key)) stored.push(key);
                return stored[0] === key ? '00T5g00000LqT4rEAF' : recordId(stored.indexOf(key));
            }
        };
        let session = open(reload ? {} : saving);
        for (const [method, ...args] of steps) session[method](...args);
        if (reload) {
            await session.close();
            session = open(saving);
        }
        await session.flush();
        const { interactions, agent, problems: lasting } = session;
        const log = Object.fromEntries(session.logs.map((one) => [one.id, one]));
        await session.close();
        return { interactions, agent, log, saves, published, problems, lasting: brief(lasting) };
    }
};

describe('cases from the field', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    async function check({ run, expect: expected }) {
        const [[kind, given]] = Object.entries(run);
        const came = await RUNS[kind](patchbay, given);
        for (const [place, value] of Object.entries(expected)) {
            if (place === 'advice') expect(came.advice).to.contain(value);
            else expect(at(came, place), place).to.deep.equal(value);
        }
    }

    for (const one of CASES) {
        it(`${one.area}: ${one.case}: ${one.right}`, async () => {
            const found = await check(one).catch((error) => error);
            // A case that is open and comes out right is open no more.
            if (one.open) expect(found, 'it is right by now').to.be.an('error');
            else if (found) throw found;
        });
    }
});
