/** What of the interaction's attributes could not be stored, and the whole of a transcript that its record does not hold. */
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import setup from 'c/patchbaySetup';
import {
    alertText,
    call,
    done,
    fieldInfo,
    press,
    receive,
    rendered,
    selection,
    TASK
} from '../../patchbaySession/__tests__/harness';
import { find as part, losses, news, open, shownLog } from './log';
import { Transcripts } from '../transcripts';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/patchbaySetup', () => ({ __esModule: true, default: {} }));

const READ = '[data-action="transcript"]';
const LONG = 'Ada: Hello\n'.padEnd(131_073, 'a');
const OWN = [
    'ActivityDate',
    'CallDisposition',
    'CallObject',
    'CallType',
    'Description',
    'Subject',
    'TaskSubtype',
    'Type',
    'WhatId',
    'WhoId'
];

const chat = (id, transcript, state = 'CONNECTED') =>
    call(id, state, { isChat: true, attributes: { 'Chat.Transcript': transcript } });
const gone = (id) => ({ type: 'Interaction', category: 'deallocate', data: { id } });

/** What getObjectInfo says of Task: these fields beside those that every log fills. */
async function taskHas(fields) {
    const all = { ...Object.fromEntries(OWN.map((name) => [name, fieldInfo()])), ...fields };
    getObjectInfo.emit({ apiName: 'Task', fields: all }, ({ objectApiName }) => objectApiName === 'Task');
    await rendered();
}

function setUp(options) {
    Object.assign(setup, { fields: {}, transcripts: 'refuse', engagement: null, ...options });
}

/** The modal with the whole transcript. */
const viewer = () => document.body.querySelector('lightning-modal');

beforeEach(() => {
    setUp({});
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
});

describe('c-patchbay-interaction-log', () => {
    describe('says of attributes that could not be stored', () => {
        it('which field and why', async () => {
            setUp({ fields: { 'Call.QueueName': 'Queue_Name__c', 'Participant.survey': 'Survey__c' } });
            const element = await open();
            await taskHas({
                Queue_Name__c: fieldInfo({ createable: false, updateable: false }),
                Survey__c: fieldInfo({ length: 3 })
            });
            await receive(call('1', 'CONNECTED', { attributes: { 'Participant.survey': 'Very good' } }));
            const { items, title } = losses(element);
            expect(title).toBe('Not stored');
            expect(items.toSorted()).toEqual([
                expect.stringMatching(/^Queue Name is not stored: you may not fill it in a new record\. /),
                expect.stringMatching(/^Survey is not stored: it has 9 characters, and the field holds 3\.$/)
            ]);
            await expect(element).toBeAccessible();
        });

        it('of many the first ones, and tells a screen reader how many there are', async () => {
            const names = Array.from({ length: 12 }, (_, at) => `value${at}`);
            setUp({ fields: Object.fromEntries(names.map((name) => [`Participant.${name}`, `${name}__c`])) });
            const dropped = names.map((name) => ({ field: `${name}__c`, reason: 'You may not edit it.' }));
            save.mockResolvedValue({ id: TASK, dropped });
            const element = await open();
            const attributes = Object.fromEntries(names.map((name) => [`Participant.${name}`, 'something']));
            await receive(call('1', 'CONNECTED', { attributes }));
            expect(losses(element)).toBeNull();
            await press(element, '[data-action="open"]');
            expect(losses(element)).toMatchObject({ title: 'Not stored (12)', items: { length: 4 } });
            expect(losses(element).items).toContain('value0 is not stored: You may not edit it.');
            expect(news(element)).toBe('12 values could not be stored; each is shown.');
            losses(element).more.click();
            await rendered();
            expect(losses(element).items).toHaveLength(12);
            await expect(element).toBeAccessible();
        });

        it('that they are mapped wrongly, in the log, or before there is one above everything', async () => {
            setUp({ fields: { 'Call.Queue': 'Queue_Name__c', chat: { 'Call.Ani': 'Ani__c' } } });
            const element = await open();
            const sentences = ['fields/Call.Queue', 'fields/chat/Call.Ani'].map(
                (setting) => `A setting of Patchbay is wrong. Tell your administrator: ${setting}.`
            );
            sentences.forEach((sentence) => expect(alertText(element)).toContain(sentence));
            await receive(call('1', 'CONNECTED'));
            expect(alertText(element)).toBeNull();
            sentences.forEach((sentence) => expect(losses(element).items.join('\n')).toContain(sentence));
        });

        it('nothing, where nothing is known of fields', async () => {
            setUp({ fields: { 'Call.QueueName': 'Queue_Name__c' } });
            const element = await open();
            getObjectInfo.error({ message: 'Object Task is not supported in UI API' });
            await receive(call('1', 'CONNECTED'));
            expect(losses(element)).toBeNull();
            expect(alertText(element)).toBeNull();
        });
    });

    describe('offers the whole transcript', () => {
        const mapped = { fields: { chat: { 'Chat.Transcript': 'Transcript__c' } } };

        it.each([
            ['was refused', {}, /^Transcript is not stored: it has 131,073 characters, and the field holds 131,072\.$/],
            ['was cut', { transcripts: 'cut' }, /^Transcript has 131,073 characters; only its beginning is stored\.$/]
        ])('where it %s', async (_, options, sentence) => {
            setUp({ ...mapped, ...options });
            const element = await open();
            await receive(chat('1', LONG));
            expect(losses(element).items).toEqual([expect.stringMatching(sentence)]);
            await press(element, READ);
            expect(viewer().shadowRoot.querySelector('[role="region"]').textContent).toBe(LONG);
        });

        it('where its field is hidden from the agent', async () => {
            setUp(mapped);
            const element = await open();
            await taskHas({});
            await receive(chat('1', 'Ada: Hello'));
            expect(losses(element).items[0]).toMatch(
                /^Transcript is not stored: the field does not exist, or you may not see it\./
            );
            expect(part(element, READ)).not.toBeNull();
        });

        it('not where it is stored, or was not asked to be', async () => {
            setUp({ fields: { ...mapped.fields, 'Participant.survey': 'Survey__c' } });
            const element = await open();
            await taskHas({ Transcript__c: fieldInfo({ length: 131_072 }), Survey__c: fieldInfo({ length: 3 }) });
            const attributes = { 'Chat.Transcript': 'Ada: Hello', 'Participant.survey': 'Very good' };
            await receive(call('1', 'CONNECTED', { isChat: true, attributes }));
            expect(losses(element).items).toHaveLength(1);
            expect(part(element, READ)).toBeNull();
        });

        it('still when the interaction is over and removed', async () => {
            setUp(mapped);
            const element = await open();
            await receive(chat('1', LONG), done('1'), gone('1'));
            expect(shownLog(element)).toBe('1');
            await press(element, READ);
            expect(viewer().shadowRoot.querySelector('[role="region"]').textContent).toBe(LONG);
        });

        it('until it is closed, and the focus goes back to where it came from', async () => {
            setUp(mapped);
            const element = await open();
            await receive(chat('1', LONG));
            const focus = jest.spyOn(part(element, READ), 'focus');
            await press(element, READ);
            viewer().close();
            await rendered();
            expect(viewer()).toBeNull();
            expect(focus).toHaveBeenCalledTimes(1);
        });

        it('and goes on showing it when another interaction is selected, back to whatever is there then', async () => {
            setUp(mapped);
            const element = await open();
            await receive(chat('1', LONG));
            await press(element, READ);
            await receive(call('2', 'ALERTING'), selection('2'));
            expect(shownLog(element)).toBe('2');
            expect(viewer().shadowRoot.querySelector('[role="region"]').textContent).toBe(LONG);
            const focus = jest.spyOn(part(element, '[data-action="open"]'), 'focus');
            viewer().close();
            await rendered();
            expect(viewer()).toBeNull();
            expect(focus).toHaveBeenCalledTimes(1);
        });

        it('as long as the session has its log, and no longer', () => {
            const transcripts = new Transcripts();
            const chats = [{ id: '1', attributes: { 'Chat.Transcript': LONG } }];
            transcripts.follow({ interactions: chats, logs: [{ id: '1' }] });
            transcripts.follow({ interactions: [], logs: [{ id: '2' }, { id: '1' }] });
            expect(transcripts.of('1')).toBe(LONG);
            transcripts.follow({ interactions: [], logs: [{ id: '2' }] });
            expect(transcripts.of('1')).toBeNull();
        });
    });
});
