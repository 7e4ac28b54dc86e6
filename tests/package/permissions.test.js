/* What the permission sets grant, and that all of it is there to be granted: an org takes a permission set whole or not at all. */
import { expect } from 'chai';
import { XMLParser } from 'fast-xml-parser';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { path } from '../../scripts/paths.js';
import { SCHEMA } from '../../www/host/records/schema.js';
import { readClasses } from '../apex/apex.js';

const SOURCE = path('www/force-app');
const LISTS = [
    'classAccesses',
    'customPermissions',
    'customMetadataTypeAccesses',
    'customSettingAccesses',
    'fieldPermissions',
    'objectPermissions',
    'userPermissions'
];
const DESCRIPTION_LIMIT = 255;

const parser = new XMLParser({ isArray: (name) => LISTS.includes(name) });
const files = (await readdir(SOURCE, { recursive: true })).map((file) => join(SOURCE, file));
const ending = (end) => files.filter((file) => file.endsWith(end)).map((file) => [basename(file, end), file]);

/** Metadata of a type, by name. */
async function read(end, root) {
    const read = async ([name, file]) => [name, parser.parse(await readFile(file, 'utf8'))[root]];
    return Object.fromEntries(await Promise.all(ending(end).map(read)));
}

const sets = await read('.permissionset-meta.xml', 'PermissionSet');
const permissions = await read('.customPermission-meta.xml', 'CustomPermission');
/** The objects of the package, by name. */
const objects = Object.keys(await read('.object-meta.xml', 'CustomObject'));
const classes = (await readClasses()).map(({ name }) => name);

/** The fields of tasks that field-level security can guard, as permission sets retrieved from orgs list them: all, and no other. */
const GUARDED = ['ActivityDate', 'Description', 'Type', 'WhatId', 'WhoId'];

/** The fields of tasks that agents are granted: those, and Patchbay's own. */
const GRANTED = [...GUARDED, 'Patchbay_Segment__c'].sort();

/** The object of Patchbay's own that agents write, and its field that field-level security can guard. */
const KEY = 'Patchbay_Log_Key__c';
const OWN = [`${KEY}.Revision__c`];

/** What keeps an org from taking a permission set. */
function faults({ description, ...set }) {
    const missing = (list, key, known) =>
        (set[list] ?? []).filter((one) => !known(one[key])).map((one) => `${list}: there is no ${one[key]}`);
    const isField = (name) => {
        const [object, field] = name.split('.');
        return (
            OWN.includes(name) ||
            (object === 'Task' && (GUARDED.includes(field) || (field.endsWith('__c') && field in SCHEMA.Task.fields)))
        );
    };
    return [
        ...(description.length > DESCRIPTION_LIMIT ? [`the description is too long: ${description.length}`] : []),
        ...missing('classAccesses', 'apexClass', (name) => classes.includes(name)),
        ...missing('customPermissions', 'name', (name) => name in permissions),
        ...missing('customMetadataTypeAccesses', 'name', (name) => objects.includes(name) && name.endsWith('__mdt')),
        ...missing('customSettingAccesses', 'name', (name) => objects.includes(name)),
        ...missing('fieldPermissions', 'field', isField),
        // Of tasks there are none: the user permission Edit Tasks stands for them.
        ...missing('objectPermissions', 'object', (name) => name !== 'Task' && name.endsWith('__c')),
        ...(set.fieldPermissions ?? [])
            .filter(({ editable, readable }) => editable && !readable)
            .map(({ field }) => `${field} is to be edited and not read`)
    ];
}

describe('the permission sets', () => {
    it('are those of agents and of administrators', () => {
        expect(sets).to.have.all.keys('Patchbay_Admin', 'Patchbay_Agent');
    });

    it('grant what is there', () => {
        expect(Object.values(sets).flatMap(faults)).to.deep.equal([]);
        for (const { description } of Object.values(permissions)) {
            expect(description.length).to.be.at.most(DESCRIPTION_LIMIT);
        }
    });

    it('let agents edit tasks, with every field that a log can be kept from', () => {
        const { fieldPermissions, userPermissions, classAccesses } = sets.Patchbay_Agent;
        expect(userPermissions.map(({ name, enabled }) => enabled && name)).to.deep.equal([
            'ActivitiesAccess',
            'EditTask'
        ]);
        expect(
            fieldPermissions.filter(({ editable, readable }) => editable && readable).map(({ field }) => field)
        ).to.deep.equal([...OWN, ...GRANTED.map((name) => `Task.${name}`)]);
        expect(classAccesses.every(({ enabled }) => enabled)).to.equal(true);
    });

    it('let administrators alone inspect messages', () => {
        expect(permissions).to.have.all.keys('Patchbay_Inspector');
        expect(sets.Patchbay_Admin.customPermissions).to.deep.equal([{ enabled: true, name: 'Patchbay_Inspector' }]);
        expect(sets.Patchbay_Agent.customPermissions).to.equal(undefined);
    });

    it('let administrators alone ask what the org tells of itself', () => {
        const named = ({ classAccesses }) => classAccesses.map(({ apexClass }) => apexClass);
        expect(named(sets.Patchbay_Admin)).to.deep.equal(['PatchbayPreflight']);
        expect(named(sets.Patchbay_Agent)).to.not.include('PatchbayPreflight');
    });

    it('let administrators see every record of the configuration, which agents read through Apex', () => {
        const named = (list) => list.map(({ name, enabled }) => enabled && name);
        const { customMetadataTypeAccesses, customSettingAccesses } = sets.Patchbay_Admin;
        expect([...named(customMetadataTypeAccesses), ...named(customSettingAccesses)]).to.have.members([
            'Patchbay_Field_Mapping__mdt',
            'Patchbay_Settings__c',
            'Patchbay_Status__mdt',
            'Patchbay_Task_Rule__mdt',
            'Patchbay_Transfer_Target__mdt'
        ]);
        expect(sets.Patchbay_Agent.customMetadataTypeAccesses).to.equal(undefined);
        expect(sets.Patchbay_Agent.customSettingAccesses).to.equal(undefined);
    });

    it('can be given with any licence, and see nobody’s records by themselves', () => {
        for (const set of Object.values(sets)) {
            expect(set.license).to.equal(undefined);
            const others = (set.objectPermissions ?? []).filter(({ object }) => object !== KEY);
            expect(others).to.deep.equal([]);
            for (const { viewAllRecords, modifyAllRecords } of set.objectPermissions ?? []) {
                expect([viewAllRecords, modifyAllRecords]).to.deep.equal([false, false]);
            }
            expect(
                (set.userPermissions ?? []).map(({ name }) => name).filter((name) => /All/.test(name))
            ).to.deep.equal([]);
        }
    });

    for (const [what, wrong] of [
        ['a class', { classAccesses: [{ apexClass: 'PatchbayNothing', enabled: true }] }],
        ['a custom metadata type', { customMetadataTypeAccesses: [{ name: 'Patchbay_Nothing__mdt', enabled: true }] }],
        ['a custom setting', { customSettingAccesses: [{ name: 'Patchbay_Nothing__c', enabled: true }] }],
        ['a custom permission', { customPermissions: [{ name: 'Patchbay_Nothing', enabled: true }] }],
        ['a field', { fieldPermissions: [{ field: 'Task.Nothing', editable: true, readable: true }] }],
        [
            'a field without field-level security',
            { fieldPermissions: [{ field: 'Task.CallObject', editable: true, readable: true }] }
        ],
        ['a field that is required', { fieldPermissions: [{ field: 'Task.Status', editable: true, readable: true }] }],
        [
            'a field to be edited unread',
            { fieldPermissions: [{ field: 'Task.WhoId', editable: true, readable: false }] }
        ],
        ['tasks as an object', { objectPermissions: [{ object: 'Task', allowRead: true }] }],
        ['a description that is too long', { description: 'x'.repeat(DESCRIPTION_LIMIT + 1) }]
    ]) {
        it(`a fault is seen: ${what}`, () => {
            expect(faults({ ...sets.Patchbay_Agent, ...wrong })).to.have.length(1);
        });
    }
});
