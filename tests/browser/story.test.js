/* The timeline in the console, inside Lightning Web Security: a consult transfer that was captured, with a reload in the middle. */
import { expect } from 'chai';
import { startConsole } from './consolePage.js';
import { ReplayPage, fixture } from './replayPage.js';

const FIRST = '0f4a2f0c-2f57-4f5e-8f6a-6f3b6c1f1a01';
const UTILITIES = ['interaction', 'log', 'story'];

describe('the timeline', () => {
    let host;
    let app;
    let replay;
    before(async () => {
        host = await startConsole();
    });
    afterEach(async () => {
        const { errors } = app;
        await app.close();
        expect(errors).to.deep.equal([]);
    });
    after(() => host?.stop());

    async function open(options) {
        app = await host.open({ utilities: UTILITIES, ...options });
        replay = new ReplayPage(app);
        await replay.ready();
        await app.openPanel('story');
    }

    const story = (selector) => app.page.locator(`c-patchbay-story ${selector}`);
    // Of the interaction itself: the record store finds records, and saves, when it likes.
    const told = async () => {
        const kinds = await story('[data-kind]').evaluateAll((rows) => rows.map((row) => row.dataset.kind));
        return kinds.filter((kind) => !['saved', 'suggested'].includes(kind));
    };
    const comments = () => app.page.locator('c-patchbay-interaction-log [data-field="Description"] textarea');

    it('tells of a consult transfer, goes on after a reload, and is summed up in the comments', async () => {
        await open();
        await app.openPanel('log');
        const messages = await fixture('consult-transfer');
        for (const message of messages.slice(0, 5)) {
            await replay.publish(message);
        }
        await replay.choose(FIRST);
        await story(`[data-story="${FIRST}"]`).waitFor();
        const before = ['answered', 'consulting', 'held'];
        expect(await told()).to.deep.equal(before);
        await replay.reload();
        await app.openPanel('story');
        await app.openPanel('log');
        await replay.choose(FIRST);
        await story(`[data-story="${FIRST}"]`).waitFor();
        expect(await told()).to.deep.equal(before);
        for (const message of messages.slice(5)) {
            await replay.publish(message);
            await replay.publish(message);
        }
        expect(await told()).to.deep.equal([...before, 'consult-ended', 'transferred', 'ended', 'wrap-up', 'done']);

        await comments().fill('Moved to the back office.');
        await story('[data-action="summary"] button').click();
        await story('c-patchbay-panel .confirmation').filter({ hasText: 'The summary is in the comments.' }).waitFor();
        const [own, summary] = (await comments().inputValue()).split('\n\n');
        expect(own).to.equal('Moved to the back office.');
        expect(summary).to.match(
            /^Answered at .+ It took 0:26\. Once on hold, for .+ Transferred\. .*Wrap-up code: Transferred\.$/
        );
        await story('[data-action="summary"] button').click();
        await story('.confirmation').filter({ hasText: 'already' }).waitFor();
        expect(await comments().inputValue()).to.equal(`${own}\n\n${summary}`);
    });

    it('speaks German, and so does the summary in the comments', async () => {
        await open({ query: '?lang=de' });
        await app.openPanel('log');
        for (const message of await fixture('consult-transfer')) {
            await replay.publish(message);
        }
        const entry = (kind) => story(`[data-kind="${kind}"] .entry__text`).first().textContent();
        await story(`[data-story="${FIRST}"] [data-kind="done"]`).waitFor();
        expect(await entry('answered')).to.equal('Angenommen.');
        expect(await entry('held')).to.equal('Gehalten.');
        expect(await entry('consult-ended')).to.equal('Die Rückfrage ist beendet.');
        await story('[data-action="summary"] button').click();
        await story('c-patchbay-panel .confirmation').filter({ hasText: 'Kommentare' }).waitFor();
        expect(await comments().inputValue()).to.match(/^Angenommen um .+ Dauer: 0:26\. .*\.$/);
    });

    it('is within 340 pixels, and axe has nothing to say of it, with forced colours neither', async () => {
        await open({ viewport: { width: 340, height: 640 } });
        for (const message of await fixture('consult-transfer')) {
            await replay.publish(message);
        }
        await story('[data-kind="answered"]').first().waitFor();
        for (const forcedColors of ['none', 'active']) {
            await app.page.emulateMedia({ forcedColors });
            expect(await app.violations('story'), forcedColors).to.deep.equal([]);
        }
        const widths = await app.panel('story').evaluate((panel) => [panel.scrollWidth, panel.clientWidth]);
        expect(widths[1]).to.be.at.most(340);
        expect(widths[0]).to.be.at.most(widths[1]);
        // A keyboard comes from the filter to the list, which it scrolls, and on to the button.
        await story('[data-topic] [role="combobox"]').focus();
        await app.page.keyboard.press('Tab');
        expect(await story('[role="region"]').evaluate((region) => region.matches(':focus-visible'))).to.equal(true);
    });
});
