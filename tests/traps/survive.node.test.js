/* A module that breaks off, in Node; tests/browser/traps.test.js does the same in the browser and in its sandbox. */
import { buildTraps } from './variant.js';

await buildTraps();
await import('./survive.test.js');
