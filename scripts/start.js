/* `npm start`: sets up, builds, and opens the local console. */
import { spawn } from 'node:child_process';
import { build } from './build.js';
import { path } from './paths.js';
import { setUp } from './setup.js';

setUp();
await build();
const [{ buildHost }, { serve }] = await Promise.all([import('../www/host/build.js'), import('../www/host/server.js')]);
const root = path('build/host');
await buildHost({ outDir: root });
const { url, close, closed } = await serve({ root, port: Number(process.env.PORT ?? 0), idleMinutes: 10 });

console.log(`\nPatchbay's local console: ${url}\n`);
console.log('It stops by itself ten minutes after its last page was closed, or with Ctrl+C.');
process.once('SIGINT', close);
process.once('SIGTERM', close);
if (!process.argv.includes('--no-open') && !process.env.CI) {
    open(url);
}
await closed;

/** Shows the page in the browser people use, where there is a way to; the address is printed anyway. */
function open(address) {
    const [program, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? [
        'xdg-open'
    ];
    spawn(program, [...args, address], { stdio: 'ignore', detached: true })
        .on('error', () => {})
        .unref();
}
