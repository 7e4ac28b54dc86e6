import { serve } from '../../www/host/server.js';
import { launch } from '../browser/browser.js';
import { buildPages } from './pages.js';

/** The pages, built, served and to be opened in a browser; each has a profile of its own, unless it is given one. */
export async function startPages() {
    const { root, versions } = await buildPages();
    const server = await serve({ root });
    const browser = await launch();
    return {
        versions,
        newContext: () => browser.newContext(),
        /** Opens an empty page under a policy. `prepare` runs in it before anything else; `before` is given the page itself. */
        async open({ csp = 'lightning', context, prepare, before } = {}) {
            const page = context ? await context.newPage() : await browser.newPage();
            page.errors = [];
            page.on('pageerror', (error) => page.errors.push(error.message));
            if (prepare) {
                await page.addInitScript(prepare);
            }
            await before?.(page);
            await page.goto(`${server.url}?csp=${csp}`);
            return page;
        },
        async stop() {
            await browser.close();
            await server.close();
        }
    };
}
