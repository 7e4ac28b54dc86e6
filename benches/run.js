/*
 * `npm run bench`: Patchbay beside its peers, in Node, in Chromium, in Chromium without eval and inside Lightning Web Security, and
 * what an agent waits for in the console. The whole run is written to benches/results.json and docs/; `--quick` and parts are only
 * printed.
 */
import { build } from '../scripts/build.js';
import { setUp } from '../scripts/setup.js';
import { HOSTS, WORKS } from './works.js';

const NAMES = { '--host': Object.keys(HOSTS), '--work': Object.keys(WORKS) };

const FLAGS = { '--quick': 'quick', '--profile': 'profile', '--as-built': 'asBuilt' };

const USAGE = `npm run bench -- [--quick] [--host name] [--work name] [--profile] [--as-built]
  --quick     fewer rounds, printed only
  --host      ${NAMES['--host'].join(', ')}; may be given again
  --work      ${NAMES['--work'].join(', ')}; may be given again
  --profile   with --host node: V8 also writes a profile into build/bench, to be opened in the browser's developer tools
  --as-built  pkg/ as it stands, whatever the sources say`;

function read(given) {
    const options = { hosts: [], works: [] };
    for (let at = 0; at < given.length; at++) {
        const option = given[at];
        if (Object.hasOwn(FLAGS, option)) {
            options[FLAGS[option]] = true;
        } else if (NAMES[option]?.includes(given[at + 1])) {
            options[option === '--host' ? 'hosts' : 'works'].push(given[at + 1]);
            at += 1;
        } else {
            console.error(`${given.slice(at, at + 2).join(' ')} is none of these:\n${USAGE}`);
            process.exit(1);
        }
    }
    return options;
}

const { asBuilt, ...options } = read(process.argv.slice(2));
process.env.CHROME_PATH = setUp({ browser: true });
if (!asBuilt) {
    await build();
}
// What comes from packages can be loaded only now.
const { bench } = await import('./bench.js');
await bench(options);
