/* What others call in Apex: Genesys the extension point, components the services; in the very shapes of the published types. */
import { expect } from 'chai';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { path } from '../../scripts/paths.js';
import {
    auraEnabled,
    calls,
    classNamed,
    methods,
    modifiers,
    nameOf,
    outermost,
    parameters,
    parse,
    readClasses,
    text,
    typeOf
} from './apex.js';
import { emptyFields, extensionPoint, notAnswered, notImplemented } from './extension.js';

const units = await readClasses();
const named = (name) => units.find((unit) => unit.name === name);
const stub = parse(await readFile(path('tests/apex/purecloud/CTIExtension.cls'), 'utf8'), 'CTIExtension');
const declarations = ['pkg/types.d.ts', 'pkg/index.d.ts'].map((file) => readFile(path(file), 'utf8'));
const types = (await Promise.all(declarations)).join('\n');

/** Names of the properties that an interface of the published types declares. */
function declared(name) {
    const [, body] = new RegExp(`export interface ${name} \\{([^]*?)\\n\\}`).exec(types);
    return [...body.matchAll(/^ {4}readonly (\w+)\??:/gm)].map(([, property]) => property);
}

const WHAT = 'purecloud.CTIExtension.SaveLog';
const point = extensionPoint(stub, 'SaveLog');
const extension = named('PatchbayCTIExtensions');
const changed = (right, wrong) => {
    expect(extension.source).to.include(right);
    return parse(
        extension.source.replace(right, () => wrong),
        extension.name
    );
};

describe('the extension point of Genesys Cloud for Salesforce', () => {
    it('is stubbed in Apex that parses', () => {
        expect(stub.errors).to.deep.equal([]);
        expect(methods(point).map(nameOf)).to.deep.equal(['onSaveLog']);
    });

    it('is implemented, by one global class alone', () => {
        expect(notImplemented(extension, point, WHAT)).to.deep.equal([]);
        const global = units.filter((unit) => modifiers(typeOf(unit)).includes('global'));
        expect(global.map(({ name }) => name)).to.deep.equal([extension.name]);
    });

    for (const [right, wrong, seen] of [
        [`implements ${WHAT}`, 'implements SaveLog', `does not implement ${WHAT}`],
        ['global with sharing class', 'public with sharing class', 'is not global'],
        ['global String onSaveLog', 'global String saveLog', 'has no onSaveLog'],
        ['global String onSaveLog', 'public String onSaveLog', 'onSaveLog is not global'],
        ['global String onSaveLog', 'global static String onSaveLog', 'onSaveLog is static'],
        ['global String onSaveLog', 'global Id onSaveLog', 'onSaveLog returns id'],
        ['onSaveLog(String data)', 'onSaveLog(Map<String, Object> data)', 'onSaveLog takes map<string,object>'],
        ['onSaveLog(String data)', 'onSaveLog()', 'onSaveLog takes ']
    ]) {
        it(`is not implemented with “${wrong}”`, () => {
            expect(notImplemented(changed(right, wrong), point, WHAT)).to.deep.equal([seen]);
        });
    }

    it('answers always, and never with null', () => {
        expect(notAnswered(extension, 'onSaveLog')).to.deep.equal([]);
        // Null where no later save was there before.
        expect(emptyFields(named('PatchbayInteractionLog'), 'Result')).to.deep.equal(['newerRevision']);
        const emptied = named('PatchbayInteractionLog').source.replace("String id = '';", 'String id;');
        expect(emptyFields(parse(emptied), 'Result')).to.include('id');
    });

    for (const [right, wrong, seen] of [
        ["return '';", 'return null;', 'says null'],
        ['return result.id;', "return result.id == '' ? null : result.id;", 'says null'],
        ['catch (Exception problem)', 'catch (PatchbayException problem)', 'does not catch every exception'],
        ["return '';", 'throw problem;', 'throws'],
        ['        try {', '        Integer length = data.length();\n        try {', 'does something outside a try']
    ]) {
        it(`could be left without an answer by “${wrong.replace(/\s+/g, ' ').trim()}”`, () => {
            expect(notAnswered(changed(right, wrong), 'onSaveLog')).to.deep.equal([seen]);
        });
    }
});

describe('the services that components call', () => {
    const endpoint = (unit, name) => methods(outermost(unit)).find((method) => nameOf(method) === name);
    const read = (unit) =>
        calls(unit.tree)
            .filter(
                ({ name, args }) =>
                    ['objectat', 'optionaltextat', 'textat'].includes(name) && text(args[0]) === 'request'
            )
            .map(({ args }) => args[1])
            .concat(
                calls(unit.tree)
                    .filter(({ receiver, name }) => receiver === 'request' && name === 'get')
                    .map(({ args }) => args[0])
            )
            .map((name) => name.getText())
            .filter((name) => name.startsWith("'"))
            .map((name) => name.slice(1, -1));

    it('take what their callers pass, by name', () => {
        const save = endpoint(named('PatchbayInteractionLog'), 'save');
        expect(modifiers(save)).to.deep.equal(['@auraenabled', 'public', 'static']);
        expect(parameters(save)).to.deep.equal([['string', 'data']]);
        const find = endpoint(named('PatchbayRecordMatch'), 'find');
        expect(modifiers(find)).to.deep.equal(['@auraenabled(cacheable=true)', 'public', 'static']);
        expect(parameters(find)).to.deep.equal([['string', 'address']]);
    });

    it('read of a save request what it is declared to have', () => {
        const request = named('PatchbaySaveRequest');
        expect(read(request)).to.have.members(declared('SaveRequest'));
        const misread = parse(request.source.replace("'callLog'", "'log'"));
        expect(read(misread)).to.not.have.members(declared('SaveRequest'));
    });

    it('answer a save with what its result is declared to have', () => {
        const log = named('PatchbayInteractionLog');
        expect(auraEnabled(classNamed(log, 'Result'))).to.have.members(declared('SaveResult'));
        const [, of] = /dropped\?: readonly \{ ([^}]*) \}/.exec(types);
        const properties = [...of.matchAll(/readonly (\w+)/g)].map(([, property]) => property);
        expect(auraEnabled(classNamed(log, 'Dropped'))).to.have.members(properties);
        const hidden = parse(log.source.replace('@AuraEnabled\n        public String reason', 'public String reason'));
        expect(auraEnabled(classNamed(hidden, 'Dropped'))).to.not.have.members(properties);
    });

    it('answer a search with records as a session takes them', () => {
        const match = classNamed(named('PatchbayRecordMatch'), 'Match');
        expect(auraEnabled(match)).to.have.members([...declared('SalesforceRecord'), 'related']);
    });

    it('are there for every component that imports one', async () => {
        const lwc = path('www/force-app/main/default/lwc');
        const files = (await readdir(lwc, { recursive: true })).filter((name) => name.endsWith('.js'));
        const sources = await Promise.all(files.map((file) => readFile(join(lwc, file), 'utf8')));
        const imported = sources.flatMap((source) => [...source.matchAll(/from '@salesforce\/apex\/(\w+)\.(\w+)'/g)]);
        for (const [, className, name] of imported) {
            const method = named(className) && endpoint(named(className), name);
            expect(method && modifiers(method).join(' '), `${className}.${name}`).to.match(/@auraenabled.* static/);
        }
    });
});
