/* Takes the README's picture: an agent about to transfer a call, in the local console. */
import { build } from './build.js';
import { path } from './paths.js';
import { setUp } from './setup.js';

setUp({ browser: true });
await build();
const { startConsole } = await import('../tests/browser/consolePage.js');
const host = await startConsole();
const agent = await host.open({ deviceScaleFactor: 1.5 });
await agent.answeredCall();
await agent.target('Flow', 'Flow name or ID', 'Auditor Secure Flow');
// Long enough for the screen pop, and for the cursor to be gone from the picture.
await agent.page.waitForTimeout(2500);
await agent.page.screenshot({ path: path('docs/console.png'), caret: 'hide' });
await host.stop();
