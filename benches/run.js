/*
 * `npm run bench`: Patchbay beside its peers, in Node, in Chromium, in Chromium without eval and inside Lightning Web
 * Security. The whole run is written to benches/results.json and docs/; `--quick` and parts are only printed. `--profile`
 * looks where the time goes instead.
 */
import { build } from '../scripts/build.js';
import { setUp } from '../scripts/setup.js';
import { HOSTS, TIMED } from './works.js';

const NAMES = { '--host': Object.keys(HOSTS), '--work': TIMED };

const FLAGS = { '--quick': 'quick', '--twice': 'twice', '--profile': 'profiled', '--as-built': 'asBuilt' };

const USAGE = `npm run bench -- [--quick] [--twice] [--host name] [--work name] [--as-built]
npm run bench -- --profile
  --quick     fewer and shorter rounds: under two minutes, printed only
  --twice     everything twice, and how far the ratios of the two runs are apart
  --host      ${NAMES['--host'].join(', ')}; may be given again
  --work      ${NAMES['--work'].join(', ')}; may be given again
  --as-built  pkg/ as it stands, whatever the sources say
  --profile   where the time goes in what does not reach its goal, into docs/profiles.md`;

function read(given) {
    const options = { quick: false, twice: false, profiled: false, asBuilt: false, hosts: [], works: [] };
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

const { asBuilt, profiled, ...options } = read(process.argv.slice(2));
process.env.CHROME_PATH = setUp({ browser: true });
if (!asBuilt) {
    await build();
}
// What comes from packages can be loaded only now.
if (profiled) {
    const { profile } = await import('./profile/run.js');
    await profile();
} else {
    const { bench } = await import('./bench.js');
    await bench(options);
}
