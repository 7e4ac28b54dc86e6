/*
 * `npm run build`: the module in the two shapes that ship, `pkg/` for npm and `lwc/patchbay` for Salesforce.
 * `cargo xtask build` makes what is Rust's; here the JavaScript is bundled around it.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isMain, path } from './paths.js';
import { command, run } from './run.js';
import { setUp } from './setup.js';
import { once } from './stamp.js';

const WASM = path('build/wasm');
const PKG = path('pkg');
const LWC = path('www/force-app/main/default/lwc/patchbay');

const BANNER = '/*! Patchbay, MIT OR Apache-2.0 */';

/** What both shapes are built from. */
export const INPUTS = [
    'src',
    'xtask',
    'scripts',
    'Cargo.toml',
    'Cargo.lock',
    'rust-toolchain.toml',
    'package.json',
    'package-lock.json',
    'README.md',
    'LICENSE-MIT',
    'LICENSE-APACHE'
];

/** Builds both shapes, unless they stand as they would be built. Building twice gives the same bytes. */
export async function build({ always = false } = {}) {
    if (always) {
        return buildNow();
    }
    const outputs = ['pkg/package.json', 'www/force-app/main/default/lwc/patchbay/patchbay.js'];
    return once('build', { inputs: INPUTS, outputs }, buildNow);
}

async function buildNow() {
    await run('cargo', ['xtask', 'build']);
    await optimise();
    const bytes = await readFile(`${WASM}/patchbay_bg.wasm`);
    const code = await bundle();
    await writePackage(code, bytes);
    await writeLwc(code, bytes);
    console.log(`Built pkg/ and lwc/patchbay (${bytes.length.toLocaleString('en')} bytes of WebAssembly).`);
}

async function optimise() {
    const wasmOpt = command('binaryen/bin/wasm-opt');
    const file = `${WASM}/patchbay_bg.wasm`;
    // Only what Node 20 and every browser of the last years know; --all-features makes modules they reject.
    const features = ['--enable-bulk-memory', '--enable-reference-types', '--enable-multivalue', '--enable-sign-ext'];
    const more = ['--enable-mutable-globals', '--enable-nontrapping-float-to-int', '--strip-producers'];
    await run(process.execPath, [wasmOpt, '-O3', '--converge', ...features, ...more, '-o', file, file]);
}

async function bundle() {
    const { rollup } = await import('rollup');
    const bundled = await rollup({
        input: path('src/js/index.js'),
        external: (id) => id.endsWith('/bytes.js'),
        plugins: [glueWithoutGlobals()],
        onwarn(warning) {
            throw new Error(warning.message);
        }
    });
    const { output } = await bundled.generate({
        format: 'es',
        banner: BANNER,
        generatedCode: 'es2015',
        paths: (id) => (id.endsWith('/bytes.js') ? './bytes.js' : id)
    });
    await bundled.close();
    return output[0].code;
}

/** wasm-bindgen's glue makes a TextDecoder as soon as it is loaded, which jsdom does not have. */
function glueWithoutGlobals() {
    const utf8 = JSON.stringify(path('src/js/utf8.js'));
    return {
        name: 'glue-without-globals',
        transform: (code, id) =>
            id === path('build/wasm/patchbay.js')
                ? { code: `import { TextDecoder, TextEncoder } from ${utf8};\n${code}`, map: null }
                : null
    };
}

function bytesModule(bytes) {
    return `${BANNER}\n// The WebAssembly module in base64.\nexport default '${bytes.toString('base64')}';\n`;
}

async function writePackage(code, bytes) {
    await rm(PKG, { recursive: true, force: true });
    await mkdir(PKG, { recursive: true });
    await writeFile(`${PKG}/index.js`, code);
    await writeFile(`${PKG}/bytes.js`, bytesModule(bytes));
    await writeFile(`${PKG}/patchbay_bg.wasm`, bytes);
    const files = ['index.js', 'index.d.ts', 'bytes.js', 'patchbay_bg.wasm'];
    await writeFile(`${PKG}/package.json`, `${JSON.stringify(await manifest(files), null, 4)}\n`);
    await cp(path('src/js/index.d.ts'), `${PKG}/index.d.ts`);
    for (const file of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE']) {
        await cp(path(file), `${PKG}/${file}`);
    }
}

async function manifest(files) {
    const { version, description, license, engines } = JSON.parse(await readFile(path('package.json'), 'utf8'));
    return {
        name: 'patchbay',
        version,
        description,
        license,
        keywords: ['salesforce', 'lwc', 'lightning-message-service', 'genesys-cloud', 'cti', 'webassembly'],
        type: 'module',
        exports: {
            '.': { types: './index.d.ts', default: './index.js' },
            './patchbay_bg.wasm': './patchbay_bg.wasm',
            './package.json': './package.json'
        },
        main: './index.js',
        types: './index.d.ts',
        files,
        sideEffects: false,
        engines
    };
}

async function writeLwc(code, bytes) {
    await rm(LWC, { recursive: true, force: true });
    await mkdir(LWC, { recursive: true });
    await writeFile(`${LWC}/patchbay.js`, code.replace("from './bytes.js'", "from './bytes'"));
    await writeFile(`${LWC}/bytes.js`, bytesModule(bytes));
    await cp(path('src/js/patchbay.js-meta.xml'), `${LWC}/patchbay.js-meta.xml`);
}

if (isMain(import.meta.url)) {
    setUp();
    await build({ always: process.argv.includes('--always') });
}
