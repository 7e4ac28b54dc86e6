// Serves the built console to this machine only, under the content security policy of a Lightning page.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { CSP } from './csp.js';

const MIME = {
    '.css': 'text/css; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.jpg': 'image/jpeg',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.map': 'application/json; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.wasm': 'application/wasm',
    '.woff2': 'font/woff2'
};
const HOST = '127.0.0.1';

/**
 * Serves `root`; resolves to `{ url, port, close(), closed }`. A page may ask for another policy with `?csp=name`.
 * With `idleMinutes` the server stops by itself that long after the last request (an open page asks for /alive now and then).
 */
export async function serve({ root, port = 0, csp = 'lightning', idleMinutes }) {
    if (!(csp in CSP)) throw new Error(`no policy called '${csp}'; there are ${Object.keys(CSP).join(', ')}`);
    const base = await realpath(root);
    const server = http.createServer((request, response) => {
        idle?.refresh();
        answer(request, response, { base, csp }).catch((error) => refuse(response, 500, error.message));
    });
    const closed = new Promise((resolve) => server.once('close', resolve));
    const close = () => {
        clearTimeout(idle);
        server.close();
        server.closeAllConnections();
        return closed;
    };
    const idle = idleMinutes === undefined ? undefined : setTimeout(close, idleMinutes * 60_000);
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, HOST, resolve);
    }).catch((error) => {
        clearTimeout(idle);
        throw error;
    });
    const address = server.address();
    return { url: `http://${HOST}:${address.port}/`, port: address.port, close, closed };
}

async function answer(request, response, { base, csp }) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('Allow', 'GET, HEAD');
        return refuse(response, 405, 'Only GET and HEAD are answered here.');
    }
    const [rawPath, query = ''] = request.url.split('?', 2);
    const policyName = new URLSearchParams(query).get('csp') ?? csp;
    if (!Object.hasOwn(CSP, policyName)) {
        return refuse(response, 400, `No policy called '${policyName}'; there are ${Object.keys(CSP).join(', ')}.`);
    }
    if (rawPath === '/alive') {
        response.writeHead(204, { 'Cache-Control': 'no-store' });
        return response.end();
    }
    const file = await locate(base, rawPath);
    if (!file) return refuse(response, 404, 'Nothing here.');

    const type = MIME[path.extname(file.path)] ?? 'application/octet-stream';
    const headers = {
        'Cache-Control': 'no-store',
        'Content-Length': file.size,
        'Content-Type': type,
        'X-Content-Type-Options': 'nosniff'
    };
    if (type.startsWith('text/html') && CSP[policyName]) headers['Content-Security-Policy'] = CSP[policyName];
    response.writeHead(200, headers);
    if (request.method === 'HEAD') return response.end();
    createReadStream(file.path)
        .on('error', () => response.destroy())
        .pipe(response);
}

/** The file a path names inside `base`, links followed; null for anything that is not, or leads outside. */
async function locate(base, rawPath) {
    // An encoded slash or backslash, or a NUL, names no file of ours: refused before anything is resolved.
    if (/%2f|%5c|%00|\\/i.test(rawPath)) return null;
    try {
        let found = await realpath(path.join(base, decodeURIComponent(rawPath)));
        let info = await stat(found);
        if (info.isDirectory()) {
            found = await realpath(path.join(found, 'index.html'));
            info = await stat(found);
        }
        const relative = path.relative(base, found);
        if (relative.startsWith('..') || path.isAbsolute(relative)) return null;
        return info.isFile() ? { path: found, size: info.size } : null;
    } catch {
        return null; // no such file, or a path that cannot be decoded
    }
}

function refuse(response, status, sentence) {
    if (response.headersSent) return response.destroy();
    response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' });
    return response.end(`${sentence}\n`);
}
