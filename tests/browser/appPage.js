import { expect } from 'chai';
import { addressOf, ConsolePage, ordersOfHost } from './consolePage.js';

/** A panel of the bar is 340 pixels wide; this is a window in which it is 480 high. */
export const SMALL = { width: 800, height: 616 };

/** Wide enough to have all parts side by side. */
export const WIDE = { width: 1600, height: 900 };

const CALLER = { name: 'Mobile Number, Australia', number: '+61491570156' };

/**
 * What stands in the way of Patchbay's module, put there before the page loads: by the reason that it gives for not starting, and
 * `never`, with which it goes on loading. `window.heal()` takes it away.
 */
const TROUBLE = {
    csp: () => {
        window.WebAssembly.compile = () => Promise.reject(new Error('refused by the page'));
    },
    sandbox: () => {
        window.WebAssembly.Memory = function Memory() {
            return { buffer: new ArrayBuffer(0) };
        };
    },
    corrupt: () => {
        const { compile } = window.WebAssembly;
        const isWhole = (bytes) => bytes.byteLength < 100;
        window.WebAssembly.compile = (bytes) =>
            isWhole(bytes) ? compile(bytes) : Promise.reject(new Error('not what was built'));
    },
    unsupported: () => {
        window.WebAssembly = undefined;
    },
    never: () => {
        window.WebAssembly.compile = () => new Promise(() => {});
    }
};

/** What an agent does in the utility `Patchbay`, with the simulated client out of sight. */
export class AppPage extends ConsolePage {
    /** Ends a test; that a request fails while the page is offline is no error of the page's. */
    async closeWithoutErrors() {
        const errors = this.errors.filter((text) => !/ERR_INTERNET_DISCONNECTED/.test(text));
        await this.close();
        expect(errors).to.deep.equal([]);
    }

    /**
     * Opens the console with this utility alone, `beside` others that are minimised. `trouble` keeps Patchbay from starting,
     * `media` is what the page is emulated with, and `scale` how many pixels of the screen one of the page takes.
     */
    static async open(host, { viewport = SMALL, query = '', beside = [], media = {}, trouble, scale = 1 } = {}) {
        const self = new AppPage();
        self.page = await host.newPage({ viewport, deviceScaleFactor: scale });
        self.page.on('pageerror', (error) => self.errors.push(error.message));
        self.page.on('console', (message) => message.type() === 'error' && self.errors.push(message.text()));
        await self.page.emulateMedia(media);
        await self.page.addInitScript(`window.drawnIn = ${drawnIn}`);
        if (trouble) {
            await self.page.addInitScript(stage(TROUBLE[trouble]));
        }
        await self.page.goto(addressOf(host.url, query, ['console', ...beside]));
        await self.page.locator('[data-lws]').waitFor({ state: 'attached' });
        await self.page.evaluate(ordersOfHost);
        for (const name of ['genesys', 'interaction'].filter((name) => beside.includes(name))) {
            await self.toggle(name, false);
        }
        await self.toggle('console', true);
        // As after a click on the item.
        await self.page.locator('[data-item="console"]').focus();
        return self;
    }

    get app() {
        return this.panel('console');
    }

    /** By keyboard: in a narrow window the bar's items lie beyond its edge. */
    async toggle(name, open) {
        const item = this.page.locator(`[data-item="${name}"]`);
        if ((await item.getAttribute('aria-pressed')) !== String(open)) {
            await item.press('Enter');
        }
        await this.page.locator(`[data-item="${name}"][aria-pressed="${open}"]`).waitFor({ state: 'attached' });
    }

    /** As a utility that is popped out, or on a page of its own. */
    async widen() {
        await this.page.locator('[data-widen="console"] button').click();
        await this.app.locator('[data-layout]:not([data-layout="narrow"])').waitFor();
    }

    /** The simulated world acts; resolves to the ID of the interaction that came, if one did. */
    simulate(what, ...args) {
        return this.page.evaluate(
            ([name, given]) => {
                const { simulator } = window.patchbayHost;
                const before = simulator.conversations.map(({ id }) => id);
                simulator[name](...given);
                return simulator.conversations.map(({ id }) => id).find((id) => !before.includes(id));
            },
            [what, args]
        );
    }

    /** A call that rings, and is shown. */
    async ringing() {
        const id = await this.simulate('inboundCall', CALLER);
        await this.app.locator(`[data-id="${id}"][data-phase="alerting"]`).waitFor();
        return id;
    }

    /** Picks the call up; it is shown as connected. */
    async pickUp(id) {
        await this.part('c-patchbay-call-controls', '[data-action="pickup"] button').press('Enter');
        await this.app.locator(`[data-id="${id}"][data-phase="connected"]`).waitFor();
    }

    async connected() {
        const id = await this.ringing();
        await this.pickUp(id);
        return id;
    }

    /** Something of one of the components. */
    part(component, selector) {
        return this.app.locator(component).locator(selector);
    }

    /** Waits until nothing is left to save, and asks for it where that is offered. */
    async saved() {
        const button = this.part('c-patchbay-save-health', '[data-do="save"] button');
        if (await button.isVisible()) {
            await button.press('Enter');
        }
        await this.part('c-patchbay-save-health', '[data-health]').waitFor({ state: 'detached' });
    }

    /** Brings a tab to the front, where there are tabs. */
    async tab(name) {
        const tab = this.app.locator(`[data-tab="${name}"]`);
        if (await tab.count()) {
            await tab.click();
        }
    }

    async faults(settings) {
        await this.page.evaluate((given) => {
            window.patchbayHost.records.faults = given;
        }, settings);
    }

    /** Goes on by keyboard until something of this name has the focus. */
    async tabTo(name, key = 'Tab') {
        for (let step = 0; step < 60; step += 1) {
            if ((await this.focused()) === name) return;
            await this.page.keyboard.press(key);
        }
        throw new Error(`${name} cannot be reached with ${key}; the focus is on ${await this.focused()}`);
    }

    /** Goes through the panel by Tab: what has the focus, as markup, and whether that can be seen. */
    async walk() {
        const stops = [];
        await this.page.locator('[data-widen="console"] button').focus();
        for (;;) {
            await this.page.keyboard.press('Tab');
            const focus = this.app.locator(':focus');
            if ((await focus.count()) === 0) return stops;
            stops.push(await focus.evaluate(focusOf));
        }
    }

    /** How many animations in the panel go on for ever. */
    moving() {
        return this.app.evaluate((panel) => {
            const drawn = window.drawnIn(panel).elements;
            return document
                .getAnimations()
                .filter(({ effect }) => drawn.includes(effect.target) && effect.getTiming().iterations === Infinity)
                .length;
        });
    }

    /** All texts and names in the panel that are shown. */
    texts() {
        return this.app.evaluate((panel) => {
            const { elements, texts } = window.drawnIn(panel);
            const names = elements.flatMap((element) =>
                ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? '')
            );
            return [...texts, ...names].map((text) => text.trim()).filter(Boolean);
        });
    }

    /** What sticks out of the panel at its sides, as markup. */
    overflowing() {
        return this.app.evaluate((panel) => {
            const { left, right } = panel.getBoundingClientRect();
            return window
                .drawnIn(panel)
                .elements.filter((element) => {
                    const box = element.getBoundingClientRect();
                    return box.width > 1 && (box.right > right + 1 || box.left < left - 1);
                })
                .map((element) => element.outerHTML.slice(0, 160));
        });
    }
}

/** In the page: whether the focus is drawn, on the element itself or on the label that stands for it. */
function focusOf(element) {
    const drawn = [element, ...(element.labels ?? [])].flatMap((one) => [one, ...one.children]);
    const visible = drawn
        .map((one) => getComputedStyle(one))
        .some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none');
    return { visible, markup: element.outerHTML.slice(0, 120) };
}

/** In the page: all elements and texts that are drawn in one. A tree walker is not stopped by the shadows that LWC puts up. */
function drawnIn(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const all = { elements: [], texts: [] };
    while (walker.nextNode()) {
        const node = walker.currentNode;
        range.selectNodeContents(node);
        if (node.nodeType === Node.ELEMENT_NODE && node.checkVisibility()) {
            all.elements.push(node);
        } else if (node.nodeType === Node.TEXT_NODE && range.getClientRects().length > 0) {
            all.texts.push(node.data);
        }
    }
    return all;
}

/** As a script of the page: `heal` gives back what was there before. */
function stage(trouble) {
    return `{
        const { WebAssembly } = window;
        const { compile, Memory } = WebAssembly;
        (${trouble})();
        window.heal = () => {
            window.WebAssembly = Object.assign(WebAssembly, { compile, Memory });
        };
    }`;
}
