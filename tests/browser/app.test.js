/* The utility as an agent meets it: by keyboard, told of what happens without a hand on it, and through every trouble. */
import { expect } from 'chai';
import { AppPage, WIDE } from './appPage.js';
import { startConsole } from './consolePage.js';

describe('the utility Patchbay', () => {
    let host;
    let app;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    afterEach(() => app.closeWithoutErrors());
    after(() => host?.stop());

    it('is worked by keyboard alone, from the ringing call to the transfer', async () => {
        app = await AppPage.open(host);
        const id = await app.ringing();
        await app.page.locator('[data-item="console"]').focus();
        await app.tabTo('Pick up', 'Shift+Tab');
        await app.page.keyboard.press('Enter');
        await app.app.locator(`[data-id="${id}"][data-phase="connected"]`).waitFor();
        await app.tabTo('Controls', 'Shift+Tab');
        await app.page.keyboard.press('ArrowRight');
        expect(await app.focused()).to.equal('Transfer');
        await app.tabTo('Agent');
        for (const kind of ['Queue', 'Phone', 'Flow']) {
            await app.page.keyboard.press('ArrowRight');
            expect(await app.focused()).to.equal(kind);
        }
        await app.tabTo('Flow name or ID');
        await app.page.keyboard.type('Auditor Secure Flow');
        await app.tabTo('Blind transfer');
        await app.page.keyboard.press('Space');
        const [json] = await app.lastReceived(2);
        expect(JSON.parse(json).data).to.deep.equal({
            action: 'blindTransfer',
            id,
            participantContext: { transferTarget: 'sip:Auditor%20Secure%20Flow', transferTargetType: 'address' }
        });
    });

    for (const [width, options] of [
        ['narrow', {}],
        ['wide', { viewport: WIDE }]
    ]) {
        it(`shows where the focus is at every stop of a walk (${width})`, async () => {
            app = await AppPage.open(host, options);
            if (width === 'wide') {
                await app.widen();
            }
            await app.connected();
            for (const name of width === 'wide' ? ['all'] : ['controls', 'transfer', 'log', 'status']) {
                await app.tab(name);
                const stops = await app.walk();
                expect(stops.length, name).to.be.above(4);
                expect(
                    stops.filter(({ visible }) => !visible),
                    name
                ).to.deep.equal([]);
            }
        });
    }

    it('says why a button is switched off to those who cannot point at it', async () => {
        app = await AppPage.open(host);
        await app.ringing();
        await app.part('c-patchbay-call-controls', '[data-action="hold"] button:disabled').waitFor();
        await app.part('c-patchbay-call-controls', '[data-why]').press('Enter');
        expect(await app.part('c-patchbay-call-controls', '[data-refused="hold"]').textContent()).to.match(
            /^Hold – hold is not/
        );
    });

    it('tells a screen reader of a new interaction, of its end, and of saving that fails and recovers', async () => {
        app = await AppPage.open(host);
        const news = (component, region) => app.part(component, `[data-${region}]`).textContent();
        await app.faults({ rate: 100, modes: ['error'] });
        const id = await app.ringing();
        expect(await news('c-patchbay-interaction-list', 'urgent')).to.match(
            /^Incoming call from Mobile Number, Australia, queue/
        );
        await app.pickUp(id);
        await app.part('c-patchbay-save-health', '[data-health="unsaved"]').waitFor();
        expect(await news('c-patchbay-save-health', 'news')).to.equal(
            'One log is not saved yet. It is kept here and tried again.'
        );
        await app.faults({ rate: 0 });
        await app.saved();
        expect(await news('c-patchbay-save-health', 'news')).to.equal('Everything is saved again.');
        await app.simulate('customerHangsUp', id);
        await app.app.locator(`[data-id="${id}"][data-phase="disconnected"]`).waitFor();
        expect(await news('c-patchbay-interaction-list', 'polite')).to.match(/: Disconnected\.$/);
    });

    for (const reason of ['csp', 'sandbox', 'corrupt']) {
        it(`starts after all once what was in its way is gone (${reason})`, async () => {
            app = await AppPage.open(host, { trouble: reason });
            const retry = app.app.locator('[data-do="retry"] button');
            await retry.click();
            await app.app.locator('[data-tried]').waitFor();
            await app.page.evaluate(() => window.heal());
            await retry.click();
            await app.app.locator('c-patchbay-interaction-list').waitFor();
            await app.connected();
        });
    }

    it('has room for its parts side by side, keeps what was typed, and tabs again where it is narrow', async () => {
        app = await AppPage.open(host, { viewport: WIDE });
        await app.connected();
        await app.tab('transfer');
        await app.part('c-patchbay-transfer-panel', 'input[name="target"]').fill('abc');
        await app.widen();
        expect(await app.app.locator('[role="tab"]').count()).to.equal(0);
        for (const part of [
            'c-patchbay-call-controls',
            'c-patchbay-transfer-panel',
            'c-patchbay-interaction-log',
            'c-patchbay-status-control'
        ]) {
            expect(await app.app.locator(part).isVisible(), part).to.equal(true);
        }
        expect(await app.part('c-patchbay-transfer-panel', 'input[name="target"]').inputValue()).to.equal('abc');
        await app.page.locator('[data-widen="console"] button').click();
        await app.app.locator('[data-tab="transfer"][aria-selected="true"]').waitFor();
    });
});
