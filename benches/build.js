/* Bundles what runs in the hosts, into build/bench: everything that is timed is minified alike, as it would be deployed. */
import { mkdir, writeFile } from 'node:fs/promises';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import { build as esbuild } from 'esbuild';
import { path } from '../scripts/paths.js';
import * as formats from './peers/ajvFormats.js';
import { OPTIONS, SCHEMA } from './peers/ajvSchema.js';

export const OUT = path('build/bench');

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
        define: { 'process.env.NODE_ENV': '"production"' },
        legalComments: 'none',
        logLevel: 'error',
        ...given
    });
    return outputFiles[0].text;
}
