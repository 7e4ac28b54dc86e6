/*
 * `npm run build`: the module in the two shapes that ship, `pkg/` for npm and `lwc/patchbay` for Salesforce; each with all
 * there is, and with outgoing messages alone.
 * `cargo xtask build` makes what is Rust's; here the JavaScript is bundled around it.
 */
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isMain, path } from './paths.js';
import { buildJestPreset } from './jestPreset.js';
import { command, run } from './run.js';
import { setUp } from './setup.js';
import { once } from './stamp.js';

const PKG = path('pkg');
const LWC = path('www/force-app/main/default/lwc');

/** What can be left out, each a feature of the crate and a module of wasm/js. */
export const FEATURES = ['session', 'settings', 'engagement', 'preflight', 'configuration'];

const BANNER = '/*! Patchbay, MIT OR Apache-2.0 */';

/** What both shapes are built from. */
export const INPUTS = [
    'src',
    'wasm',
    'xtask',
    'scripts',
    'tests/fixtures',
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
        await buildNow();
        return buildJestPreset(PKG);
    }
    const outputs = ['pkg/package.json', 'www/force-app/main/default/lwc/patchbay/patchbay.js'];
    const built = await once('build', { inputs: INPUTS, outputs }, buildNow);
    await buildJestPreset(PKG);
    return built;
}

async function buildNow() {
    const without = leftOut();
    const whole = await compile({ without });
    const messages = await compile({ without: FEATURES, folder: 'build/messages', entry: 'messages.js' });
    const { bytes } = whole;
    const slim = await bundle(without, path('build/wasm'), 'slim.js');
    await writePackage(whole, messages, slim);
    await writeLwc('patchbay', whole);
    await writeLwc('patchbayMessages', messages);
    console.log(`Built pkg/ and lwc/patchbay (${bytes.length.toLocaleString('en')} bytes of WebAssembly).`);
}

/** `npm run build -- --without settings,engagement` makes a smaller Patchbay. */
function leftOut() {
    const at = process.argv.indexOf('--without');
    const names = at < 0 ? [] : (process.argv[at + 1] ?? '').split(',');
    const unknown = names.filter((name) => !FEATURES.includes(name));
    if (unknown.length > 0) {
        throw new Error(`There is no feature ${unknown.join(', ')}; leave out ${FEATURES.join(', ')}.`);
    }
    return names;
}

/** What the module uses of WebAssembly: only what Node 20 and every browser of the last years know. */
export const WASM_FEATURES = [
    '--enable-bulk-memory',
    '--enable-reference-types',
    '--enable-multivalue',
    '--enable-sign-ext',
    '--enable-mutable-globals',
    '--enable-nontrapping-float-to-int'
];

/**
 * The WebAssembly and the JavaScript around it, without some of the features or with more, and with the names of its
 * functions; into a folder of its own if need be.
 */
export async function compile(options = {}) {
    const { without = [], more = [], folder = 'build/wasm', entry = 'index.js', names = false } = options;
    const features = [...FEATURES.filter((feature) => !without.includes(feature)), ...more];
    await run('cargo', ['xtask', 'build', folder, features.join(','), ...(names ? ['names'] : [])]);
    await optimise(path(`${folder}/patchbay_bg.wasm`), names ? ['-g'] : []);
    const bytes = await readFile(path(`${folder}/patchbay_bg.wasm`));
    return { bytes, code: await bundle(without, path(folder), entry), types: await formattedTypes(folder) };
}

/** The types that are written out of Rust, in the style of the rest. */
async function formattedTypes(folder) {
    const { format, resolveConfig } = await import('prettier');
    const file = path(`${folder}/types.d.ts`);
    const options = await resolveConfig(path('wasm/js/index.d.ts'));
    const types = await format(await readFile(file, 'utf8'), { ...options, filepath: file });
    await writeFile(file, types);
    return types;
}

async function optimise(file, options) {
    const wasmOpt = command('binaryen/bin/wasm-opt');
    // The stack lies lowest, so nothing else is read or written below 1,024, and a module's memory begins as zeroes.
    const memory = ['--low-memory-unused', '--zero-filled-memory'];
    const all = [...options, '-Oz', '--converge', ...memory, ...WASM_FEATURES, '--strip-producers'];
    await run(process.execPath, [wasmOpt, ...all, '-o', file, file]);
}

async function bundle(without, folder, entry) {
    const { rollup } = await import('rollup');
    const bundled = await rollup({
        input: path(`wasm/js/${entry}`),
        external: (id) => id.endsWith('/bytes.js'),
        plugins: [madeIn(folder), withoutFeatures(without), glueWithoutGlobals(folder)],
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

/** What `cargo xtask build` makes is read where it was made. */
function madeIn(folder) {
    return {
        name: 'made-in',
        resolveId: (id) => (id.includes('/build/wasm/') ? `${folder}/${id.slice(id.lastIndexOf('/') + 1)}` : null)
    };
}

/** In the place of a feature's module stands one that says that it was left out. */
function withoutFeatures(without) {
    return {
        name: 'without-features',
        transform(_, id) {
            const feature = without.find((name) => id === path(`wasm/js/${name}.js`));
            return feature ? { code: leftOutModule(feature), map: null } : null;
        }
    };
}

function leftOutModule(feature) {
    const name = feature === 'session' ? 'openSession' : feature;
    const sentence = `This Patchbay was built without ${feature}; take the whole one, or build it with ${feature}.`;
    return `export function ${name}() { throw new Error(${JSON.stringify(sentence)}); }\n`;
}

/**
 * wasm-bindgen's glue makes a TextDecoder as soon as it is loaded, which jsdom does not have, and sets timers, which are the
 * session's.
 */
function glueWithoutGlobals(folder) {
    const from = (file) => JSON.stringify(path(`wasm/js/${file}`));
    const imports = `import { TextDecoder, TextEncoder } from ${from('utf8.js')};
import { clearTimeout, setTimeout } from ${from('time.js')};\n`;
    return {
        name: 'glue-without-globals',
        transform: (code, id) => (id === `${folder}/patchbay.js` ? { code: `${imports}${code}`, map: null } : null)
    };
}

function bytesModule(bytes) {
    return `${BANNER}\n// The WebAssembly module in base64.\nexport default '${bytes.toString('base64')}';\n`;
}

async function writePackage(whole, messages, slim) {
    await writeModule(PKG, 'index.js', whole);
    await writeModule(`${PKG}/messages`, 'index.js', messages);
    const types = await readFile(path('wasm/js/messages.d.ts'), 'utf8');
    await writeFile(`${PKG}/messages/index.d.ts`, types.replaceAll("'./index.js'", "'../index.js'"));
    await mkdir(`${PKG}/slim`);
    await writeFile(`${PKG}/slim/index.js`, slim);
    const slimTypes = await readFile(path('wasm/js/slim.d.ts'), 'utf8');
    await writeFile(`${PKG}/slim/index.d.ts`, slimTypes.replaceAll("'./index.js'", "'../index.js'"));
    await writeFile(`${PKG}/patchbay_bg.wasm`, whole.bytes);
    for (const name of ['testing', 'conformance']) {
        await cp(path(`wasm/js/${name}`), `${PKG}/${name}`, { recursive: true });
    }
    await writeCommand();
    await writeFile(`${PKG}/testing/fixtures.js`, await fixturesModule());
    const files = [
        'index.js',
        'index.d.ts',
        'types.d.ts',
        'bytes.js',
        'patchbay_bg.wasm',
        'messages',
        'slim',
        'testing',
        'conformance',
        'jest-preset',
        'lwc',
        'bin'
    ];
    await writeFile(`${PKG}/package.json`, `${JSON.stringify(await manifest(files), null, 4)}\n`);
    await cp(path('wasm/js/index.d.ts'), `${PKG}/index.d.ts`);
    await writeFile(`${PKG}/types.d.ts`, whole.types);
    for (const file of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE']) {
        await cp(path(file), `${PKG}/${file}`);
    }
}

/** The command, with what it needs of npm inside; the licences of that stand beside it. */
async function writeCommand() {
    const { files, packages } = await bundleCommand();
    await mkdir(`${PKG}/bin`);
    for (const { name, code } of files) {
        await writeFile(`${PKG}/bin/${name}`, code, { mode: 0o755 });
    }
    const notices = packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`);
    await writeFile(`${PKG}/bin/LICENCES.txt`, `${notices.join(`\n${'-'.repeat(80)}\n\n`)}`);
}

/**
 * The code of the command, and the npm packages that are bundled into it. The doctor is a file of its own, since its parsers are
 * large: it is loaded when it is asked for.
 */
export async function bundleCommand() {
    const esbuild = await import('esbuild');
    const { outputFiles, metafile } = await esbuild.build({
        entryPoints: { patchbay: path('wasm/cli/patchbay.js'), doctor: path('wasm/cli/doctor/command.js') },
        absWorkingDir: path('.'),
        outdir: `${PKG}/bin`,
        write: false,
        metafile: true,
        bundle: true,
        format: 'esm',
        platform: 'node',
        target: 'node20',
        charset: 'utf8',
        legalComments: 'none',
        // Names stay: the kinds of nodes in Apex's trees are the names of their classes.
        minifyWhitespace: true,
        minifySyntax: true,
        banner: { js: BANNER },
        plugins: [{ name: 'files-of-the-package', setup: filesOfThePackage }]
    });
    const files = outputFiles.map(({ path: file, text }) => ({ name: basename(file), code: text }));
    const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
        Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0)
    );
    return { files, packages: await packagesOf(used.map((file) => path(file))) };
}

/** What stands beside the command in the package is not bundled into it. */
function filesOfThePackage({ onResolve }) {
    onResolve({ filter: /\/pkg\/index\.js$/ }, () => ({ path: '../index.js', external: true }));
    onResolve({ filter: /\/doctor\/command\.js$/ }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: './doctor.js', external: true } : null
    );
}

/** The packages that files belong to, by name. */
async function packagesOf(files) {
    const inside = files
        .map((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0])
        .filter(Boolean);
    const read = async (folder) => {
        const manifest = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
        const { name, version, license, repository, author } = manifest;
        const notice = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
        const text = notice ? await readFile(`${folder}/${notice}`, 'utf8') : await licenceText(name, license, author);
        return { name, version, license, repository: repository?.url ?? repository, text };
    };
    const packages = await Promise.all([...new Set(inside)].map(read));
    return packages.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Of a package that comes without the text of its licence: as its repository has it. */
async function licenceText(name, license, author) {
    if (license !== 'MIT') {
        return readFile(path(`scripts/licences/${name.replace('/', '+')}.txt`), 'utf8');
    }
    const [, terms] = /^(Permission is hereby granted[^]*)$/m.exec(await readFile(path('LICENSE-MIT'), 'utf8'));
    return `Copyright (c) ${author?.name ?? author}\n\n${terms}`;
}

/** The captured streams as a module, each under its file's name in camel case. Frozen as it is read: tests share it. */
export async function fixturesModule() {
    const folder = path('tests/fixtures');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
    const modules = names.map(async (name) => {
        const variable = name.slice(0, -'.json'.length).replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
        const value = JSON.parse(await readFile(`${folder}/${name}`, 'utf8'));
        return `export const ${variable} = frozen(${JSON.stringify(value, null, 4)});`;
    });
    const frozen = `function frozen(value) {
    if (value !== null && typeof value === 'object') {
        Object.values(Object.freeze(value)).forEach(frozen);
    }
    return value;
}`;
    return `${[BANNER, ...(await Promise.all(modules)), frozen].join('\n\n')}\n`;
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
            './messages': { types: './messages/index.d.ts', default: './messages/index.js' },
            './slim': { types: './slim/index.d.ts', default: './slim/index.js' },
            './jest-preset': { types: './jest-preset/index.d.cts', default: './jest-preset/index.cjs' },
            './testing': { types: './testing/index.d.ts', default: './testing/index.js' },
            './conformance': { types: './conformance/index.d.ts', default: './conformance/index.js' },
            './patchbay_bg.wasm': './patchbay_bg.wasm',
            './package.json': './package.json'
        },
        bin: { patchbay: './bin/patchbay.js' },
        main: './index.js',
        types: './index.d.ts',
        files,
        sideEffects: false,
        engines
    };
}

async function writeLwc(name, { code, bytes }) {
    await writeModule(`${LWC}/${name}`, `${name}.js`, {
        code: code.replace("from './bytes.js'", "from './bytes'"),
        bytes
    });
    await cp(path('wasm/js/patchbay.js-meta.xml'), `${LWC}/${name}/${name}.js-meta.xml`);
}

/** The two files of a module in a folder that holds nothing else. */
export async function writeModule(folder, name, { code, bytes }) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/${name}`, code);
    await writeFile(`${folder}/bytes.js`, bytesModule(bytes));
}

if (isMain(import.meta.url)) {
    setUp();
    await build({ always: process.argv.includes('--always') || leftOut().length > 0 });
}
