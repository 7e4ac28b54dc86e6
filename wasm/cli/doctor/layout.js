/** Which files belong together: a component, a page, a class. */
import { basename, dirname } from 'node:path/posix';

const KINDS = [
    ['lwc', /^(.*\/lwc\/(\w+))\/(?:.+\/)?[^/]+\.(?:js|(?<!\.d\.)ts)$/],
    ['aura', /^(.*\/aura\/(\w+))\/[^/]+\.(?:js|cmp|app)$/],
    ['page', /^(.*\/([^/]+)\.(?:page|component))$/],
    ['static', /^(.*\/staticresources\/(.+)\.js)$/],
    ['static', /^(.*\/staticresources\/([^/]+)\.resource)$/],
    ['apex', /^(.*\/([^/]+)\.cls)$/]
];

/** Where the folders are called otherwise, what stands beside a script says what it is of. */
const BESIDE = [
    ['lwc', /\.js-meta\.xml$/, /\.(?:js|(?<!\.d\.)ts)$/],
    ['aura', /\.(?:cmp|app)$/, /\.(?:js|cmp|app)$/]
];

/**
 * @param {string[]} paths whole, with slashes
 * @returns {(path: string) => {kind: string, name: string, folder: string} | null} `folder` tells bundles of a kind apart
 */
export function layoutOf(paths) {
    const folders = BESIDE.map(([, mark]) => new Set(paths.filter((path) => mark.test(path)).map(dirname)));
    return (path) => {
        for (const [kind, pattern] of KINDS) {
            const [, folder, name] = pattern.exec(path) ?? [];
            if (folder) {
                return { kind, name, folder };
            }
        }
        const folder = dirname(path);
        const at = BESIDE.findIndex(([, , script], index) => script.test(path) && folders[index].has(folder));
        return at < 0 ? null : { kind: BESIDE[at][0], name: basename(folder), folder };
    };
}
