/** The health page: each state of each check as a person meets it, the minute of listening, and Salesforce that does not answer. */
import { APPLICATION_SCOPE, subscribe, unsubscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import readConfiguration from '@salesforce/apex/PatchbayConfiguration.read';
import askSalesforce from '@salesforce/apex/PatchbayPreflight.facts';
import PatchbayHealth from 'c/patchbayHealth';
import {
    alertText,
    apexError,
    letTimeGo,
    panel,
    pass,
    press,
    ready,
    rendered,
    stopTime
} from '../../patchbaySession/__tests__/harness';

jest.mock('@salesforce/apex/PatchbayConfiguration.read', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayPreflight.facts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/i18n/lang', () => ({ __esModule: true, default: 'en-US' }), { virtual: true });

const FIELDS = [
    'ActivityDate',
    'CallDisposition',
    'CallDurationInSeconds',
    'CallObject',
    'CallType',
    'Description',
    'Status',
    'Subject',
    'TaskSubtype',
    'Type',
    'WhatId',
    'WhoId'
];
const ALL = { read: true, create: true, edit: true };
const HEALTHY = {
    permissionSets: ['Patchbay_Agent'],
    apexClasses: {
        PatchbayConfiguration: true,
        PatchbayInteractionLog: true,
        PatchbayRecordMatch: true,
        PatchbayTaskStatus: true
    },
    tasks: ALL,
    taskFields: Object.fromEntries(FIELDS.map((name) => [name, ALL])),
    taskTypes: ['Call', 'Chat', 'Email', 'Voicemail', 'Message'],
    closedStatuses: ['Completed'],
    relatedTo: { Claim__c: true },
    extensions: ['PatchbayCTIExtensions']
};
const TYPES = ['Interaction', 'UserAction', 'Notification'];

/** Salesforce's facts, and for each check that they are about its code and what is told. */
const STATES = [
    [{ permissionSets: [] }, 'permission-set-missing', 'warning', /^Permission set Warning/],
    [{ permissionSets: null }, 'permission-set-unknown', 'unknown', /could not be read/],
    [{ apexClasses: { PatchbayRecordMatch: false } }, 'apex-refused', 'error', /not be used: PatchbayRecordMatch\./],
    [{ apexClasses: null }, 'apex-unknown', 'unknown', /is not known/],
    [{ tasks: { read: true, create: false, edit: false } }, 'tasks-refused', 'error', /not allowed: create, edit\./],
    [{ tasks: null }, 'tasks-unknown', 'unknown', /is not known/],
    [
        { taskFields: { ...HEALTHY.taskFields, CallObject: false } },
        'key-field-refused',
        'error',
        /no log is saved without it/
    ],
    [
        { taskFields: { ...HEALTHY.taskFields, WhoId: { ...ALL, edit: false } } },
        'fields-refused',
        'warning',
        /not be edited: WhoId\./
    ],
    [{ taskFields: null }, 'fields-unknown', 'unknown', /Description/],
    [{ taskTypes: ['Call', 'Email'] }, 'types-missing', 'warning', /no values Chat, Voicemail, Message\./],
    [{ taskTypes: null }, 'types-unknown', 'unknown', /are not known/],
    [{ closedStatuses: [] }, 'closed-status-missing', 'error', /no status that counts as closed/],
    [{ closedStatuses: null }, 'closed-status-unknown', 'unknown', /are not known/],
    [{ relatedTo: { Claim__c: false } }, 'activities-off', 'warning', /related to Claim__c,/],
    [{ relatedTo: {} }, 'activities-unknown', 'unknown', /Nobody said/],
    [{ extensions: [] }, 'extension-none', 'ok', /That is right/],
    [{ extensions: ['A', 'B'] }, 'extension-several', 'warning', /A, B/],
    [{ extensions: null }, 'extension-unknown', 'unknown', /is not known/]
];

const open = (properties) => ready('c-patchbay-health', PatchbayHealth, properties);
const rows = (element) => [...element.shadowRoot.querySelectorAll('[data-code]')];
const codes = (element) => rows(element).map(({ dataset }) => dataset.code);
const summary = (element) => element.shadowRoot.querySelector('[data-summary]').textContent;
const listening = (element) => element.shadowRoot.querySelector('[data-listening]')?.textContent ?? null;
const news = (element) => element.shadowRoot.querySelector('[data-news]').textContent;

function found(element, code) {
    const row = element.shadowRoot.querySelector(`[data-code="${code}"]`);
    const { status } = row.querySelector('[data-status]').dataset;
    return { status, text: row.textContent };
}

function hear(...types) {
    const [, , listener] = subscribe.mock.lastCall;
    types.forEach((type) => listener({ type, data: {} }));
}

/** A page on which time passes only as a test says. */
function openInStillTime(properties) {
    stopTime();
    return open(properties);
}

beforeEach(() => {
    askSalesforce.mockResolvedValue(JSON.stringify(HEALTHY));
    readConfiguration.mockResolvedValue(null);
});

describe('c-patchbay-health', () => {
    it('says what is wrong with which record of the configuration', async () => {
        const target = { DeveloperName: 'Desk', MasterLabel: 'Desk', Kind__c: 'phone', Value__c: 'reception' };
        readConfiguration.mockResolvedValue(JSON.stringify({ transferTargets: [target] }));
        const element = await open();
        await rendered();
        const problems = element.shadowRoot.querySelector('c-patchbay-panel').view.problems;
        expect(problems.map(({ path }) => path)).toEqual(['/Patchbay_Transfer_Target__mdt/Desk/Value__c']);
        expect(problems[0].message).toMatch(/^Patchbay_Transfer_Target.Desk, Value__c: /);
    });

    it('says nothing of a configuration that cannot be read, but of the class that may not be used', async () => {
        readConfiguration.mockRejectedValue(apexError('You have no access.'));
        const element = await open();
        await rendered();
        expect(element.shadowRoot.querySelector('c-patchbay-panel').view.problems).toEqual([]);
    });

    it('finds nothing in an org that is ready, once the client was heard', async () => {
        const element = await openInStillTime({ relatedTo: 'Claim__c' });
        expect(listening(element)).toBe('Listening to the client: 60 seconds left.');
        expect(found(element, 'events-listening').status).toBe('unknown');
        hear(...TYPES);
        await pass(1);
        expect(found(element, 'events-heard')).toEqual({
            status: 'ok',
            text: expect.stringContaining('Interaction, UserAction, Notification.')
        });
        expect(summary(element)).toBe('Errors: 0. Warnings: 0. Unknown: 0. In order: 13.');
        expect(alertText(element)).toBeNull();
        await letTimeGo();
        await expect(element).toBeAccessible();
    });

    it.each(STATES)('says what %j means', async (facts, code, status, text) => {
        askSalesforce.mockResolvedValue(JSON.stringify({ ...HEALTHY, ...facts }));
        const element = await open();
        expect(found(element, code)).toEqual({ status, text: expect.stringMatching(text) });
        expect(rows(element)).toHaveLength(13);
        await expect(element).toBeAccessible();
    });

    it('asks Salesforce for the objects that are wanted', async () => {
        await open({ relatedTo: ' Claim__c, Policy__c,' });
        expect(askSalesforce).toHaveBeenCalledWith({ relatedTo: ['Claim__c', 'Policy__c'] });
    });

    it('listens to the whole app for a minute, and then says what it did not hear', async () => {
        const element = await openInStillTime();
        expect(subscribe).toHaveBeenCalledTimes(1);
        expect(subscribe.mock.lastCall[1]).toBe(CLIENT_EVENT);
        expect(subscribe.mock.lastCall[3]).toEqual({ scope: APPLICATION_SCOPE });
        await pass(59);
        expect(codes(element)).toContain('events-listening');
        expect(listening(element)).toBe('Listening to the client: 1 seconds left.');
        expect(news(element)).toBe('');
        await pass(1);
        expect(found(element, 'events-none')).toEqual({ status: 'error', text: expect.stringContaining('60 seconds') });
        expect(listening(element)).toBeNull();
        expect(news(element)).toBe('Errors: 1. Warnings: 0. Unknown: 0. In order: 12.');
        // What comes later is not counted until it is asked again.
        hear(...TYPES);
        await pass(5);
        expect(codes(element)).toContain('events-none');
        await letTimeGo();
        await expect(element).toBeAccessible();
    });

    it('says which events it did not hear, and takes its own messages for none', async () => {
        const element = await openInStillTime();
        hear('Interaction', 'Interaction', 'PureCloud.User.updateStatus');
        subscribe.mock.lastCall[2](null);
        await pass(60);
        expect(found(element, 'events-partly')).toEqual({
            status: 'warning',
            text: expect.stringContaining('UserAction, Notification.')
        });
    });

    it('checks again, from the beginning', async () => {
        askSalesforce.mockResolvedValue(JSON.stringify({ ...HEALTHY, closedStatuses: [] }));
        const element = await openInStillTime();
        await pass(60);
        expect(codes(element)).toContain('closed-status-missing');
        askSalesforce.mockResolvedValue(JSON.stringify(HEALTHY));
        await press(element, '[data-do="again"]');
        expect(codes(element)).toContain('closed-status-there');
        expect(listening(element)).toBe('Listening to the client: 60 seconds left.');
        hear(...TYPES);
        await pass(1);
        expect(codes(element)).toContain('events-heard');
    });

    it('takes the last answer, whichever comes last', async () => {
        let late;
        askSalesforce.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
        const element = await open();
        await press(element, '[data-do="again"]');
        late(JSON.stringify({ ...HEALTHY, closedStatuses: [] }));
        await rendered();
        expect(codes(element)).toContain('closed-status-there');
    });

    it.each([
        ['Apex', apexError('You do not have access to the Apex class.'), 'You do not have access'],
        ['the network', new Error('Offline.'), 'Offline.'],
        ['nobody', null, 'Salesforce could not be asked']
    ])('says that Salesforce could not be asked, when %s fails, and judges the rest', async (_, failure, text) => {
        askSalesforce.mockRejectedValue(failure);
        const element = await open();
        expect(alertText(element)).toContain(text);
        expect(codes(element)).toEqual(expect.arrayContaining(['tasks-unknown', 'storage-allowed', 'channel-there']));
        await expect(element).toBeAccessible();
    });

    it('says that Salesforce could not be asked when its answer cannot be read', async () => {
        askSalesforce.mockResolvedValue('<html>');
        const element = await open();
        expect(alertText(element)).toContain('Salesforce could not be asked');
        expect(rows(element)).toHaveLength(13);
    });

    it('says that the browser forbids storage', async () => {
        const forbidden = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
            throw new DOMException('', 'SecurityError');
        });
        const element = await open();
        forbidden.mockRestore();
        expect(found(element, 'storage-forbidden').status).toBe('warning');
    });

    it('says that Lightning Web Security is off', async () => {
        const locker = jest.spyOn(window, 'toString').mockReturnValue('SecureWindow: [object Window]');
        const element = await open();
        locker.mockRestore();
        expect(found(element, 'web-security-off').status).toBe('error');
    });

    it('stops listening when it goes', async () => {
        const element = await openInStillTime();
        element.remove();
        expect(unsubscribe).toHaveBeenCalledTimes(1);
        await pass(60);
        expect(jest.getTimerCount()).toBe(0);
    });

    it('has a title for its panel', async () => {
        const element = await open();
        expect(panel(element).querySelector('[data-heading]').textContent).toBe('Patchbay health');
    });
});
