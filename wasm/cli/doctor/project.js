/** The code of a project: files as trees, parsed when they are asked for, and what their imports lead to. */
import { dirname } from 'node:path/posix';
import { PARENT, parseScript, visitAll } from './parse/javascript.js';
import { scriptsOf, tagsOf, withoutMergeFields } from './parse/markup.js';
import { Scopes } from './parse/scopes.js';

/**
 * A file, or the scripts of a page, as a tree.
 *
 * @typedef {{bundle: object, file: string, path: string, text: string, program: object, scopes: Scopes}} Source
 */

export class Project {
    #sources = new Map();
    #components = new Map();
    #owners = new WeakMap();

    constructor(bundles) {
        this.bundles = bundles;
        this.skipped = [];
        this.parsed = 0;
        for (const bundle of bundles.filter(({ kind }) => kind === 'lwc')) {
            this.#components.set(bundle.name, bundle);
        }
    }

    /** The sources of a bundle; what does not parse is skipped, and told once. */
    sources(bundle) {
        if (!this.#sources.has(bundle)) {
            this.#sources.set(
                bundle,
                bundle.files.flatMap((file) => this.#parse(bundle, file))
            );
        }
        return this.#sources.get(bundle);
    }

    /** The source that a node stands in. */
    sourceOf(node) {
        for (let one = node; one; one = one[PARENT]) {
            if (one.type === 'Program') {
                return this.#owners.get(one);
            }
        }
        return null;
    }

    /** What an import of a source leads to, or null: a file of the bundle, or the main file of another component. */
    imported(source, specifier) {
        if (specifier.startsWith('.')) {
            const parts = `${dirname(source.file)}/${specifier}`.split('/');
            const path = parts.reduce((kept, part) => {
                if (part === '..') {
                    return kept.slice(0, -1);
                }
                return part === '.' || part === '' ? kept : [...kept, part];
            }, []);
            const wanted = path.join('/');
            const files = this.sources(source.bundle);
            return files.find(({ file }) => [wanted, `${wanted}.js`, `${wanted}.ts`].includes(file)) ?? null;
        }
        const bundle = this.#components.get(/^c\/(\w+)$/.exec(specifier)?.[1]);
        const main = bundle && new RegExp(`/${bundle.name}\\.[jt]s$`);
        return bundle ? (this.sources(bundle).find(({ file }) => main.test(`/${file}`)) ?? null) : null;
    }

    /** The helper of an Aura bundle, whose functions its controller is given. */
    helper(bundle) {
        return this.sources(bundle).find(({ file }) => file.endsWith('Helper.js')) ?? null;
    }

    /** Tags of a name in the markup of an Aura bundle. */
    tags(bundle, name) {
        const markup = bundle.files.filter(({ file }) => /\.(?:cmp|app)$/.test(file));
        return markup.flatMap((file) => tagsOf(file.text, name).map((tag) => ({ ...tag, ...file })));
    }

    #parse(bundle, { file, path, text }) {
        const isScript = /\.(?:js|ts|resource)$/.test(file);
        if (bundle.kind === 'page') {
            return scriptsOf(text).flatMap((code) => this.#page(bundle, { file, path, text }, code));
        }
        // A resource without an ending may be anything.
        const isQuiet = file.endsWith('.resource');
        return isScript ? this.#script(bundle, { file, path, text }, text, isQuiet) : [];
    }

    #page(bundle, file, code) {
        const tried = this.#script(bundle, file, code, true);
        return tried.length > 0 ? tried : this.#script(bundle, file, withoutMergeFields(code), false);
    }

    #script(bundle, file, code, isQuiet) {
        try {
            const how = { module: bundle.kind === 'lwc', typescript: file.file.endsWith('.ts') };
            const program = parseScript(code, how);
            this.parsed += 1;
            const source = { bundle, ...file, program, scopes: new Scopes(program) };
            this.#owners.set(program, source);
            return [source];
        } catch (error) {
            if (!isQuiet) {
                this.skipped.push({ file: file.file, reason: `it does not parse: ${error.message}` });
            }
            return [];
        }
    }

    /** Files of a bundle that import each other in a circle, each circle once. */
    circles(bundle) {
        const found = new Map();
        const visit = (source, trail) => {
            const at = trail.indexOf(source);
            if (at >= 0) {
                const circle = trail.slice(at).map(({ file }) => file);
                found.set([...circle].sort().join(), circle);
            } else if (!done.has(source)) {
                this.#imports(source).forEach((next) => visit(next, [...trail, source]));
                done.add(source);
            }
        };
        const done = new Set();
        this.sources(bundle).forEach((source) => visit(source, []));
        return [...found.values()];
    }

    #imports(source) {
        const found = [];
        visitAll(source.program, ({ type, source: from }) => {
            if (/^(?:Import|Export)/.test(type) && from?.value.startsWith('.')) {
                found.push(this.imported(source, from.value));
            }
            return type === 'Program' || !/Statement$|^(?:Class|Function|Variable)/.test(type);
        });
        return found.filter(Boolean);
    }
}
