/** What a person does with the integration settings in the console, and all that could give a secret away. */
export class SettingsPage {
    /** @param agent a ConsolePage */
    constructor(agent) {
        this.agent = agent;
        this.page = agent.page;
        this.panel = agent.panel('integrations');
        this.console = [];
        this.page.on('console', (message) => this.console.push(message.text()));
    }

    async open() {
        await this.agent.openPanel('integrations');
        await this.panel.locator('c-patchbay-integration-settings').waitFor();
        return this;
    }

    form(at) {
        return this.panel.locator('section[data-kind]').nth(at);
    }

    /** Goes on by keyboard until something of this name has the focus. */
    async tabTo(name, key = 'Tab') {
        for (let step = 0; step < 80; step++) {
            if ((await this.agent.focused()) === name) return;
            await this.page.keyboard.press(key);
        }
        throw new Error(`${name} cannot be reached with ${key}; the focus is on ${await this.agent.focused()}`);
    }

    /** Goes to a field, writes over what is there, and leaves it. */
    async write(label, text, key = 'Tab') {
        await this.tabTo(label, key);
        await this.page.keyboard.press('ControlOrMeta+A');
        await this.page.keyboard.press('Delete');
        await this.page.keyboard.type(text);
        await this.page.keyboard.press('Tab');
    }

    async press(name) {
        await this.tabTo(name);
        await this.page.keyboard.press('Enter');
    }

    /** Everything said at a field of a form. */
    problems(at, name) {
        return this.form(at).locator(`[data-name="${name}"] [data-severity]`);
    }

    /** Waits until this is said at a field. */
    says(at, name, text) {
        return this.problems(at, name).filter({ hasText: text }).waitFor();
    }

    /** Waits until the forms stand in this order. */
    async order(...titles) {
        for (const [at, title] of titles.entries()) {
            await this.form(at)
                .getByRole('heading', { name: `${at + 1}. ${title}`, exact: true })
                .waitFor();
        }
    }

    /** Waits until the agent's status counts as this. */
    statusIs(name, at = 0) {
        return this.form(at).locator(`[data-now] [data-class="${name}"]`).waitFor();
    }

    /** Everything that could tell what a secret is, by name, as text. */
    async outputs() {
        const inPage = await this.page.evaluate(async () => {
            const bytes = (_, value) => (ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value) : value);
            const answer = (request) =>
                new Promise((resolve, reject) => {
                    request.onsuccess = () => resolve(request.result);
                    request.onerror = () => reject(request.error);
                });
            const databases = {};
            for (const { name } of await indexedDB.databases()) {
                const database = await answer(indexedDB.open(name));
                for (const table of database.objectStoreNames) {
                    const store = database.transaction(table).objectStore(table);
                    databases[`${name}.${table}`] = await answer(store.getAll());
                }
                database.close();
            }
            const { published, received, records } = window.patchbayHost;
            return {
                page: document.documentElement.outerHTML,
                text: document.body.innerText,
                session: JSON.stringify(sessionStorage),
                local: JSON.stringify(localStorage),
                cookies: document.cookie,
                address: location.href,
                databases: JSON.stringify(databases, bytes),
                published: JSON.stringify(published),
                received: JSON.stringify(received),
                requests: JSON.stringify(records.requests)
            };
        });
        return { ...inPage, console: this.console.join('\n') };
    }

    /** The names of the outputs that hold a text. */
    async holding(text) {
        return Object.entries(await this.outputs())
            .filter(([, output]) => output.includes(text))
            .map(([name]) => name);
    }
}
