/** What an agent does with the interaction log in the console, and what of it is stored. */
export class LogPage {
    /** @param agent a ConsolePage */
    constructor(agent) {
        this.agent = agent;
        this.page = agent.page;
        this.panel = agent.panel('log');
    }

    async open() {
        await this.agent.openPanel('log');
        return this;
    }

    faults(settings) {
        return this.page.evaluate((given) => {
            window.patchbayHost.records.faults = given;
        }, settings);
    }

    tasks() {
        return this.page.evaluate(() => window.patchbayHost.records.tasks());
    }

    /** Waits until so many saves were carried out, and the log knows of it. */
    async stored(times) {
        await this.page.waitForFunction((n) => window.patchbayHost.records.counts.save.succeeded >= n, times);
        await this.saving('saved');
    }

    /** With a network that fails: waits until so many saves have failed, and then as many were carried out. */
    async storedAtSecondTry(times) {
        await this.page.waitForFunction((n) => window.patchbayHost.records.counts.save.failed >= n, times);
        await this.faults({ rate: 0 });
        await this.stored(times);
        await this.faults({ rate: 100 });
    }

    counts() {
        return this.page.evaluate(() => ({ ...window.patchbayHost.records.counts.save }));
    }

    /** The agent opens a record from the home tab, by keyboard: docked panels may lie over it. */
    async visit(name) {
        await this.page.locator('[data-workspace-tab="home"]').click();
        await this.page.locator('[data-area="home"]').getByRole('button', { name, exact: true }).press('Enter');
    }

    picker(list) {
        return this.panel.locator(`[data-list="${list}"]`);
    }

    /** Chooses by keyboard: types some of the name, goes to the first match, takes it. */
    async choose(list, name) {
        const input = this.picker(list).getByRole('combobox');
        await input.click();
        await input.fill(name);
        await this.picker(list).getByRole('option', { name }).first().waitFor();
        await input.press('ArrowDown');
        await input.press('Enter');
    }

    async options(list, part = 'name') {
        const options = this.picker(list).locator(`[role="option"] [data-${part}]`);
        await options.first().waitFor();
        return Promise.all((await options.all()).map((option) => option.textContent()));
    }

    get comments() {
        return this.panel.getByRole('textbox', { name: 'Comments' });
    }

    /** Waits until saving stands like this. */
    saving(state) {
        return this.panel.locator(`[data-save-state="${state}"]`).waitFor();
    }

    /** Wraps up in the client what has ended, and waits until that is saved. */
    async wrappedUp() {
        const { succeeded } = await this.counts();
        await this.page.locator('[data-wrap-up] button').first().click();
        await this.stored(succeeded + 1);
    }

    /** Everything the panel shows of the log. */
    async seen() {
        const text = async (selector) => (await this.panel.locator(selector).textContent()).trim();
        return {
            Subject: await text('[data-subject]'),
            Type: await this.panel.locator('lightning-combobox[data-field="Type"] button').getAttribute('data-value'),
            CallType: await text('[data-fact="Call type"]'),
            CallDisposition: await text('[data-fact="Wrap-up code"]'),
            Duration: await text('[data-fact="Duration"]'),
            Name: await this.picker('name').getByRole('combobox').inputValue(),
            RelatedTo: await this.picker('relatedTo').getByRole('combobox').inputValue(),
            Description: await this.comments.inputValue()
        };
    }
}
