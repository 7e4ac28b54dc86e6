/* Bundles what runs in the hosts, into build/bench: everything that is timed is minified alike, as it would be deployed. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import zlib from 'node:zlib';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import { build as esbuild } from 'esbuild';
import { path } from '../scripts/paths.js';
import * as formats from './peers/ajvFormats.js';
import { OPTIONS, SCHEMA } from './peers/ajvSchema.js';

export const OUT = path('build/bench');

/** The build that only judges messages. */
const MESSAGES = path('pkg/messages/index.js');

/** Writes Ajv's standalone validator: made here, so that the host needs neither Ajv nor eval. */
export async function writeAjvValidator() {
    const ajv = new Ajv({
        ...OPTIONS,
        formats,
        code: { source: true, esm: true, formats: _`require("../../benches/peers/ajvFormats.js")` }
    });
    await mkdir(OUT, { recursive: true });
    await writeFile(`${OUT}/ajvValidate.js`, standaloneCode.default(ajv, ajv.compile(SCHEMA)));
}

/** One module and all it imports, minified; `given` tells esbuild what is different about it. */
export async function bundle(source, given = {}) {
    const { outputFiles } = await esbuild({
        stdin: { contents: source, resolveDir: path('benches'), sourcefile: 'entry.js' },
        bundle: true,
        write: false,
        minify: true,
        format: 'esm',
        target: 'es2022',
        platform: 'neutral',
        mainFields: ['module', 'main'],
        conditions: ['module', 'import'],
        alias: { '#messages': MESSAGES },
        define: { 'process.env.NODE_ENV': '"production"' },
        legalComments: 'none',
        logLevel: 'error',
        ...given
    });
    return outputFiles[0].text;
}

/** Whose start-up and size is looked at; the build with messages only is missing where it was not built. */
export function peers() {
    const all = ['patchbay', 'messages', 'hand', 'ajvStandalone', 'zod', 'zodMini', 'valibot'];
    return all.filter((name) => name !== 'messages' || existsSync(MESSAGES));
}

/** The program of one contender, to the first message it has built and accepted. */
export const program = (peer) => `import { open } from './peers/${peer}.js';
export const first = async () => (await open()).build.updateState('hold', '6b0d7c1e');`;

// Nothing else in a program is as long and without a space: the WebAssembly, plain or deflated.
const MODULE = /[A-Za-z0-9+/]{8000,}={0,2}/;

const FORMATS = [
    [(bytes) => bytes, (bytes) => bytes],
    [zlib.inflateRawSync, zlib.deflateRawSync],
    [zlib.gunzipSync, zlib.gzipSync],
    [zlib.inflateSync, zlib.deflateSync]
];

/**
 * The same program as another one to the engine, so that no cache knows what it compiles to: a comment, and a custom section in its
 * WebAssembly, if there is some.
 */
export function numbered(code, number) {
    const text = MODULE.exec(code)?.[0];
    const head = `/* ${number} */`;
    if (!text) {
        return head + code;
    }
    const packed = Buffer.from(text, 'base64');
    const read = ([unpack]) => {
        try {
            return unpack(packed);
        } catch {
            return null;
        }
    };
    const format = FORMATS.find((one) => read(one)?.subarray(0, 4).equals(Buffer.from('\0asm')));
    if (!format) {
        throw new Error('the WebAssembly stands in the program in a way that is not known here');
    }
    const content = Buffer.from(`round ${number}`);
    const section = Buffer.from([0, content.length + 2, 1, 'n'.charCodeAt(0), ...content]);
    const other = format[1](Buffer.concat([read(format), section]), { level: 9 });
    return head + code.replace(text, other.toString('base64'));
}
