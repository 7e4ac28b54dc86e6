/* Who may print at all: every place that does is known here, with what it prints. */
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';
import { tried } from '../wasm/reliability.js';

const ROOT = path('');

/** What wasm-bindgen writes, some of it, for modules that are fetched, and for callers of another time; Patchbay hands over what is compiled. */
const GLUE = ['console.warn'];

/** By file, what is called there. */
const SPEAKERS = {
    'pkg/index.js': GLUE,
    'pkg/messages/index.js': GLUE,
    'pkg/slim/index.js': GLUE,
    'www/force-app/main/default/lwc/patchbay/patchbay.js': GLUE,
    'www/force-app/main/default/lwc/patchbayMessages/patchbayMessages.js': GLUE,
    // The local console, on a developer's machine: why it did not start, before there is anybody's data.
    'www/host/main.js': ['console.error'],
    'www/host/build.js': ['console.log']
};

/** Where things went wrong and which fields were left out: no message of an exception, no value. */
const APEX = { 'PatchbayCTIExtensions.cls': ['request.eventName', 'dropped.field', 'place'] };
const PLACE = ['problem.getTypeName', 'problem.getStackTraceString'];

/** Breaks off where a test asks for it, in a build that does not ship. */
const ON_DEMAND = { 'wasm/src/fault.rs': ['panic!'] };

const JAVASCRIPT =
    /(?<![.\w'"])(?:(?:globalThis|window|self)\s*\.\s*)?console\s*(?:\?\.|[.[])|\breportError\b|\bdebugger\b/;
// What is asserted of a constant is asserted by the compiler.
const RUST =
    /(?<!^\s*const _: \(\) = )\b(?:e?print(?:ln)?|dbg|panic|todo|unimplemented|unreachable|assert(?:_eq|_ne)?|debug_assert\w*)!|\bconsole\b|\bunwrap\(|\bexpect\(|std::io/;
const PRINTING_IMPORT = /console|print|(?:^|_)(?:log|warn|info)(?:_|$)/;

/** Every file below some folders whose name ends like this, as `[name, text]`; tests are no part of what ships. */
async function files(folders, ending) {
    const found = [];
    for (const folder of folders) {
        const entries = await readdir(path(folder), { recursive: true, withFileTypes: true });
        for (const entry of entries.filter((one) => one.isFile() && ending.test(one.name))) {
            const file = join(entry.parentPath ?? entry.path, entry.name);
            if (!file.includes('__tests__')) {
                found.push([relative(ROOT, file).replaceAll('\\', '/'), await readFile(file, 'utf8')]);
            }
        }
    }
    expect(found).to.not.deep.equal([]);
    return found;
}

/** The lines of a text that match, without what is only a comment. */
function lines(text, pattern) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => !/^(?:\/\/|\/?\*)/.test(line) && pattern.test(line));
}

/** What is called in a text of all that a pattern finds, each once: `console.warn`. */
function called(text, pattern) {
    const all = new RegExp(`(?:${pattern.source})['"\\s]*\\w*`, 'g');
    const found = lines(text, pattern).flatMap((line) => line.match(all));
    return [
        ...new Set(
            found.map((one) => one.replace(/^(?:globalThis|window|self)\s*\.\s*/, '').replace(/\W+(?=\w)/g, '.'))
        )
    ];
}

/** What Apex reads in the arguments of `System.debug`, or for a variable: names, without texts and the level. */
function readInApex(text, pattern) {
    const code = text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '').replace(/'(?:[^'\\]|\\.)*'/g, "''");
    return Array.from(code.matchAll(pattern), ([, given]) => given.match(/[a-z_][\w.]*/gi) ?? [])
        .flat()
        .filter((name) => !name.startsWith('LoggingLevel.'));
}
const DEBUG = /\bSystem\s*\.\s*debug\s*\(([^;]*);/gi;

describe('who prints', () => {
    it('in JavaScript: what is known here', async () => {
        const written = await files(['wasm/js', 'wasm/cli', 'www', 'pkg'], /\.m?js$/);
        // In the command, which no page loads, stand parsers with functions of theirs that print, and that it does not call.
        const all = written.filter(([file]) => !file.startsWith('pkg/bin/'));
        const speakers = all
            .map(([file, text]) => [file, called(text, JAVASCRIPT)])
            .filter(([, said]) => said.length > 0);
        for (const [file, said] of speakers) {
            expect(SPEAKERS[file] ?? [], file).to.include.members(said);
        }
        expect(speakers.map(([file]) => file)).to.have.members(Object.keys(SPEAKERS));
        tried('redaction, files that do not print', all.length - speakers.length);
    });

    it('in the glue: nothing that is reached', async () => {
        // It warns of anything but a plain object.
        expect(await readFile(path('wasm/js/load.js'), 'utf8')).to.include(
            'initSync({ module: await WebAssembly.compile(bytes) })'
        );
    });

    it('in WebAssembly: nobody, since it is given nothing to print with', async () => {
        const module = await WebAssembly.compile(await readFile(path('pkg/patchbay_bg.wasm')));
        const names = WebAssembly.Module.imports(module).map(({ name }) => name);
        expect(names).to.not.deep.equal([]);
        expect(names.filter((name) => PRINTING_IMPORT.test(name))).to.deep.equal([]);
    });

    it('in Rust: nobody, and nothing ends with a message of its own', async () => {
        const all = await files(['src', 'wasm/src'], /\.rs$/);
        for (const [file, text] of all) {
            expect(ON_DEMAND[file] ?? [], file).to.include.members(called(text, RUST));
        }
        const manifest = await readFile(path('Cargo.toml'), 'utf8');
        expect(manifest)
            .to.include('panic = "abort"')
            .and.not.match(/"console"|^(?:console|log|tracing)\b/m);
        tried('redaction, Rust files', all.length);
    });

    it('in Apex: one class, and never what it was given', async () => {
        const classes = await files(['www'], /\.cls$/);
        const speakers = classes
            .map(([file, text]) => [file.split('/').at(-1), readInApex(text, DEBUG)])
            .filter(([, read]) => read.length > 0);
        expect(Object.fromEntries(speakers)).to.deep.equal(APEX);
        const [, extensions] = classes.find(([file]) => file.endsWith('/PatchbayCTIExtensions.cls'));
        expect(readInApex(extensions, /\bplace\s*=([^;]*);/g)).to.deep.equal(PLACE);
    });

    it('is found where it is planted', () => {
        for (const [text, callee] of [
            ['console.info(name);', 'console.info'],
            ["globalThis.console['log'](name);", 'console.log'],
            ['self . console?.debug(name);', 'console.debug'],
            ['reportError(error);', 'reportError'],
            ['if (name) debugger;', 'debugger']
        ]) {
            expect(called(text, JAVASCRIPT), text).to.deep.equal([callee]);
        }
        expect(called('let a = b.unwrap();\nprintln!("{name}");', RUST)).to.deep.equal(['unwrap(', 'println!']);
        for (const [text, read] of [
            ['System.debug(problem.getMessage());', ['problem.getMessage']],
            ["system.DEBUG('Not saved: ' +\n data);", ['data']],
            ["// System.debug(data);\nSystem.debug('It\\'s over');", []]
        ]) {
            expect(readInApex(text, DEBUG), text).to.deep.equal(read);
        }
    });
});
