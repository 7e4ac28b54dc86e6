import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/setup.js';

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
export function launch() {
    return chromium.launch({ executablePath: findBrowser(), args: ARGS });
}
