// What a Lightning page provides to every module, wherever it runs: one engine, scoped modules, build constants.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import replace from '@rollup/plugin-replace';

const lwcRoot = path.dirname(fileURLToPath(import.meta.resolve('lwc')));
const fromLwc = createRequire(path.join(lwcRoot, 'index.js'));

// The bare @lwc/* packages at the top of node_modules belong to Jest and are a major version behind: take lwc's own.
const ENGINE = {
    lwc: fromLwc.resolve('@lwc/engine-dom'),
    '@lwc/engine-dom': fromLwc.resolve('@lwc/engine-dom'),
    '@lwc/synthetic-shadow': fromLwc.resolve('@lwc/synthetic-shadow'),
    '@lwc/wire-service': fromLwc.resolve('@lwc/wire-service')
};

/**
 * The name of a generated module. It stands in `rootDir` because the LWC compiler resolves imports by the importer's folder, and
 * would take the working directory for one that has none.
 */
export const generated = (rootDir, name) => path.join(rootDir, `generated:${name}`);
export const GENERATED = '**/generated:*';

/** Resolves `lwc` to the one engine of this build. */
export function engine() {
    return {
        name: 'patchbay-engine',
        resolveId: (id) => ENGINE[id] ?? null
    };
}

/** `@salesforce/messageChannel/X__c`, as the platform generates it. */
export function messageChannels() {
    const prefix = '@salesforce/messageChannel/';
    return {
        name: 'patchbay-message-channels',
        resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
        load: (id) =>
            id.startsWith(`\0${prefix}`)
                ? `export default Object.freeze({ channelName: ${JSON.stringify(id.slice(prefix.length + 1))} });`
                : null
    };
}

/** Constants that the engine and the base components expect a bundler to fill in. */
export function constants() {
    return replace({
        'import.meta.env.SSR': 'false',
        'process.env.NODE_ENV': JSON.stringify('production'),
        preventAssignment: true
    });
}

/** What is provided by the platform from outside the sandbox, and never bundled with namespace c. */
export const isPlatformModule = (id) => id === 'lwc' || /^(lightning|force|@salesforce)\//.test(id);
