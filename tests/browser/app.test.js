/* The utility as an agent meets it: by keyboard, told of what happens without a hand on it, and through every trouble. */
import { expect } from 'chai';
import { AppPage, WIDE } from './appPage.js';
import { startConsole } from './consolePage.js';

/** What else may be in the bar. */
const BESIDE = ['genesys', 'interaction', 'log', 'engagement', 'status', 'inspector', 'records', 'integrations'];

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
        await app.tabTo('Log');
        await app.page.keyboard.press('ArrowRight');
        expect(await app.focused()).to.equal('Transfer');
        await app.tabTo('Transfer to');
        await app.page.keyboard.type('aud');
        await app.page.keyboard.press('ArrowDown');
        await app.page.keyboard.press('Enter');
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
            for (const name of width === 'wide' ? ['all'] : ['transfer', 'log', 'status']) {
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

    it('keeps every item of the utility bar within reach at 200 %', async () => {
        app = await AppPage.open(host, { viewport: { width: 640, height: 360 }, beside: BESIDE, scale: 2 });
        for (const name of ['console', ...BESIDE]) {
            const item = app.page.locator(`[data-item="${name}"]`);
            await item.scrollIntoViewIfNeeded();
            const { x, width } = await item.boundingBox();
            // Scrolled to, an edge may lie a part of a pixel beyond.
            expect(x > -1 && x + width < 641, name).to.equal(true);
        }
    });

    it('never drops the focus to the page: not when a call is answered, ends, is transferred or concluded', async () => {
        app = await AppPage.open(host);
        const within = () => app.app.locator(':focus').count();
        let id = await app.ringing();
        await app.part('c-patchbay-call-controls', '[data-action="pickup"] button').press('Enter');
        await app.app.locator(`[data-id="${id}"][data-phase="connected"]`).waitFor();
        expect(await within(), 'answered').to.equal(1);
        await app.part('c-patchbay-call-controls', '[data-action="disconnect"] button').press('Enter');
        await app.app.locator(`[data-id="${id}"][data-phase="disconnected"]`).waitFor();
        expect(await within(), 'disconnected').to.equal(1);
        id = await app.connected();
        await app.tab('transfer');
        const search = app.part('c-patchbay-transfer-panel', 'input[role="combobox"]');
        await search.fill('rob');
        await search.press('ArrowDown');
        await search.press('Control+Enter');
        await app.app.locator('.interaction_consult [data-phase="connected"]').waitFor();
        expect(await within(), 'consulting').to.equal(1);
        await app.part('c-patchbay-call-controls', '[data-action="conclude"] button').press('Enter');
        await app.app.locator(`[data-id="${id}"][data-phase="disconnected"]`).waitFor();
        expect(await within(), 'concluded').to.equal(1);
        id = await app.connected();
        await search.fill('rob');
        await search.press('ArrowDown');
        await search.press('Enter');
        await app.app.locator(`[data-id="${id}"][data-phase="disconnected"]`).waitFor();
        expect(await within(), 'transferred').to.equal(1);
    });

    it('is highlighted in the bar while it is minimised and something rings', async () => {
        app = await AppPage.open(host);
        await app.toggle('console', false);
        const id = await app.simulate('inboundCall');
        const item = app.page.locator('.slds-has-notification [data-item="console"]');
        await item.waitFor();
        await app.toggle('console', true);
        await app.pickUp(id);
        await app.toggle('console', false);
        expect(await item.count()).to.equal(0);
    });

    it('shows the interaction, its controls and four rows of comments in one screen of 340 × 480', async () => {
        app = await AppPage.open(host);
        await app.connected();
        const screen = await app.app.boundingBox();
        const comments = app.part('c-patchbay-interaction-log', '[data-field="Description"] textarea');
        for (const locator of [
            app.app.locator('[aria-current="true"]'),
            app.part('c-patchbay-call-controls', '[data-action="disconnect"]'),
            app.app.locator('[data-tab="transfer"]'),
            comments
        ]) {
            const { y, height } = await locator.boundingBox();
            expect(y >= screen.y && y + height <= screen.y + screen.height).to.equal(true);
        }
        const { height, lineHeight } = await comments.evaluate((area) => ({
            height: area.clientHeight,
            lineHeight: parseFloat(getComputedStyle(area).lineHeight)
        }));
        expect(height / lineHeight).to.be.at.least(4);
    });

    it('fits side by side beside the softphone at 1280', async () => {
        app = await AppPage.open(host, { viewport: { width: 1280, height: 720 }, beside: ['genesys'] });
        await app.toggle('genesys', true);
        await app.widen();
        await app.connected();
        for (const name of ['genesys', 'console']) {
            const { x, width } = await app.panel(name).boundingBox();
            expect(x >= 0 && x + width <= 1280, name).to.equal(true);
        }
        expect(await app.overflowing()).to.deep.equal([]);
    });

    it('says why a button is switched off to those who cannot point at it', async () => {
        app = await AppPage.open(host);
        await app.ringing();
        await app.part('c-patchbay-call-controls', '[data-action="hold"] button:disabled').waitFor();
        await app.part('c-patchbay-call-controls', '[data-why]').press('Enter');
        expect(await app.part('c-patchbay-call-controls', '[data-refused="hold"]').textContent()).to.match(
            /^Hold – \p{Lu}[^.]+\.$/u
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
        await app.part('c-patchbay-transfer-panel', '[data-advanced]').click();
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
