import { INPUTS, compile, writeModule } from '../../scripts/build.js';
import { path } from '../../scripts/paths.js';
import { once } from '../../scripts/stamp.js';

/** Builds the Patchbay that breaks off where a test says so, into a folder that never ships. */
export function buildTraps() {
    return once('traps', { inputs: INPUTS, outputs: ['build/traps/pkg/index.js'] }, async () => {
        const built = await compile({ more: ['fault-injection'], folder: 'build/traps/wasm' });
        await writeModule(path('build/traps/pkg'), 'index.js', built);
        const lwc = { ...built, code: built.code.replace("from './bytes.js'", "from './bytes'") };
        await writeModule(path('build/traps/lwc/patchbay'), 'patchbay.js', lwc);
    });
}
