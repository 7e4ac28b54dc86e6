/* Every bundle, compiled by what compiles it in an org; and the compiler, shown faults that an org refuses. */
import { expect } from 'chai';
import { PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';
import { bundlesIn, compileBundle, filesOf } from './compile.js';

const BUNDLES = (await Promise.all(PACKAGES.map(({ folder }) => bundlesIn(path(folder))))).flat();

const SCRIPT = `import { LightningElement, api } from 'lwc';
export default class Faulty extends LightningElement {
    @api label;
}
`;
const RIGHT = { 'faulty.js': SCRIPT, 'faulty.html': '<template><p>{label}</p></template>' };

const script = (right, wrong) => ({ ...RIGHT, 'faulty.js': SCRIPT.replace(right, wrong) });
const beginning = (code) => ({ ...RIGHT, 'faulty.js': `${code}\n${SCRIPT}` });
const template = (content) => ({ ...RIGHT, 'faulty.html': `<template>${content}</template>` });

/** What an org refuses, by how the compiler puts it. */
const FAULTS = [
    ['a script that does not parse', script('label;', 'label('), 'Parsing error'],
    ['a public property twice', script('@api label;', '@api label; @api label;'), 'already been declared'],
    ['a public property that HTML keeps for itself', script('label', 'dataLabel'), 'Invalid public property name'],
    ['a decorator that is not imported', script('@api', '@track'), 'track'],
    ['what lwc does not export', beginning("import { nothing } from 'lwc'; nothing();"), "can't be imported"],
    ['a file that is not there', beginning("import nothing from './nothing'; nothing();"), 'Failed to resolve import'],
    [
        'a module of Salesforce that is not there',
        beginning("import a from '@salesforce/nothing/a'; a();"),
        '@salesforce'
    ],
    ['an Apex class without a method', beginning("import a from '@salesforce/apex/Nothing'; a();"), 'class and method'],
    ['a module imported when it is needed', beginning("export const a = () => import('c/other');"), 'Dynamic imports'],
    ['a module that waits', beginning('await 1;'), 'top-level await'],
    ['a template that computes', template('<p>{label + 1}</p>'), 'Invalid expression'],
    ['a tag that is not closed', template('<b>'), 'Invalid HTML'],
    ['a script in a template', template('<script>1</script>'), 'not allowed'],
    [
        'a list without keys',
        template('<template for:each={label} for:item="one"><i>{one}</i></template>'),
        'Missing key'
    ],
    ['a handler with a capital letter', template('<c-other onFoo={label}></c-other>'), 'lowercase'],
    ['a style by ID', { ...RIGHT, 'faulty.css': '#label { color: red; }' }, 'LWC1009'],
    ['a style that does not parse', { ...RIGHT, 'faulty.css': 'p {' }, 'Syntax error']
];

describe('compiled as an org does', function () {
    this.timeout(120_000);

    it('are all bundles that are deployed, and those of the recipes', () => {
        expect(BUNDLES).to.have.length.above(40);
        expect(BUNDLES.map(({ name }) => name)).to.include.members([
            'patchbay',
            'patchbayConsole',
            'patchbayScreenPop'
        ]);
    });

    for (const { name, folder } of BUNDLES) {
        it(name, async () => {
            const { success, code, faults } = await compileBundle(name, await filesOf(folder));
            expect(faults).to.deep.equal([]);
            expect(success).to.equal(true);
            expect(code).to.include('define(');
        });
    }

    it('a bundle without a fault is taken', async () => {
        expect((await compileBundle('faulty', RIGHT)).faults).to.deep.equal([]);
    });

    for (const [what, files, message] of FAULTS) {
        it(`a fault is seen: ${what}`, async () => {
            const { success, faults } = await compileBundle('faulty', files);
            expect(success).to.equal(false);
            expect(faults.join('\n')).to.include(message);
        });
    }
});
