// What a Lightning page provides to every module, wherever it runs: one engine, scoped modules, build constants.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import replace from '@rollup/plugin-replace';
import { USER } from '../data/records.js';
import { METHODS } from '../records/apex/methods.js';

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

/** `@salesforce/user/Id`: who runs the page. */
export function user() {
    const name = '@salesforce/user/Id';
    return {
        name: 'patchbay-user',
        resolveId: (id) => (id === name ? `\0${name}` : null),
        load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(USER.id)};` : null)
    };
}

/** `@salesforce/customPermission/X`: the user of this console has every one. */
export function customPermissions() {
    const prefix = '@salesforce/customPermission/';
    return {
        name: 'patchbay-custom-permissions',
        resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
        load: (id) => (id.startsWith(`\0${prefix}`) ? 'export default true;' : null)
    };
}

/** `@salesforce/i18n/lang`, `locale`, `dir` and `timeZone`: the user's language and time zone, as the page is opened in them. */
export function languages({ rootDir }) {
    const names = { lang: 'LANGUAGE', locale: 'LOCALE', dir: 'DIRECTION', timeZone: 'TIME_ZONE' };
    const prefix = '@salesforce/i18n/';
    const spoken = generated(rootDir, 'i18n-');
    return {
        name: 'patchbay-languages',
        resolveId: (id) =>
            id.startsWith(prefix) && Object.hasOwn(names, id.slice(prefix.length))
                ? spoken + id.slice(prefix.length)
                : null,
        load: (id) =>
            id.startsWith(spoken)
                ? `export { ${names[id.slice(spoken.length)]} as default } from 'host/language';`
                : null
    };
}

/** `@salesforce/label/c.X`, in the user's language; a label that is not defined ends the build. */
export function customLabels({ rootDir, defined }) {
    const prefix = '@salesforce/label/c.';
    const spoken = generated(rootDir, 'label-');
    return {
        name: 'patchbay-custom-labels',
        resolveId(id) {
            if (!id.startsWith(prefix)) return null;
            const name = id.slice(prefix.length);
            if (Object.hasOwn(defined, name)) return spoken + name;
            throw new Error(`${id} is not defined in labels/CustomLabels.labels-meta.xml`);
        },
        load(id) {
            if (!id.startsWith(spoken)) return null;
            const texts = JSON.stringify(defined[id.slice(spoken.length)]);
            return `import { LANGUAGE } from 'host/language';\nexport default (${texts})[LANGUAGE];`;
        }
    };
}

/** `@salesforce/apex/Class.method`, as far as this console plays the class. */
export function apexMethods({ rootDir }) {
    const prefix = '@salesforce/apex/';
    const played = generated(rootDir, 'apex-');
    return {
        name: 'patchbay-apex-methods',
        resolveId(id) {
            if (!id.startsWith(prefix)) return null;
            const method = id.slice(prefix.length);
            if (Object.hasOwn(METHODS, method)) return played + method;
            throw new Error(`${id} is not played by this console; there are ${Object.keys(METHODS).join(', ')}`);
        },
        load(id) {
            if (!id.startsWith(played)) return null;
            const method = JSON.stringify(id.slice(played.length));
            return `import { apexMethod } from 'host/org';\nexport default apexMethod(${method});`;
        }
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
