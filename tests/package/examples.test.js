/* The package of examples: an app whose pages show what is there, and data that can be imported. */
import { expect } from 'chai';
import { XMLParser } from 'fast-xml-parser';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';
import { SCHEMA } from '../../www/host/records/schema.js';

const EXAMPLES = path('www/examples/main/default');
const DATA = path('www/examples/data');

const LISTS = ['actionOverrides', 'flexiPageRegions', 'itemInstances', 'componentInstanceProperties', 'tabs'];
const parser = new XMLParser({ isArray: (name) => LISTS.includes(name) });
const read = async (file, root) => parser.parse(await readFile(`${EXAMPLES}/${file}-meta.xml`, 'utf8'))[root];

const TARGETS = { UtilityBar: 'lightning__UtilityBar', RecordPage: 'lightning__RecordPage' };

/** The metadata of a bundle of any package. */
async function bundle(name) {
    const files = PACKAGES.map(({ folder }) => path(`${folder}/main/default/lwc/${name}/${name}.js-meta.xml`));
    const file = files.find(existsSync);
    return file ? readFile(file, 'utf8') : '';
}

/** What is wrong with the components of a page: not there, not for such a page, or without such a property. */
async function faults({ type, flexiPageRegions }) {
    const components = flexiPageRegions
        .flatMap(({ itemInstances = [] }) => itemInstances)
        .map(({ componentInstance }) => componentInstance);
    const own = components.filter(({ componentName }) => !componentName.includes(':'));
    expect(own).to.not.deep.equal([]);
    const found = own.map(async ({ componentName, componentInstanceProperties = [] }) => {
        const meta = await bundle(componentName);
        const properties = componentInstanceProperties.filter((property) => property.type !== 'decorator');
        return [
            ...(meta.includes(`<target>${TARGETS[type]}</target>`) ? [] : [`${componentName} is not for a ${type}`]),
            ...properties
                .filter(({ name }) => !new RegExp(`name="${name}"`).test(meta))
                .map(({ name }) => `${componentName} has no ${name}`)
        ];
    });
    return (await Promise.all(found)).flat();
}

describe('the examples', () => {
    it('are an app with a utility bar and a record page of its own, which no other app shows', async () => {
        const app = await read('applications/Patchbay_Console.app', 'CustomApplication');
        expect(app.navType).to.equal('Console');
        const bar = await read(`flexipages/${app.utilityBar}.flexipage`, 'FlexiPage');
        expect(bar.type).to.equal('UtilityBar');
        expect(app.actionOverrides).to.have.length(1);
        const [{ content, pageOrSobjectType }] = app.actionOverrides;
        const page = await read(`flexipages/${content}.flexipage`, 'FlexiPage');
        expect(page).to.include({ type: 'RecordPage', sobjectType: pageOrSobjectType });
        const set = await read('permissionsets/Patchbay_Examples.permissionset', 'PermissionSet');
        expect(set.applicationVisibilities).to.deep.equal({ application: 'Patchbay_Console', visible: true });
    });

    it('show components that are there, with properties that they have', async () => {
        for (const file of await readdir(`${EXAMPLES}/flexipages`)) {
            const page = await read(`flexipages/${file.replace('-meta.xml', '')}`, 'FlexiPage');
            expect(await faults(page), file).to.deep.equal([]);
            const wrong = JSON.parse(JSON.stringify(page).replaceAll('patchbay', 'recordPicker'));
            expect(await faults(wrong), file).to.not.deep.equal([]);
        }
    });

    // Who takes calls before a component listens misses them.
    it('load the utility with the page', async () => {
        const bar = await read('flexipages/Patchbay_Utility_Bar.flexipage', 'FlexiPage');
        for (const { componentInstance } of bar.flexiPageRegions[0].itemInstances) {
            const eager = componentInstance.componentInstanceProperties.find(({ name }) => name === 'eager');
            expect(eager, componentInstance.componentName).to.include({ type: 'decorator', value: true });
        }
    });

    it('have data whose references are those of records before it, in fields that are there', async () => {
        const plan = JSON.parse(await readFile(`${DATA}/plan.json`, 'utf8'));
        const known = new Set();
        for (const { sobject, files } of plan) {
            const fields = Object.values(SCHEMA[sobject].fields).map(({ apiName }) => apiName);
            for (const file of files) {
                const { records } = JSON.parse(await readFile(`${DATA}/${file}`, 'utf8'));
                for (const { attributes, ...values } of records) {
                    expect(attributes.type).to.equal(sobject);
                    expect(fields).to.include.members(Object.keys(values));
                    const references = Object.values(values).filter((value) => value.startsWith('@'));
                    expect([...known]).to.include.members(references);
                    known.add(`@${attributes.referenceId}`);
                }
            }
        }
        expect(known.size).to.be.above(3);
    });
});
