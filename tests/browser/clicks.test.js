/*
 * How many clicks and keys the commonest jobs take in a panel of 340 × 480 pixels, each counted while it is done, and compared with
 * the table that docs/clicks.md tells.
 */
import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { path } from '../../scripts/paths.js';
import { AppPage } from './appPage.js';
import { startConsole } from './consolePage.js';

const ROBIN = '3d2c9a54-6e0b-4f7d-9b1a-8c5e2f4d7a11';
const COMMENT = 'Renewal sent.';

/** Counts what a hand does. Letters that are typed are content, not counted; keys that command are. */
class Hand {
    clicks = 0;
    keys = 0;
    letters = 0;

    constructor(app) {
        this.app = app;
    }

    async click(locator) {
        this.clicks += 1;
        await locator.click();
    }

    async type(text) {
        this.letters += text.length;
        await this.app.page.keyboard.type(text);
    }

    async key(name) {
        this.keys += 1;
        await this.app.page.keyboard.press(name);
    }
}

const control = (app, name) => app.part('c-patchbay-call-controls', `[data-action="${name}"] button`);
const transfer = (app, name) => app.part('c-patchbay-transfer-panel', `[data-action="${name}"] button`);
const option = (app) => app.part('c-patchbay-transfer-panel', '[role="option"]').first();
const tab = (app, name) => app.app.locator(`[data-tab="${name}"]`);

/** Each job: what is there before it, what a hand does, and what came of it. */
const JOBS = {
    Answer: { before: 'ringing', act: ({ app, hand }) => hand.click(control(app, 'pickup')), sent: ['pickup'] },
    Hold: { act: ({ app, hand }) => hand.click(control(app, 'hold')), sent: ['hold'] },
    Mute: { act: ({ app, hand }) => hand.click(control(app, 'mute')), sent: ['mute'] },
    'Secure pause': { act: ({ app, hand }) => hand.click(control(app, 'securePause')), sent: ['securePause'] },
    'Transfer to a colleague': {
        async act({ app, hand }) {
            await hand.click(tab(app, 'transfer'));
            await hand.type('rob');
            await hand.click(option(app));
            await hand.click(transfer(app, 'blindTransfer'));
        },
        sent: ['blindTransfer'],
        target: ROBIN
    },
    'Transfer to a colleague, by keyboard from the search': {
        async act({ app, hand }) {
            await hand.click(tab(app, 'transfer'));
            await hand.type('rob');
            await hand.key('ArrowDown');
            await hand.key('Enter');
        },
        sent: ['blindTransfer'],
        target: ROBIN
    },
    'Consult and conclude': {
        async act({ app, hand }) {
            await hand.click(tab(app, 'transfer'));
            await hand.type('rob');
            await hand.click(option(app));
            await hand.click(transfer(app, 'consultTransfer'));
            await app.app.locator('.interaction_consult [data-phase="connected"]').waitFor();
            await hand.click(control(app, 'conclude'));
        },
        sent: ['consultTransfer', 'concludeTransfer'],
        target: ROBIN
    },
    'Log with a comment': {
        async act({ app, hand }) {
            await hand.click(app.part('c-patchbay-interaction-log', '[data-field="Description"] textarea'));
            await hand.type(COMMENT);
            await app.saved();
            await app.part('c-patchbay-interaction-log', '[data-save-state="saved"]').waitFor();
        },
        sent: []
    },
    Status: {
        async act({ app, hand }) {
            await hand.click(tab(app, 'status'));
            await hand.click(app.part('c-patchbay-status-control', '[data-status]').nth(2));
        },
        sent: [undefined]
    }
};

/** The first columns of the table: clicks, keys and letters by job. */
async function told() {
    const page = await readFile(path('docs/clicks.md'), 'utf8');
    const rows = Array.from(page.matchAll(/^\| ([^|]+?) +\| +(\d+) +\| +(\d+) +\| +(\d+) +\|/gm));
    return Object.fromEntries(
        rows.map(([, job, clicks, keys, letters]) => [
            job,
            { clicks: Number(clicks), keys: Number(keys), letters: Number(letters) }
        ])
    );
}

describe('clicks and keys', () => {
    let host;
    let app;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    afterEach(() => app?.closeWithoutErrors());
    after(() => host?.stop());

    it('are told for every job that is counted', async () => {
        app = null;
        expect(Object.keys(await told())).to.deep.equal(Object.keys(JOBS));
    });

    for (const [job, { before = 'connected', act, sent, target }] of Object.entries(JOBS)) {
        it(`of: ${job}`, async () => {
            app = await AppPage.open(host);
            await app[before]();
            const known = (await app.received()).length;
            const hand = new Hand(app);
            await act({ app, hand });
            await app.page.waitForFunction((count) => window.patchbayHost.orders.length >= count, known + sent.length);
            const received = (await app.received()).slice(known);
            expect(received.map(([, verdict]) => verdict)).to.deep.equal(sent.map(() => 'obeyed'));
            const orders = received.map(([json]) => JSON.parse(json).data);
            expect(orders.map(({ action }) => action)).to.deep.equal(sent);
            if (target) {
                expect(orders[0].participantContext.transferTarget).to.equal(target);
            }
            const { clicks, keys, letters } = hand;
            expect({ clicks, keys, letters }).to.deep.equal((await told())[job]);
        });
    }
});
