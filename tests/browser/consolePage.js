import { violations } from './axe.js';
import { buildHost } from '../../www/host/build.js';
import { serve } from '../../www/host/server.js';
import { path } from '../../scripts/paths.js';
import { launch } from './browser.js';
import { stopClock } from './clock.js';

/** All single components of the console, without the utility that has several of them together. */
export const SINGLE = [
    'genesys',
    'interaction',
    'log',
    'story',
    'engagement',
    'status',
    'inspector',
    'records',
    'integrations',
    'setup'
];

/** The local console, built, served and open in a browser; with `ownTime`, time passes in its pages as the test says. */
export async function startConsole({ ownTime = false } = {}) {
    const root = path('build/host');
    await buildHost({ outDir: root });
    const server = await serve({ root });
    const browser = await launch();
    const newPage = async (options) => {
        const page = await browser.newPage(options);
        if (ownTime) {
            await stopClock(page);
        }
        return page;
    };
    return {
        url: server.url,
        open: (options) => ConsolePage.open(newPage, server.url, options),
        /** Opens the console in several pages of one browser, which share storage and records. */
        async openSeveral(many, options = {}) {
            const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
            const ofContext = async () => {
                const page = await context.newPage();
                if (ownTime) {
                    await stopClock(page);
                }
                return page;
            };
            const pages = [];
            while (pages.length < many) {
                pages.push(await ConsolePage.open(ofContext, server.url, options));
            }
            return pages;
        },
        newPage,
        async stop() {
            await browser.close();
            await server.close();
        }
    };
}

/** What the client received, without the subscriptions that a session sends by itself. */
export function ordersOfHost() {
    const isOrder = ({ json }) => !json.includes('"PureCloud.Subscribe"');
    Object.defineProperty(window.patchbayHost, 'orders', { get: () => window.patchbayHost.received.filter(isOrder) });
}

/** The address of the console with what is asked of it; what is not shown takes no time in a test. */
export function addressOf(url, query, utilities) {
    const address = new URL(url + query);
    if (utilities) {
        address.searchParams.set('utilities', utilities.join(','));
    }
    return address.href;
}

/** What an agent does in the console, and what a test may ask of it. */
export class ConsolePage {
    errors = [];

    /** Opens the console; with `utilities` in its bar, or with all there are. `prepare` runs in the page before it loads. */
    static async open(
        newPage,
        url,
        { viewport = { width: 1440, height: 900 }, query = '', utilities, prepare, ...options } = {}
    ) {
        const self = new ConsolePage();
        self.page = await newPage({ viewport, ...options });
        self.page.on('pageerror', (error) => self.errors.push(error.message));
        self.page.on('console', (message) => message.type() === 'error' && self.errors.push(message.text()));
        if (prepare) {
            await self.page.addInitScript(prepare);
        }
        await self.page.goto(addressOf(url, query, utilities));
        await self.page.locator('[data-lws]').waitFor();
        await self.page.evaluate(ordersOfHost);
        return self;
    }

    close() {
        return this.page.close();
    }

    panel(name) {
        return this.page.locator(`[data-panel="${name}"]`);
    }

    /** Opens a utility of the bar, unless it is open. */
    async openPanel(name) {
        if (!(await this.panel(name).isVisible())) {
            await this.page.locator(`[data-item="${name}"]`).click();
        }
        await this.panel(name).waitFor();
        return this.panel(name);
    }

    /** Has the simulated world start something; resolves to the ID of the interaction it makes. */
    async begin(what) {
        const before = await this.ids();
        await this.page.locator(`[data-start="${what}"]`).click();
        await this.page.waitForFunction((n) => window.patchbayHost.simulator.conversations.length > n, before.length);
        return (await this.ids()).find((id) => !before.includes(id));
    }

    ids() {
        return this.page.evaluate(() => window.patchbayHost.simulator.conversations.map(({ id }) => id));
    }

    /** Waits until the client shows the interaction in this state. */
    inState(id, state) {
        return this.page.locator(`host-genesys-client [data-interaction="${id}"][data-state="${state}"]`).waitFor();
    }

    /** Selects an interaction in the client, and waits until the agent's panels have heard of it. */
    async select(id) {
        await this.page.locator(`host-genesys-client [data-select="${id}"]`).click();
        await this.page.locator(`c-patchbay-interaction-list [data-id="${id}"][aria-current="true"]`).waitFor();
    }

    /** Clicks a button of the agent's panels, by the name it is read out with. */
    click(name) {
        return this.page.getByRole('button', { name, exact: true }).click();
    }

    /** Types a raw transfer target, under Advanced. */
    async target(kind, field, text) {
        const closed = this.panel('interaction').locator('[data-advanced][aria-expanded="false"]');
        if (await closed.count()) {
            await closed.click();
        }
        await this.panel('interaction').getByText(kind, { exact: true }).click();
        await this.panel('interaction').getByRole('textbox', { name: field }).fill(text);
    }

    /** The name of what has the focus. */
    async focused() {
        const element = this.page.locator(':is(input, button, textarea, a):focus');
        if ((await element.count()) === 0) {
            return null;
        }
        return element.evaluate((it) => (it.labels?.[0] ?? it).textContent.replace('*', '').trim());
    }

    /** An inbound call, picked up. */
    async answeredCall() {
        const id = await this.begin('inboundCall');
        await this.inState(id, 'ALERTING');
        await this.click('Pick up');
        await this.inState(id, 'CONNECTED');
        return id;
    }

    /** What reached the client, oldest first: `[json, verdict]`. */
    received() {
        return this.page.evaluate(() =>
            window.patchbayHost.orders.map(({ json, verdict }) => [json, verdict]).reverse()
        );
    }

    /** The last message that reached the client: its text, byte for byte, and whether it was obeyed. */
    async lastReceived(count) {
        await this.page.waitForFunction((n) => window.patchbayHost.orders.length >= n, count);
        return (await this.received()).at(-1);
    }

    /** What axe finds wrong in the page as it is now, or in one panel of it. */
    async violations(name) {
        return violations(this.page, name && this.panel(name));
    }
}
