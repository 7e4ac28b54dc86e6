/* Rules about the shape of source: for each, code that breaks it and code that only looks so. */
import { expect } from 'chai';
import { LWC, projects } from './support/project.js';

const component = (members, more = '') => `import { LightningElement, api, wire } from 'lwc';
import { MessageContext, createMessageContext, publish, releaseMessageContext, subscribe } from 'lightning/messageService';
import { updateRecord } from 'lightning/uiRecordApi';
import saveLog from '@salesforce/apex/Logs.saveLog';
import getLog from '@salesforce/apex/Logs.getLog';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
${more}
export default class Part extends LightningElement {
    @wire(MessageContext) context;
    ${members}
}
`;

const listening = 'subscribe(this.context, CLIENT_EVENT, (message) => this.show(message))';
const handling = (body) =>
    component(
        `connectedCallback() { subscribe(this.context, CLIENT_EVENT, (message) => this.handle(message)); } handle(message) { ${body} }`
    );
const sending = (body, action = 'hold') =>
    component(
        `click() { publish(this.context, CLIENT_EVENT, { type: 'PureCloud.Interaction.updateState', data: { action: '${action}', id: this.id } }); ${body} }`
    );

const saveLogOf = (body, more = '') =>
    `global class Ext implements purecloud.CTIExtension.SaveLog { global String onSaveLog(String data) { ${body} } ${more} }`;

describe('rules of the doctor about source', () => {
    const { examined } = projects();

    const codesIn = async (file, text, more = {}) => {
        const { findings, skipped } = await examined({ [file]: text, ...more });
        expect(skipped).to.deep.equal([]);
        return findings.map(({ code }) => code);
    };

    for (const [what, text, expected] of [
        ['in renderedCallback', component(`renderedCallback() { ${listening}; }`), ['subscription-repeated']],
        [
            'through two methods',
            component(`renderedCallback() { this.a(); } a() { this.b(); } b() { ${listening}; }`),
            ['subscription-repeated']
        ],
        [
            'behind a field that nothing sets',
            component(`renderedCallback() { if (!this.done) { ${listening}; } }`),
            ['subscription-repeated']
        ],
        [
            'behind a field that it sets',
            component(`done = false; renderedCallback() { if (!this.done) { this.done = true; ${listening}; } }`),
            []
        ],
        [
            'behind a field that it sets, left early',
            component(`renderedCallback() { if (this.subscription) return; this.subscription = ${listening}; }`),
            []
        ],
        ['assigned once', component(`renderedCallback() { this.subscription ||= ${listening}; }`), []],
        [
            'guarded in the method that it calls',
            component(`renderedCallback() { this.a(); } a() { if (!this.s) { this.s = ${listening}; } }`),
            []
        ],
        [
            'in connectedCallback',
            component(`connectedCallback() { ${listening}; } renderedCallback() { this.show(); }`),
            []
        ],
        ['on a click', component(`renderedCallback() { this.x = () => this.click(); } click() { ${listening}; }`), []]
    ]) {
        it(`is right about a subscription ${what}`, async () => {
            expect(await codesIn(`${LWC}/part/part.js`, text)).to.deep.equal(expected);
        });
    }

    for (const [what, text, expected] of [
        [
            'is dropped',
            component(
                "a() { publish(createMessageContext(), CLIENT_EVENT, {type: 'PureCloud.User.updateStatus', data: {id: '1'}}); }"
            ),
            ['context-not-released']
        ],
        ['is kept in a variable', component('', 'const context = createMessageContext();'), ['context-not-released']],
        [
            'is kept and released',
            component('own = createMessageContext(); disconnectedCallback() { releaseMessageContext(this.own); }'),
            []
        ],
        [
            'is released by a function that is given it',
            component(
                'own = createMessageContext(); disconnectedCallback() { free(this.own); }',
                'const free = (given) => releaseMessageContext(given);'
            ),
            []
        ]
    ]) {
        it(`is right about a context that ${what}`, async () => {
            expect(await codesIn(`${LWC}/part/part.js`, text)).to.deep.equal(expected);
        });
    }

    for (const [what, body, expected] of [
        ['on each message', 'saveLog({ data: message });', ['save-on-every-message']],
        ['after something is awaited', 'getLog().then(() => saveLog({ data: message }));', ['save-on-every-message']],
        [
            'of each interaction',
            "if (message.type === 'Interaction') { saveLog({ data: message.data }); }",
            ['save-on-every-message']
        ],
        [
            'of each change',
            "if (message.category !== 'change') { return; } updateRecord({ fields: message.data.new });",
            ['save-on-every-message']
        ],
        ['in a method', 'this.keep(message.data);} keep(data) { saveLog({ data });', ['save-on-every-message']],
        ['at the end', "if (message.category === 'disconnect') { saveLog({ data: message.data }); }", []],
        ['at one of the ends', "switch (message.category) { case 'acw': case 'disconnect': saveLog({}); }", []],
        [
            'of a difference',
            'const text = JSON.stringify(message); if (text === this.last) return; this.last = text; saveLog({ text });',
            []
        ],
        ['when it is quiet', 'clearTimeout(this.timer); this.timer = setTimeout(() => saveLog({}), 400);', []],
        ['never, but reads', 'getLog({ id: message.data.id });', []],
        ['once', 'if (!this.saved) { this.saved = true; saveLog({}); }', []]
    ]) {
        it(`is right about a handler that saves ${what}`, async () => {
            expect(await codesIn(`${LWC}/part/part.js`, handling(body))).to.deep.equal(expected);
        });
    }

    for (const [what, text, expected] of [
        ['negated', sending('this.onHold = !this.onHold;'), ['state-by-hand']],
        ['set', sending('this.isMuted = true;', 'mute'), ['state-by-hand']],
        ['of something else', sending('this.menuOpen = false;'), []],
        ['set for an action that does not toggle', sending('this.onHold = false;', 'disconnect'), []],
        ['taken from a message', handling("this.onHold = message.data.state === 'HELD';"), []]
    ]) {
        it(`is right about a flag that is ${what}`, async () => {
            expect(await codesIn(`${LWC}/part/part.js`, text)).to.deep.equal(expected);
        });
    }

    for (const [what, body, expected, more] of [
        ['null', 'return null;', ['save-log-null']],
        ['null in one branch', "return data == '' ? null : '1';", ['save-log-null']],
        ['a variable that is never set', 'String result; return result;', ['save-log-null']],
        [
            'a variable that a try sets',
            "String result = null; try { result = '1'; } catch (Exception e) { } return result;",
            ['save-log-null']
        ],
        [
            'a variable that a try and its catch set',
            "String result; try { result = '1'; } catch (Exception e) { result = ''; } return result;",
            []
        ],
        [
            'a variable that both branches set',
            "String result; if (data == '') { result = ''; } else { result = '1'; } return result;",
            []
        ],
        [
            'a variable that is empty at first',
            "String result = ''; if (data != '') { result = '1'; } return result;",
            []
        ],
        [
            'what a method of the class gives, null',
            'return save(data);',
            ['save-log-null'],
            'String save(String data) { return null; }'
        ],
        [
            'what a method of the class gives',
            'return save(data);',
            [],
            "String save(String data) { Task t = null; return ''; } String other() { return null; }"
        ],
        ['a field that is tested for null', "if (data == null) { return ''; } return data;", []]
    ]) {
        it(`is right about onSaveLog that returns ${what}`, async () => {
            expect(await codesIn('classes/Ext.cls', saveLogOf(body, more))).to.deep.equal(expected);
        });
    }

    for (const [what, body, expected] of [
        ['a query', "List<Task> a = [SELECT Id FROM Task]; return '';", ['not-user-mode']],
        ['a query in a loop', "for (Task t : [SELECT Id FROM Task]) { } return '';", ['not-user-mode']],
        [
            'a query in user mode',
            "List<Task> a = [SELECT Id FROM Task WHERE Id = :data WITH USER_MODE LIMIT 1]; return '';",
            []
        ],
        [
            'a query in a query',
            "List<Account> a = [SELECT Id, (SELECT Id FROM Tasks) FROM Account WITH USER_MODE]; return '';",
            []
        ],
        ['an insert', "insert new Task(); return '';", ['not-user-mode']],
        ['an insert as user', "insert as user new Task(); return '';", []],
        ['an insert that says system', "insert as system new Task(); return '';", []],
        ['Database with a level', "Database.insert(new Task(), false, AccessLevel.USER_MODE); return '';", []],
        [
            'Database with a level in a variable',
            "AccessLevel mode = AccessLevel.USER_MODE; Database.insert(new Task(), false, mode); return '';",
            []
        ],
        ['Database without one', "Database.delete(new Task(), false); return '';", ['not-user-mode']],
        ['an upsert with a key', "upsert as user new Task() Key__c; return '';", []],
        ['an upsert without one', "upsert as user new Task(); return '';", ['upsert-without-key']],
        [
            'Database.upsert with a key',
            "Database.upsert(new Task(), Task.Key__c, false, AccessLevel.USER_MODE); return '';",
            []
        ],
        [
            'Database.upsert without one',
            "Database.upsert(new Task(), AccessLevel.USER_MODE); return '';",
            ['upsert-without-key']
        ]
    ]) {
        it(`is right about ${what}`, async () => {
            expect(await codesIn('classes/Ext.cls', saveLogOf(body))).to.deep.equal(expected);
        });
    }

    it('is right about classes that an extension uses, and those that it does not', async () => {
        const other = (name) => ({
            [`classes/${name}.cls`]: `public class ${name} { public static String go() { insert new Task(); return ''; } }`
        });
        const used = await codesIn('classes/Ext.cls', saveLogOf('return Used.go();'), {
            ...other('Used'),
            ...other('Unused')
        });
        expect(used).to.deep.equal(['not-user-mode']);
    });
});
