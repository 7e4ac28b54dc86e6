/*
 * What a browser did in a test that failed, kept in build/traces; `npx playwright show-trace` shows it. mocha requires this file;
 * whoever else opens pages is not traced.
 */
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
    await context.tracing.start({ snapshots: true, title: current.fullTitle() });
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

async function keep({ tracing }) {
    const failed = current?.state === 'failed';
    const name = current
        ?.fullTitle()
        .replace(/[^\w]+/g, '-')
        .slice(0, 100);
    const options = failed ? { path: path(`build/traces/${name}-${(kept += 1)}.zip`) } : {};
    // Whoever traced nothing has nothing to stop.
    await tracing.stop(options).catch(() => {});
}
