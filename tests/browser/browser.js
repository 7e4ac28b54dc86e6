import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/setup.js';
import { endTraces, trace } from './traces.js';

// Headless, offline and without a profile of anybody's; a container's root has no sandbox for it.
const ARGS = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

/** The browser that is on this machine, headless and with a profile of its own. */
export async function launch() {
    const browser = await chromium.launch({ executablePath: findBrowser(), args: ARGS });
    const { newPage, close } = browser;
    browser.newPage = async (options) => trace(await newPage.call(browser, options));
    browser.close = async () => {
        await endTraces(browser);
        await close.call(browser);
    };
    return browser;
}
