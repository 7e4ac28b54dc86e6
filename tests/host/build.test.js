import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { buildHost } from '../../www/host/build.js';
import { compileNamespaceC, findBundles } from '../../www/host/bundle/namespaceC.js';
import { apexMethods, user } from '../../www/host/bundle/platform.js';
import { USER } from '../../www/host/data/records.js';

describe('build', () => {
    let folder;

    beforeEach(() => {
        folder = mkdtempSync(path.join(os.tmpdir(), 'patchbay-build-'));
        writeFileSync(path.join(folder, 'package.json'), '{}'); // the LWC compiler looks for one above its modules
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    function component(place, name, files) {
        const home = path.join(folder, place, name);
        mkdirSync(home, { recursive: true });
        for (const [extension, text] of Object.entries(files))
            writeFileSync(path.join(home, `${name}.${extension}`), text);
        return path.join(folder, place);
    }

    const compile = (folders) =>
        compileNamespaceC({
            bundles: findBundles(folders),
            rootDir: folder,
            onwarn: ({ message }) => expect.fail(message)
        });

    it('finds components in all folders and passes over what is none', () => {
        const one = component('one', 'first', { js: '' });
        component('one', 'empty', { txt: '' });
        const two = component('two', 'second', { js: '' });
        expect(findBundles([one, two, path.join(folder, 'missing')]).map(({ name }) => name)).to.deep.equal([
            'first',
            'second'
        ]);
    });

    it('refuses a component that is there twice', () => {
        const folders = [component('one', 'same', { js: '' }), component('two', 'same', { js: '' })];
        expect(() => findBundles(folders)).to.throw('c/same exists twice');
    });

    it('compiles namespace c to one text that gets the platform from outside', async () => {
        const place = component('lwc', 'hello', {
            js: "import { LightningElement } from 'lwc';\nimport { name } from 'c/helper';\nexport default class Hello extends LightningElement { name = name; }",
            html: '<template><lightning-button label={name}></lightning-button></template>'
        });
        component('lwc', 'helper', { js: "export const name = 'helper';" });
        const { code, imports } = await compile([place]);
        expect(imports).to.have.members(['lwc', 'lightning/button']);
        expect(code)
            .to.contain('exports.hello')
            .and.to.contain('exports.helper')
            .and.not.to.match(/^import /m);
    });

    it('names file and line of what cannot be compiled', async () => {
        const place = component('lwc', 'broken', { js: 'export const fine = 1;\nexport const broken = ;\n' });
        const error = await compile([place]).catch((reason) => reason);
        expect(error.message)
            .to.match(/broken\.js/)
            .and.to.match(/> 2 \|/);
    });

    it('leaves a folder alone that holds something else', async () => {
        writeFileSync(path.join(folder, 'precious.txt'), '');
        const error = await buildHost({ outDir: folder, log: () => {} }).catch((reason) => reason);
        expect(error.message).to.contain('holds something else');
    });
});

describe('modules that the platform generates', () => {
    it('tell who the user is', () => {
        const plugin = user();
        expect(plugin.load(plugin.resolveId('@salesforce/user/Id'))).to.equal(`export default "${USER.id}";`);
        expect(plugin.resolveId('@salesforce/user/isGuest')).to.equal(null);
    });

    it('call Apex methods that this console plays, and no others', () => {
        const plugin = apexMethods({ rootDir: '/modules' });
        const id = plugin.resolveId('@salesforce/apex/PatchbayInteractionLog.save');
        expect(plugin.load(id)).to.contain('export default apexMethod("PatchbayInteractionLog.save")');
        expect(plugin.resolveId('lightning/button')).to.equal(null);
        expect(plugin.load('lightning/button')).to.equal(null);
        expect(() => plugin.resolveId('@salesforce/apex/Nonsense.run')).to.throw(
            '@salesforce/apex/Nonsense.run is not played by this console; there are PatchbayConfiguration.read'
        );
    });
});
