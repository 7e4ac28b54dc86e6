/* What Lightning Web Security's engine lets a component use of what the pages of a browser share: storage, its events, locks. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import replace from '@rollup/plugin-replace';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { expect } from 'chai';
import { rollup } from 'rollup';
import { serve } from '../../www/host/server.js';
import { path } from '../../scripts/paths.js';
import { launch } from './browser.js';

const ROOT = path('build/lockerStorage');
const INSIDE = `function () {
    const refusal = () => {
        try {
            window.addEventListener('storage', () => {});
            return null;
        } catch (error) {
            return error.message;
        }
    };
    return {
        refusal,
        write: (key, text) => localStorage.setItem(key, text),
        read: (key) => localStorage.getItem(key),
        lock: (name) => navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && new Promise(() => {})),
        isFree: (name) => navigator.locks.request(name, { ifAvailable: true }, (lock) => lock !== null)
    };
}`;
const PAGE = `import { evaluateFunction } from '@locker/sandbox';
window.inside = evaluateFunction('c', ${JSON.stringify(INSIDE)})();`;

describe('what pages share inside Lightning Web Security', () => {
    let server;
    let browser;
    let pages;
    before(async () => {
        await mkdir(ROOT, { recursive: true });
        const bundle = await rollup({
            input: 'page',
            onwarn: () => {},
            plugins: [
                {
                    name: 'page',
                    resolveId: (id) => (id === 'page' ? id : null),
                    load: (id) => (id === 'page' ? PAGE : null)
                },
                replace({ preventAssignment: true, 'process.env.NODE_ENV': '"production"' }),
                nodeResolve({ rootDir: path('.') })
            ]
        });
        await bundle.write({ file: join(ROOT, 'page.js'), format: 'es' });
        await bundle.close();
        await writeFile(join(ROOT, 'index.html'), '<!doctype html><script type="module" src="page.js"></script>');
        server = await serve({ root: ROOT });
        browser = await launch();
        const context = await browser.newContext();
        pages = await Promise.all([context.newPage(), context.newPage()]);
        for (const page of pages) {
            await page.goto(server.url);
            await page.waitForFunction(() => window.inside, null, { timeout: 8000 });
        }
    });
    after(async () => {
        await browser?.close();
        await server?.close();
    });

    it('storage is shared, and what one page writes the other reads', async () => {
        await pages[0].evaluate(() => window.inside.write('patchbay.test', 'one'));
        await pages[1].waitForFunction(() => window.inside.read('patchbay.test') === 'one');
    });

    it('no storage event can be heard, so pages look by themselves', async () => {
        expect(await pages[1].evaluate(() => window.inside.refusal())).to.equal(
            "Lightning Web Security: Cannot add 'storage' event listener to Window object."
        );
    });

    it('keys are those of the namespace', async () => {
        expect(await pages[1].evaluate(() => Object.keys(localStorage))).to.deep.equal(['LSKey[c]patchbay.test']);
    });

    it('locks are there, and are held against other pages', async () => {
        await pages[0].evaluate(() => void window.inside.lock('patchbay.test'));
        expect(await pages[1].evaluate(() => window.inside.isFree('patchbay.test'))).to.equal(false);
        expect(await pages[1].evaluate(() => window.inside.isFree('patchbay.other'))).to.equal(true);
    });
});
