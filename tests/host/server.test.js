import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { CSP } from '../../www/host/csp.js';
import { serve } from '../../www/host/server.js';

// http.request sends the path as it is written; fetch would tidy `..` away before it leaves.
function get(server, target, method = 'GET') {
    return new Promise((resolve, reject) => {
        http.request({ host: '127.0.0.1', port: server.port, path: target, method, agent: false }, (response) => {
            let body = '';
            response.setEncoding('utf8');
            response.on('data', (chunk) => (body += chunk));
            response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
        })
            .on('error', reject)
            .end();
    });
}

describe('server', () => {
    let folder;
    let server;

    before(async () => {
        folder = mkdtempSync(path.join(os.tmpdir(), 'patchbay-server-'));
        const site = path.join(folder, 'site');
        mkdirSync(path.join(site, 'chunks'), { recursive: true });
        mkdirSync(path.join(folder, 'site-secret'));
        writeFileSync(path.join(site, 'index.html'), '<!doctype html>console');
        writeFileSync(path.join(site, 'app.js'), 'export {};');
        writeFileSync(path.join(site, 'a b.svg'), '<svg/>');
        writeFileSync(path.join(folder, 'secret.txt'), 'secret');
        writeFileSync(path.join(folder, 'site-secret', 'secret.txt'), 'secret');
        symlinkSync(path.join(folder, 'secret.txt'), path.join(site, 'link.txt'));
        symlinkSync(path.join(folder, 'site-secret'), path.join(site, 'linked'));
        server = await serve({ root: site });
    });

    after(async () => {
        await server.close();
        rmSync(folder, { recursive: true });
    });

    it('serves index.html for a folder, with the policy of a Lightning page', async () => {
        const { status, headers, body } = await get(server, '/');
        expect(status).to.equal(200);
        expect(body).to.equal('<!doctype html>console');
        expect(headers['content-type']).to.equal('text/html; charset=utf-8');
        expect(headers['content-security-policy']).to.equal(CSP.lightning);
        expect(headers['cache-control']).to.equal('no-store');
    });

    it('serves scripts and decoded names with their types, and only pages with a policy', async () => {
        const script = await get(server, '/app.js');
        expect(script.headers['content-type']).to.equal('text/javascript; charset=utf-8');
        expect(script.headers).not.to.have.property('content-security-policy');
        expect((await get(server, '/a%20b.svg')).headers['content-type']).to.equal('image/svg+xml');
    });

    for (const name of Object.keys(CSP)) {
        it(`has the policy '${name}'`, async () => {
            const { headers } = await get(server, `/?csp=${name}`);
            expect(headers['content-security-policy']).to.equal(CSP[name] ?? undefined);
        });
    }

    it('refuses a policy it does not know', async () => {
        expect((await get(server, '/?csp=toString')).status).to.equal(400);
    });

    for (const target of [
        '/../secret.txt',
        '/chunks/../../secret.txt',
        '/../site-secret/secret.txt',
        '/..%2fsecret.txt',
        '/%2e%2e/secret.txt',
        '/%2e%2e%2fsecret.txt',
        '/%252e%252e/secret.txt',
        '/..%5csecret.txt',
        '/..\\secret.txt',
        '//etc/passwd',
        '/link.txt',
        '/linked/secret.txt',
        '/app.js%00.html',
        '/%E0%A4%A',
        '/missing.js',
        '/chunks/'
    ]) {
        it(`answers 404 to ${target}`, async () => {
            const { status, body } = await get(server, target);
            expect(status).to.equal(404);
            expect(body).not.to.contain('secret');
        });
    }

    it('answers HEAD without a body and refuses other methods', async () => {
        const head = await get(server, '/app.js', 'HEAD');
        expect(head.status).to.equal(200);
        expect(head.headers['content-length']).to.equal('10');
        expect(head.body).to.equal('');
        const post = await get(server, '/app.js', 'POST');
        expect(post.status).to.equal(405);
        expect(post.headers.allow).to.equal('GET, HEAD');
    });

    it('answers /alive', async () => {
        expect((await get(server, '/alive')).status).to.equal(204);
    });

    it('listens on 127.0.0.1 and nowhere else', async () => {
        const others = Object.values(os.networkInterfaces())
            .flat()
            .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
            .map(({ address }) => address);
        for (const host of ['127.0.0.2', ...others]) {
            const outcome = await new Promise((resolve) => {
                const socket = net.connect({ host, port: server.port });
                socket.on('connect', () => {
                    socket.destroy();
                    resolve('connected');
                });
                socket.on('error', () => resolve('refused'));
            });
            expect(outcome, host).to.equal('refused');
        }
    });

    it('stops by itself when nobody asks any more', async () => {
        const idle = await serve({ root: path.join(folder, 'site'), idleMinutes: 0.001 });
        await idle.closed;
        const error = await get(idle, '/alive').catch((reason) => reason);
        expect(error.code).to.equal('ECONNREFUSED');
    });

    it('says which port is taken', async () => {
        const error = await serve({ root: path.join(folder, 'site'), port: server.port }).catch((reason) => reason);
        expect(error.code).to.equal('EADDRINUSE');
    });

    it('refuses to start with a policy it does not know', async () => {
        const error = await serve({ root: path.join(folder, 'site'), csp: 'lax' }).catch((reason) => reason);
        expect(error.message).to.contain('lightning, none, self, wasm, eval');
    });
});
