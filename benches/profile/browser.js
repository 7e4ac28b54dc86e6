/* Profiles of Chromium, in a page and inside Lightning Web Security, over the protocol of its developer tools. */
/* global window */
import { launch } from '../../tests/browser/browser.js';
import { serve } from '../../www/host/server.js';
import { ROOT } from './pages.js';
import { watch } from './watch.js';

const POLICIES = { chromium: 'none', sandbox: 'lightning' };

/** Opens the page of a host; `profile` watches what `evaluate` does there. */
export async function openPage(host) {
    const server = await serve({ root: ROOT });
    const browser = await launch();
    const close = async () => {
        await browser.close();
        await server.close();
    };
    try {
        const page = await browser.newPage();
        const client = await page.context().newCDPSession(page);
        await page.goto(`${server.url}pages/${host}.html?csp=${POLICIES[host]}`);
        await page.waitForFunction(() => window.suite, null, { timeout: 30_000 });
        const post = (method, given) => client.send(method, given);
        return { page, version: browser.version(), watch: (work, options) => watch(post, work, options), close };
    } catch (error) {
        await close();
        throw error;
    }
}

/** Opens a work in the page; resolves to what does it for so many milliseconds. */
export async function openWork(page, options, foreign) {
    const opened = ([text, messages]) => window.suite(text, messages).then((again) => void (window.again = again));
    await page.evaluate(opened, [JSON.stringify(options), foreign]);
    return (milliseconds) => page.evaluate((time) => window.again(time), milliseconds);
}

/** Starts Patchbay so often in the page, each time as if it were the first. */
export const startIn = (page, code) => (rounds) =>
    page.evaluate(([patchbay, times]) => window.startUp({ patchbay }, times).then(() => {}), [code, rounds]);
