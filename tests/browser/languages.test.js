/* The utility in another language and in the other direction: no English is left in it, and no long word breaks it. */
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';
import { readLabels } from '../../www/host/bundle/labels.js';
import { day } from './appDay.js';
import { AppPage, WIDE } from './appPage.js';
import { startConsole } from './consolePage.js';

const labels = Object.values(readLabels(path('www')));
const german = new Set(labels.map(({ de }) => de));
/** What is told apart from German by its text; a status or an object is called as the org calls it. */
const STATUSES = ['Available', 'On Queue', 'Break', 'Meal', 'Meeting', 'Busy', 'Away'];
const ORG = [...STATUSES, 'Call', 'Chat', 'Contact', 'Account', 'Case', 'Inbound'];
const english = labels.map(({ en }) => en).filter((text) => !german.has(text) && !ORG.includes(text));

describe('languages', () => {
    let host;
    let app;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    afterEach(() => app.closeWithoutErrors());
    after(() => host?.stop());

    it('speaks German the whole day, and stays within its 340 pixels', async () => {
        app = await AppPage.open(host, { query: '?lang=de' });
        expect(await app.page.evaluate(() => document.documentElement.lang)).to.equal('de');
        await day(app, async (name) => {
            const texts = await app.texts();
            expect(
                texts.filter((text) => english.includes(text)),
                name
            ).to.deep.equal([]);
            expect(texts.filter((text) => german.has(text)).length, name).to.be.above(3);
            expect(await app.overflowing(), name).to.deep.equal([]);
        });
    });

    it('writes times and numbers as the language does', async () => {
        app = await AppPage.open(host, { query: '?lang=de' });
        await app.connected();
        const said = app.part('c-patchbay-call-controls', 'c-patchbay-panel').locator('[role="status"]');
        await said.filter({ hasText: /gesendet/ }).waitFor();
        expect(await said.textContent()).to.match(
            /^Annehmen um \d{2}:\d{2}:\d{2} gesendet\. (?:Wartet auf Genesys Cloud …|Genesys Cloud hat reagiert\.)$/
        );
        await app.tab('log');
        expect(await app.part('c-patchbay-interaction-log', '[data-subject]').textContent()).to.match(
            /\d+\.\d+\.\d{4}/
        );
    });

    it('is chosen in the header of the console', async () => {
        app = await AppPage.open(host, { viewport: WIDE });
        await app.page.getByLabel('Language of Patchbay').selectOption('de');
        await app.page.waitForURL(/lang=de/);
        await app.page.getByText('die Konsole um sie herum ist englisch').waitFor();
        await app.toggle('console', true);
        await app.app.getByText('Keine laufenden Interaktionen.').waitFor();
    });

    it('holds from right to left, the whole day', async () => {
        app = await AppPage.open(host, { query: '?dir=rtl' });
        await day(app, async (name) => {
            expect(await app.overflowing(), name).to.deep.equal([]);
        });
        const order = await app.app
            .locator('[role="tab"]')
            .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().left));
        expect(order).to.deep.equal([...order].sort((one, other) => other - one));
        await app.tab('log');
        await app.page.keyboard.press('ArrowLeft');
        await app.app.locator('[data-tab="transfer"][aria-selected="true"]').waitFor();
    });

    it('holds from right to left where its parts stand side by side', async () => {
        app = await AppPage.open(host, { query: '?dir=rtl', viewport: WIDE });
        await app.widen();
        await app.connected();
        expect(await app.overflowing()).to.deep.equal([]);
    });
});
