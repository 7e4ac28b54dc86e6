/*
 * Everybody can use it: axe has nothing to say of any state of any component, in light, with forced colours and at 200 %; nothing
 * sticks out of 340 pixels; nothing moves for those who do not want it.
 */
import { expect } from 'chai';
import { day } from './appDay.js';
import { AppPage, SMALL, WIDE } from './appPage.js';
import { ALL } from '../wasm/reliability.js';
import { startConsole } from './consolePage.js';
import { partsDay } from './partsDay.js';

/** A commit looks at the day with axe once, and at its room once more; every night has all of it. */
const MODES = {
    'in light': {},
    ...(ALL && { 'with forced colours': { media: { forcedColors: 'active' } } }),
    'at 200 %': { axe: ALL, viewport: { width: SMALL.width / 2 + 80, height: SMALL.height / 2 + 80 }, scale: 2 },
    ...(ALL && { 'side by side': { viewport: WIDE, wide: true } }),
    ...(ALL && { 'in German': { query: '?lang=de' } })
};

const COLOURS = ALL ? ['none', 'active'] : ['active'];

const REASONS = ['csp', 'sandbox', 'corrupt', 'unsupported'];

describe('accessibility', () => {
    let host;
    let app;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    afterEach(() => app.closeWithoutErrors());
    after(() => host?.stop());

    async function look(name, axe = true) {
        if (axe) {
            expect(await app.violations(name === 'empty' ? undefined : 'console'), name).to.deep.equal([]);
        }
        expect(await app.overflowing(), name).to.deep.equal([]);
    }

    for (const [mode, { wide, axe, ...options }] of Object.entries(MODES)) {
        it(`has no barrier ${mode}, the whole day`, async () => {
            app = await AppPage.open(host, options);
            if (wide) {
                await app.widen();
            }
            const states = [];
            await day(app, async (name) => {
                states.push(name);
                await look(name, axe);
            });
            expect(states).to.include.members(['empty', 'ringing', 'connected', 'unsaved', 'offline', 'ended']);
        });
    }

    for (const forcedColors of COLOURS) {
        it(`has no barrier while it starts, or cannot (forced colours: ${forcedColors})`, async () => {
            for (const reason of REASONS) {
                app = await AppPage.open(host, { trouble: reason, media: { forcedColors } });
                await app.app.locator(`[data-load-error="${reason}"]`).waitFor();
                await look(reason);
                await app.close();
            }
            app = await AppPage.open(host, { trouble: 'never', media: { forcedColors } });
            await app.app.locator('[data-loading]').waitFor();
            await look('starting');
        });

        it(`has no barrier in any state of the components beside it (forced colours: ${forcedColors})`, async () => {
            const open = (options) => AppPage.open(host, { media: { forcedColors }, ...options });
            await partsDay(open, async (shown, part, name) => {
                app = shown;
                expect(await shown.violations(part), name).to.deep.equal([]);
            });
        });

        it(`has no barrier in the other utilities either (forced colours: ${forcedColors})`, async () => {
            const others = ['interaction', 'log', 'engagement', 'status', 'inspector', 'integrations'];
            app = await AppPage.open(host, { viewport: WIDE, media: { forcedColors }, beside: others });
            await app.connected();
            await app.toggle('console', false);
            for (const name of others) {
                await app.toggle(name, true);
                await app.panel(name).waitFor();
                expect(await app.violations(name), name).to.deep.equal([]);
                await app.toggle(name, false);
            }
        });
    }

    it('marks the active option of both pickers where colours are forced', async () => {
        app = await AppPage.open(host, { media: { forcedColors: 'active' } });
        await app.connected();
        for (const [tab, field] of [
            ['log', 'c-patchbay-interaction-log [data-list="name"]'],
            ['transfer', 'c-patchbay-target-picker']
        ]) {
            await app.tab(tab);
            const search = app.app.locator(`${field} input[role="combobox"]`);
            await search.click();
            const options = app.app.locator(`${field} [role="option"]`);
            await (tab === 'transfer' ? search.fill('au') : options.first().waitFor());
            await search.press('ArrowDown');
            const active = app.app.locator(`${field} .option_active`);
            await active.waitFor();
            const { style, width } = await active.evaluate((option) => {
                const { outlineStyle, outlineWidth } = getComputedStyle(option);
                return { style: outlineStyle, width: parseFloat(outlineWidth) };
            });
            expect(style, tab).to.not.equal('none');
            expect(width, tab).to.be.above(0);
        }
    });

    for (const [trouble, movesOtherwise] of [
        ['never', true],
        [undefined, false]
    ]) {
        it(`keeps still for those who want that (${trouble ? 'while it starts' : 'at work'})`, async () => {
            app = await AppPage.open(host, { trouble, media: { reducedMotion: 'reduce' } });
            await app.app.locator(trouble ? '[data-loading]' : 'c-patchbay-interaction-list').waitFor();
            if (!trouble) {
                await app.connected();
            }
            expect(await app.moving()).to.equal(0);
            await app.page.emulateMedia({ reducedMotion: 'no-preference' });
            expect((await app.moving()) > 0).to.equal(movesOtherwise);
        });
    }
});
