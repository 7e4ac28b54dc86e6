/* Takes the pictures of the docs in the local console: the README's, and every component's in each of its states. */
import { build } from './build.js';
import { path } from './paths.js';
import { setUp } from './setup.js';

setUp({ browser: true });
await build();
const [{ startConsole }, { takeParts, takePicture, takeScreens }] = await Promise.all([
    import('../tests/browser/consolePage.js'),
    import('../tests/browser/screens.js')
]);
const host = await startConsole();
await takePicture(host, path('docs/console.png'));
await takeScreens(host, path('docs/screens'));
await takeParts(host, path('docs/screens'));
await host.stop();
