// The components of the recipes by name, for the page to show the one that its address asks for.
import { generated } from './platform.js';

/** `host/recipes`: { name: constructor }. */
export function allRecipes(names, { rootDir }) {
    const all = generated(rootDir, 'recipes');
    return {
        name: 'patchbay-recipes',
        resolveId: (id) => (id === 'host/recipes' ? all : null),
        load: (id) =>
            id === all
                ? `${names.map((name) => `import ${name} from 'c/${name}';`).join('\n')}\nexport default { ${names.join(', ')} };`
                : null
    };
}
