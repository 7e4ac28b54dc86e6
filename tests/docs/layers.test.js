/* A module of the core imports only modules that stand above it in the table of docs/architecture.md. */
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';

const SRC = path('src');

/** The first column of the table: `[name](link)` or `name` in backticks. */
async function layers() {
    const page = await readFile(path('docs/architecture.md'), 'utf8');
    const [, table] = /^## Modules of the core$([^]*?)^## /m.exec(page);
    return Array.from(table.matchAll(/^\| (?:\[(\w+)\]\(|`(\w+)`)/gm), ([, linked, plain]) => linked ?? plain);
}

/** The sources of each module, by its name. */
async function modules() {
    const entries = await readdir(SRC, { recursive: true, withFileTypes: true });
    const found = new Map();
    for (const entry of entries.filter((one) => one.isFile() && one.name.endsWith('.rs') && one.name !== 'lib.rs')) {
        const file = join(entry.parentPath ?? entry.path, entry.name);
        const module = relative(SRC, file).split(/[\\/]/)[0].replace(/\.rs$/, '');
        found.set(module, [...(found.get(module) ?? []), file]);
    }
    return found;
}

/** The modules that a text names by `crate::x`, `crate::{x, y::z}`, or by as many `super::` as lead to the root. */
function importsOf(text, depth) {
    const code = text.replace(/\/\/.*/g, '');
    const root = String.raw`(?<![\w:])\$?(?:crate::|(?:super::){${depth}})`;
    const single = Array.from(code.matchAll(new RegExp(`${root}(\\w+)`, 'g')), ([, name]) => name);
    const groups = Array.from(code.matchAll(new RegExp(`${root}\\{([^;]*)\\}`, 'g')), ([, names]) => {
        // Names within inner braces belong to the module before them.
        let flat = names;
        while (/\{[^{}]*\}/.test(flat)) flat = flat.replace(/\{[^{}]*\}/g, '');
        return flat.split(',').map((name) => /\w+/.exec(name)?.[0]);
    });
    return [...single, ...groups.flat()].filter((name) => name && /^[a-z]/.test(name) && name !== 'super');
}

/** How many `super::` lead from a file to the root of the crate. */
function depthOf(file) {
    const parts = relative(SRC, file).split(/[\\/]/);
    return parts.at(-1) === 'mod.rs' ? parts.length - 1 : parts.length;
}

describe('the modules of the core', () => {
    let order;
    let found;
    before(async () => {
        order = await layers();
        found = await modules();
    });

    it('are all in the table of docs/architecture.md', () => {
        expect([...found.keys()].filter((name) => !order.includes(name))).to.deep.equal([]);
        expect(new Set(order).size).to.equal(order.length);
    });

    it('import nothing upwards', async () => {
        const upwards = [];
        let imports = 0;
        for (const [module, files] of found) {
            for (const file of files) {
                for (const name of importsOf(await readFile(file, 'utf8'), depthOf(file))) {
                    if (name === module || !order.includes(name)) continue;
                    imports += 1;
                    if (order.indexOf(name) > order.indexOf(module)) {
                        upwards.push(`${relative(SRC, file)} imports ${name}`);
                    }
                }
            }
        }
        expect(upwards).to.deep.equal([]);
        expect(imports).to.be.above(100);
    });

    it('are found in every spelling of an import', () => {
        expect(importsOf('use crate::log::Log; // crate::session', 1)).to.deep.equal(['log']);
        expect(importsOf('use crate::{\n  json::{read, write},\n  time,\n};', 1)).to.deep.equal(['json', 'time']);
        expect(importsOf('use super::super::log::Log; use super::own;', 2)).to.deep.equal(['log']);
        expect(importsOf('$crate::string_enum::string_enum! {}', 1)).to.deep.equal(['string_enum']);
    });
});
