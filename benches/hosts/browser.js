/*
 * Chromium as three hosts: a page, a page whose policy forbids eval, and a page in which everything that is timed runs
 * inside Lightning Web Security, compiled and evaluated as the platform does with components.
 */
/* global window */
import { mkdir, writeFile } from 'node:fs/promises';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { rollup } from 'rollup';
import { path } from '../../scripts/paths.js';
import { launch } from '../../tests/browser/browser.js';
import { compileNamespaceC, sandboxedNamespaceC } from '../../www/host/bundle/namespaceC.js';
import { serve } from '../../www/host/server.js';
import { OUT, bundle } from '../build.js';
import { holdAndResume } from '../events.js';

const PAGES = `${OUT}/pages`;
const SUITE = "export { default } from './suite.js';";
const POLICIES = { chromium: 'none', csp: 'wasm', sandbox: 'lightning' };

/** Opens one of these hosts; gives `suite`, which resolves to samples, and `evaluate` for start-up. */
export async function openBrowser(host) {
    await mkdir(PAGES, { recursive: true });
    const inside = host === 'sandbox';
    await writePage(
        host,
        inside
            ? await sandboxed()
            : await bundle(`import suite from './suite.js';
import { inFrame } from './hosts/start.js';
window.bench = { suite, start: inFrame };`)
    );
    const server = await serve({ root: PAGES });
    const browser = await launch();
    const close = async () => {
        await browser.close();
        await server.close();
    };
    try {
        const page = await browser.newPage();
        const said = [];
        page.on('pageerror', ({ message }) => said.push(message));
        page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
        await page.goto(`${server.url}${host}.html?csp=${POLICIES[host]}`);
        await page
            .waitForFunction(() => window.bench, null, { timeout: 30_000 })
            .catch(() => {
                throw new Error(`the page of ${host} did not start: ${said.join('; ')}`);
            });
        return {
            version: browser.version(),
            format: inside ? {} : { format: 'iife', globalName: 'bench' },
            compile: inside ? compileStart : undefined,
            evaluate: (code) => page.evaluate((text) => window.bench.start(text), code),
            async suite(options) {
                const text = await page.evaluate(
                    async ([given, foreign]) => {
                        // Whatever a debugger calls may use eval; what runs later may not, as in any page.
                        await new Promise((resolve) => setTimeout(resolve));
                        return window.bench.suite(given, foreign);
                    },
                    [JSON.stringify(options), holdAndResume(options.events)]
                );
                if ((await page.evaluate(() => 'suiteWasHere' in window)) === inside) {
                    throw new Error(`the suite is ${inside ? 'not ' : ''}in a sandbox`);
                }
                return JSON.parse(text);
            },
            close
        };
    } catch (error) {
        await close();
        throw error;
    }
}

async function writePage(name, code) {
    await writeFile(`${PAGES}/${name}.js`, code);
    const script = `<script type="module" src="${name}.js"></script>`;
    await writeFile(
        `${PAGES}/${name}.html`,
        `<!doctype html><meta charset="utf-8"><title>${name}</title><body>${script}`
    );
}

/** A text as a module of the namespace c, as the platform compiles it. */
async function compile(name, code) {
    const file = `${PAGES}/${name}/${name}.js`;
    await mkdir(`${PAGES}/${name}`, { recursive: true });
    await writeFile(file, code);
    return compileNamespaceC({ bundles: [{ name, file }], rootDir: PAGES, onwarn });
}

const compileStart = async (name, code) => (await compile(`start_${name}`, code)).code;

/** The page whose main module imports the suite out of the sandbox. */
async function sandboxed() {
    const main = `import suite from 'c/suite';
import { evaluateFunction } from '@locker/sandbox';
import { inSandbox } from ${JSON.stringify(path('benches/hosts/start.js'))};
window.bench = { suite, start: (code) => inSandbox(code, evaluateFunction) };`;
    const bundled = await rollup({
        input: 'main',
        onwarn,
        plugins: [
            sandboxedNamespaceC(await compile('suite', await bundle(SUITE)), { rootDir: PAGES }),
            {
                name: 'main',
                resolveId: (id) => (id === 'main' ? id : null),
                load: (id) => (id === 'main' ? main : null)
            },
            replace({ preventAssignment: true, 'process.env.NODE_ENV': '"production"' }),
            nodeResolve()
        ]
    });
    const { output } = await bundled.generate({ format: 'es' });
    await bundled.close();
    return output[0].code;
}

function onwarn({ code, message }) {
    if (code !== 'CIRCULAR_DEPENDENCY') {
        throw new Error(message);
    }
}
