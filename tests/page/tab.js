const START = Date.parse('2026-04-09T10:00:00Z');

/** Milliseconds; far more than a page needs to load. */
const LOADED_WITHIN = 300_000;

/** The org that tabs save to: one record for each interaction, found by `Id` or `CallObject`, as the Apex class does it. */
export class Records {
    online = true;
    /** All that arrived: `{ tab, at, eventName, callLog }`. */
    saves = [];
    all = new Map();

    /** What a save waits for before it is carried out. */
    gate = Promise.resolve();

    async save(tab, { eventName, interaction, callLog }) {
        this.saves.push({ tab, eventName, callLog });
        await this.gate;
        if (!this.online) {
            throw new Error('The network is down.');
        }
        const { Id: id, ...fields } = callLog;
        // Kept with 15 characters, and asked for with 18.
        const key = fields.CallObject ?? [...this.all].find(([, record]) => id?.startsWith(record.id))?.[0];
        if (key === undefined) {
            throw new Error(`No record has the ID ${id} (${JSON.stringify(interaction)})`);
        }
        const known = this.all.get(key) ?? { id: `00T5g00000${String(this.all.size).padStart(5, '0')}` };
        this.all.set(key, { ...known, ...fields });
        return known.id;
    }

    savedBy(tab) {
        return this.saves.filter((save) => save.tab === tab);
    }
}

/** A tab whose time stands still until it is told to pass. */
export class Tab {
    static async open(pages, { records, context, name = 'tab', sessions, at = START }) {
        const self = new Tab();
        self.page = await pages.open({
            context,
            async before(page) {
                // Real time passes until the page has loaded; the clock is stopped at a time that it has not reached by then.
                await page.clock.install({ time: at - LOADED_WITHIN });
                await page.exposeFunction('saveRecord', (json) => records.save(name, JSON.parse(json)));
            }
        });
        await self.page.clock.pauseAt(at + 1000);
        self.sessions = sessions;
        await self.start();
        return self;
    }

    start() {
        return this.page.evaluate(async (count) => {
            const { default: openAgent } = await import('/inside/agent.js');
            await openAgent('/first/index.js', { saveRecord: window.saveRecord, user: 'robin', sessions: count });
        }, this.sessions);
    }

    async reload() {
        await this.page.reload();
        await this.start();
    }

    hear(...messages) {
        return this.page.evaluate((all) => all.forEach((message) => window.agent.hear(message)), messages);
    }

    /** Time passes, every timer in its turn; answers of the org take a turn of their own. */
    async pass(milliseconds, step = 500) {
        for (let left = milliseconds; left > 0; left -= step) {
            await this.page.clock.runFor(Math.min(step, left));
            await this.settle();
        }
    }

    /** The lid is closed and opened: time has passed, and every timer that is due fires once. */
    async sleep(milliseconds) {
        await this.page.clock.fastForward(milliseconds);
        await this.settle();
    }

    /** Whatever is on its way to the org has been answered. */
    settle() {
        return this.page.evaluate(() => window.agent.answered());
    }

    /** What is in the storage that all tabs share, as this one sees it. */
    shared() {
        return this.page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
    }

    /** How every session stands. */
    standing() {
        return this.page.evaluate(() => window.agent.standing());
    }

    edit(id, comments) {
        return this.page.evaluate(
            ([call, text]) => window.agent.sessions[0].edit(call, { Description: text }),
            [id, comments]
        );
    }

    visit(record) {
        return this.page.evaluate((visited) => window.agent.sessions[0].visit(visited), record);
    }

    unsaved() {
        return this.page.evaluate(() => window.agent.unsaved());
    }

    /** Somebody sets the clock of the machine, which timers do not go by. */
    setClock(time) {
        return this.page.clock.setSystemTime(time);
    }

    /** As the agent closes a tab: it is told that it goes. */
    async close() {
        await this.page.evaluate(() => window.agent.close());
        await this.page.close();
    }

    /** As a crash: nobody is told. */
    async crash() {
        await this.page.evaluate(() => {
            window.addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true);
        });
        await this.page.close();
    }
}

/** Waits until tabs see the same storage: what one writes reaches another process a moment later. */
export async function agree(tabs) {
    for (let seen = new Set(); seen.size !== 1;) {
        seen = new Set(await Promise.all(tabs.map((tab) => tab.shared())));
    }
}

/** What the client says of an interaction. */
export function told(id, state, more = {}) {
    const phase = { id, name: 'Zoë Lindgren', direction: 'Inbound', state, ...more };
    return { type: 'Interaction', category: 'change', data: { old: {}, new: phase } };
}

/** The end of an interaction: disconnected, wrapped up, let go. */
export function ended(id) {
    return [
        told(id, 'DISCONNECTED', { isDisconnected: true }),
        { type: 'Interaction', category: 'acw', data: id },
        { type: 'Interaction', category: 'deallocate', data: id }
    ];
}
