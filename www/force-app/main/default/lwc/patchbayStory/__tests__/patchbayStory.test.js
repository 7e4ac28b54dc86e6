import save from '@salesforce/apex/PatchbayInteractionLog.save';
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import setup from 'c/patchbaySetup';
import { select, visit } from 'c/patchbaySession';
import PatchbayStory from 'c/patchbayStory';
import {
    alertText,
    call,
    confirmation,
    done,
    letTimeGo,
    pass,
    press,
    ready,
    receive,
    rendered,
    stopTime,
    TASK
} from '../../patchbaySession/__tests__/harness';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/patchbaySetup', () => ({ __esModule: true, default: {} }));

const NADIA = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren' };
const SUMMARY = '[data-action="summary"]';

const open = (properties) => ready('c-patchbay-story', PatchbayStory, properties);
const part = (element, selector) => element.shadowRoot.querySelector(selector);
const parts = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
const sentences = (element) => parts(element, '.entry__text').map((text) => text.textContent);
const news = (element) => part(element, '[data-news]').textContent;
const lastSaved = () => JSON.parse(save.mock.lastCall[0].data).callLog;

function says(id, ...messages) {
    return { type: 'Notification', category: 'chatUpdate', data: { id, messages } };
}

async function filter(element, value) {
    part(element, '[data-topic]').dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await rendered();
}

beforeEach(() => {
    save.mockResolvedValue({ id: TASK });
    find.mockResolvedValue({ records: [] });
    Object.assign(setup, { logKeeper: 'patchbay' });
});

describe('c-patchbay-story', () => {
    it('shows what happened, when and by whom, as it comes', async () => {
        stopTime(Date.parse('2026-04-09T09:14:03'));
        const element = await open();
        expect(part(element, 'c-patchbay-panel').empty).toBe('Nothing has happened yet.');
        await receive(call('1', 'ALERTING'));
        await pass(2);
        await receive(call('1', 'CONNECTED'), call('1', 'HELD'));
        visit(NADIA);
        await receive(says('1', { id: 'a', body: 'My card is 4111 1111 1111 1111.' }));
        expect(sentences(element)).toEqual([
            'Waited to be answered.',
            'Answered.',
            'Put on hold.',
            'Opened Nadia Lindgren.',
            'My card is ••••.'
        ]);
        const [first, , , fourth, said] = parts(element, '.entry');
        expect(first.querySelector('time').textContent).toMatch(/9:14:03/);
        expect(Date.parse(first.querySelector('time').dateTime)).toBe(Date.parse('2026-04-09T09:14:03'));
        expect(first.querySelector('.entry__by').textContent).toBe('Genesys Cloud');
        expect(fourth.querySelector('.entry__by').textContent).toBe('You');
        expect(said.querySelector('.entry__by')).toBeNull();
        await letTimeGo();
        await expect(element).toBeAccessible();
    });

    it('is an ordered list that a keyboard scrolls', async () => {
        const element = await open();
        await receive(call('1', 'CONNECTED'));
        const region = part(element, '[role="region"]');
        expect([region.tabIndex, region.getAttribute('aria-label')]).toEqual([0, 'What happened, oldest first']);
        expect(region.querySelectorAll('ol > li')).toHaveLength(1);
    });

    it('shows only what the agent looks for', async () => {
        const element = await open();
        await receive(call('1', 'CONNECTED'), says('1', { id: 'a', body: 'Hello' }));
        expect(part(element, '[data-topic]').options.map(({ label }) => label)).toEqual([
            'Everything',
            'Interaction',
            'Records',
            'Log',
            'Conversation'
        ]);
        await filter(element, 'conversation');
        expect(sentences(element)).toEqual(['Hello']);
        await filter(element, 'records');
        expect(sentences(element)).toEqual([]);
        expect(part(element, '[data-none]').textContent).toBe('Nothing of it has happened yet.');
        await filter(element, 'all');
        expect(sentences(element)).toEqual(['Answered.', 'Hello']);
    });

    it('tells screen readers of what comes, of many things once, and not of what the agent does', async () => {
        stopTime();
        const element = await open();
        await receive(call('1', 'ALERTING'));
        await pass(3);
        expect(news(element)).toBe('');
        await receive(call('1', 'CONNECTED'));
        visit(NADIA);
        await pass(3);
        expect(news(element)).toBe('Answered.');
        await receive(...['a', 'b', 'c'].map((id) => says('1', { id, body: id })));
        expect(news(element)).toBe('Answered.');
        await pass(3);
        expect(news(element)).toBe('New entries: 3');
        await receive(call('2', 'ALERTING'));
        select('2');
        await pass(3);
        expect(news(element)).toBe('');
    });

    it('adds the summary to the comments, once, and takes nothing away', async () => {
        stopTime(Date.parse('2026-04-09T09:14:03'));
        const element = await open();
        await receive(call('1', 'CONNECTED'));
        await pass(60);
        await receive(call('1', 'HELD'));
        await pass(30);
        await receive(call('1', 'CONNECTED'));
        await press(element, SUMMARY);
        expect(confirmation(element)).toBe('The summary is in the comments.');
        await press(element, SUMMARY);
        expect(confirmation(element)).toBe('The same summary is in the comments already.');
        await receive(call('1', 'DISCONNECTED', { isDisconnected: true }), done('1'));
        await press(element, SUMMARY);
        await pass(60);
        const { Description } = lastSaved();
        expect(Description).toMatch(/^Answered at 9:14:03.AM\. It took 1:30\. Once on hold, for 0:30\.$/);
        expect(sentences(element)).toContain('Added the summary to the comments.');
    });

    it('says why the summary found no room', async () => {
        const element = await open();
        await receive(call('1', 'CONNECTED'));
        const { session } = await import('c/patchbaySession').then(({ tryBuild }) => ({
            session: tryBuild((one) => one).result
        }));
        session.updateFields('1', { Description: 'a'.repeat(31_999) });
        await press(element, SUMMARY);
        expect(alertText(element)).not.toBeNull();
        expect(confirmation(element)).toBe('');
    });

    it('has no button where somebody else keeps the log', async () => {
        setup.logKeeper = 'package';
        const element = await open();
        await receive(call('1', 'CONNECTED'));
        expect(sentences(element)).toEqual(['Answered.']);
        expect(part(element, SUMMARY)).toBeNull();
    });

    it('shows the interaction that it is given', async () => {
        const element = await open({ interactionId: '1' });
        await receive(call('1', 'CONNECTED'), call('2', 'ALERTING'));
        expect(part(element, '[data-story]').dataset.story).toBe('1');
    });

    it('has a sentence for everything that may happen', async () => {
        const { toRow, summaryText } = await import('../sentences');
        const kinds = [
            ['rang', {}],
            ['dialled', {}],
            ['resumed', {}],
            ['mute-asked', { on: true }],
            ['mute-asked', { on: false }],
            ['secure-pause', { on: true }],
            ['secure-pause', { on: false }],
            ...['transfer-asked', 'consult-asked', 'transferred', 'consulting'].flatMap((kind) => [
                [kind, {}],
                [kind, { name: 'Billing' }]
            ]),
            ['secure-session-asked', {}],
            ['transfer-cancelled', {}],
            ['consult-ended', {}],
            ['unconfirmed', { name: 'hold' }],
            ['ended', {}],
            ['wrap-up', { name: 'Sold' }],
            ['done', {}],
            ['chosen', { name: 'Nadia', list: 'name' }],
            ['unchosen', { list: 'relatedTo' }],
            ['suggested', { name: 'Nadia', list: 'name' }],
            ['comment', { text: 'Roof' }],
            ['edited', { name: 'Subject' }],
            ['attribute', { name: 'Language', text: 'de' }],
            ['attribute', { name: 'Pin' }],
            ['saved', {}],
            ['save-failed', {}],
            ['left-out', { count: 7 }]
        ];
        const rows = kinds.map(([kind, values], id) =>
            toRow({ id, at: '2026-04-09T09:14:03.000Z', by: 'client', kind, ...values })
        );
        expect(rows.map(({ text }) => text)).toEqual(rows.map(() => expect.stringMatching(/^[^{}]+$/)));
        expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
        const summary = summaryText([
            { kind: 'unanswered', at: '2026-04-09T09:14:03.000Z' },
            { kind: 'holds', count: 2, seconds: 65 },
            { kind: 'consulted' },
            { kind: 'transferred', name: 'Billing' },
            { kind: 'record', list: 'relatedTo', name: 'Roof' },
            { kind: 'wrap-up', name: 'Sold' }
        ]);
        expect(summary).toMatch(
            /^Not answered; it came at [^.]+\. 2 times on hold, 1:05 together\. Somebody was consulted\. Transferred to Billing\. Related to: Roof\. Wrap-up code: Sold\.$/i
        );
    });
});
