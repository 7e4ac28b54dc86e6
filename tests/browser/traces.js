/*
 * What a browser did in a test that failed, kept in build/traces: its calls, which `npx playwright show-trace` shows, and a picture
 * and the markup of the page when it was closed. Snapshots of each step would make all tests take twice as long. mocha requires
 * this file; pages that are opened otherwise are not traced.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { path } from '../../scripts/paths.js';

let current = null;
let kept = 0;

export const mochaHooks = {
    beforeEach() {
        current = this.currentTest;
    }
};

/** Traces a page from now on, and keeps that when it is closed in a test that has failed. */
export async function trace(page) {
    if (current === null) {
        return page;
    }
    const context = page.context();
    await context.tracing.start({ title: current.fullTitle() });
    const close = page.close.bind(page);
    page.close = async (...given) => {
        await keep(context);
        return close(...given);
    };
    return page;
}

/** Ends the traces of all pages that are still open. */
export async function endTraces(browser) {
    await Promise.all(browser.contexts().map(keep));
}

async function keep(context) {
    const failed = current?.state === 'failed';
    const name = `${current
        ?.fullTitle()
        .replace(/[^\w]+/g, '-')
        .slice(0, 100)}-${(kept += 1)}`;
    const file = (ending) => path(`build/traces/${name}${ending}`);
    if (failed) {
        await Promise.all(context.pages().map((page, at) => picture(page, (ending) => file(`-${at}${ending}`))));
    }
    // Whoever traced nothing has nothing to stop.
    await context.tracing.stop(failed ? { path: file('.zip') } : {}).catch(() => {});
}

/** A page that hangs has no picture, and must not keep the others from theirs. */
async function picture(page, file) {
    await mkdir(path('build/traces'), { recursive: true });
    await page.screenshot({ path: file('.png'), timeout: 10_000 }).catch(() => {});
    await page
        .content()
        .then((html) => writeFile(file('.html'), html))
        .catch(() => {});
}
