/*
 * The module under every policy of a page and in every kind of sandbox: it works, or says why it does not and what to
 * change. Nothing in between.
 */
import { expect } from 'chai';
import { CSP } from '../../www/host/csp.js';
import { tried } from '../wasm/reliability.js';
import { hidden, proxied } from './lockers.js';
import { startPages } from './suite.js';

const WORKS = 'works';

/** Lightning Web Security evaluates code: where that is forbidden there is no sandbox, and no component in it. */
const NO_SANDBOX = 'no sandbox';

/** What a person is told to change, by the reason. */
const ADVICE = {
    csp: /Content Security Policy .*; add 'wasm-unsafe-eval' \(or 'unsafe-eval'\) to its script-src\.$/,
    sandbox: /hides the memory of WebAssembly; use Lightning Web Security in its standard mode/,
    unsupported: /has no WebAssembly, or it is switched off; use a current browser/
};

const POLICIES = ['none', 'wasm', 'eval', 'lightning', 'self'];

/** What comes of it under each of the policies. */
const HOSTS = {
    'the page itself': [WORKS, WORKS, WORKS, WORKS, 'csp'],
    'Lightning Web Security, its standard mode': [WORKS, NO_SANDBOX, WORKS, WORKS, NO_SANDBOX],
    'Lightning Web Security, its fastest mode': ['sandbox', NO_SANDBOX, 'sandbox', 'sandbox', NO_SANDBOX],
    'proxies around what is the page’s, like Lightning Locker’s': Array(5).fill('sandbox'),
    'no WebAssembly, like a locker that does not hand it out': Array(5).fill('unsupported')
};

const inPage = () =>
    Promise.all([import('/first/index.js'), import('/inside/exercise.js')]).then(([module, { default: exercise }]) =>
        exercise(module)
    );

const inSandbox = (namespace) =>
    import(`/in-${namespace}.js`).then(
        async ({ default: inside }) => JSON.parse(await inside.exercise()),
        ({ message }) => ({ reason: 'no sandbox', message })
    );

const RUN = {
    'the page itself': [inPage],
    'Lightning Web Security, its standard mode': [inSandbox, 'c'],
    'Lightning Web Security, its fastest mode': [inSandbox, 'omnistudio'],
    'proxies around what is the page’s, like Lightning Locker’s': [inPage, null, proxied],
    'no WebAssembly, like a locker that does not hand it out': [inPage, null, hidden]
};

describe('the module, wherever it is loaded', () => {
    let pages;
    before(async () => {
        pages = await startPages();
    });
    after(() => pages?.stop());

    async function outcome(host, csp) {
        const [run, given, prepare] = RUN[host];
        const page = await pages.open({ csp, prepare });
        try {
            return { ...(await page.evaluate(run, given)), errors: page.errors };
        } finally {
            await page.close();
        }
    }

    for (const [host, outcomes] of Object.entries(HOSTS)) {
        for (const [at, expected] of outcomes.entries()) {
            it(`${host}, under the policy '${POLICIES[at]}': ${expected}`, async () => {
                const { reason, message, errors, ...result } = await outcome(host, POLICIES[at]);
                expect(reason, message).to.equal(expected);
                expect(errors).to.deep.equal([]);
                if (expected === WORKS) {
                    expect(result).to.deep.equal({
                        target: 'sip:Auditor%20Secure%20Flow',
                        valid: true,
                        phase: 'connected',
                        name: 'Zoë',
                        can: 7,
                        classified: 'unknown'
                    });
                } else if (expected === NO_SANDBOX) {
                    expect(message).to.match(/unsafe-eval|Content Security Policy/);
                } else {
                    expect(result.name).to.equal('PatchbayLoadError');
                    expect(message).to.match(ADVICE[expected]);
                }
            });
        }
    }

    it('has been tried under every policy there is', () => {
        expect(POLICIES).to.have.members(Object.keys(CSP));
        tried('policies of a page in every kind of sandbox', POLICIES.length * Object.keys(HOSTS).length);
    });
});
