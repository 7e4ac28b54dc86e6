import { createRecord } from 'lightning/uiRecordApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import setup from 'c/patchbaySetup';
import { select } from 'c/patchbaySession';
import PatchbayEngagementInteraction from 'c/patchbayEngagementInteraction';
import {
    alertText,
    apexError,
    call,
    confirmation,
    done,
    fieldInfo,
    mount,
    panel,
    press,
    ready,
    receive,
    rendered,
    selection,
    TASK
} from '../../patchbaySession/__tests__/harness';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/patchbaySetup', () => ({ __esModule: true, default: {} }));

const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
    const Navigate = Symbol('Navigate');
    const NavigationMixin = (Base) =>
        class extends Base {
            [Navigate](reference) {
                mockNavigate(reference);
            }
        };
    return { NavigationMixin: Object.assign(NavigationMixin, { Navigate }) };
});

const RECORD = '0mE5g00000AbC12EAF';
const NADIA = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren' };
const FACTS = {
    startTime: '2026-04-09T04:19:00.000Z',
    connectedTime: '2026-04-09T04:19:30.000Z',
    displayAddress: '+61491570156'
};
const STORE = '[data-action="store"]';

const open = (properties) => ready('c-patchbay-engagement-interaction', PatchbayEngagementInteraction, properties);
const part = (element, selector) => element.shadowRoot.querySelector(selector);
const row = (element, name) => part(element, `[data-name="${name}"]`);
const label = (element, name) => row(element, name).querySelector('dt').textContent;
const value = (element, name) => row(element, name)?.querySelector('.fact__value').textContent ?? null;
const problems = (element, name) =>
    [...row(element, name).querySelectorAll('[data-problem]')].map((problem) => problem.textContent);
const shown = (element) => part(element, '[data-engagement]')?.dataset.engagement ?? null;
const news = (element) => part(element, '[data-news]').textContent;

function saving(element) {
    const root = part(element, 'c-patchbay-save-state').shadowRoot;
    return {
        name: root.querySelector('[data-save-state]').dataset.saveState,
        text: root.querySelector('[data-saving]').textContent,
        reasons: [...root.querySelectorAll('[data-reason]')].map((reason) => reason.textContent)
    };
}

async function live(facts) {
    const element = await open();
    await receive(call('1', 'CONNECTED', { ...FACTS, ...facts }));
    return element;
}

beforeEach(() => {
    setup.engagement = { apiVersion: '62.0' };
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
    createRecord.mockResolvedValue({ id: RECORD });
});

describe('c-patchbay-engagement-interaction', () => {
    it('shows that it is loading', async () => {
        const element = mount('c-patchbay-engagement-interaction', PatchbayEngagementInteraction);
        expect(panel(element).querySelector('lightning-spinner')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('says what to edit where no such records are kept', async () => {
        setup.engagement = null;
        const element = await live();
        expect(panel(element).textContent).toContain('write an API version, 62.0 for example, in Setup');
        expect(shown(element)).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('says so when there is no interaction', async () => {
        const element = await open();
        expect(panel(element).textContent).toContain('No interaction to keep a record of.');
        await expect(element).toBeAccessible();
    });

    it('shows the record of the selected interaction', async () => {
        const element = await live({ attributes: { sentiment: 'Positive', verified: 'true' } });
        expect(part(element, '[data-subject]').textContent).toMatch(/^Call .*2026/);
        const names = ['Type', 'CommunicationChannel', 'Status', 'MappedState', 'PhoneNumber', 'Sentiment'];
        expect(names.map((name) => [label(element, name), value(element, name)])).toEqual([
            ['Type', 'Inbound'],
            ['Communication Channel', 'Voice Call'],
            ['Status', 'In Progress'],
            ['Mapped State', 'In Progress'],
            ['Phone Number', '+61491570156'],
            ['Sentiment', 'Positive']
        ]);
        expect(value(element, 'IsAttendeeVerified')).toBe('Yes');
        expect(value(element, 'ExternalIdentifier')).toBe('1');
        expect(row(element, 'StartDateTime').querySelector('lightning-formatted-date-time').value).toBe(
            FACTS.startTime
        );
        expect(row(element, 'EndDateTime')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('calls its fields what the organisation does', async () => {
        const element = await live();
        const fields = { Status: fieldInfo({ label: 'Stand' }), StartDateTime: fieldInfo({ label: 'Beginn' }) };
        const engagement = ({ objectApiName }) => objectApiName === 'EngagementInteraction';
        getObjectInfo.emit({ apiName: 'EngagementInteraction', fields }, engagement);
        await rendered();
        expect(label(element, 'Status')).toBe('Stand');
        expect(label(element, 'Type')).toBe('Type');
    });

    it('shows the chosen Name as the attendee, by name', async () => {
        const element = await live();
        expect(row(element, 'InitiatingAttendeeId')).toBeNull();
        find.mockResolvedValue([NADIA]);
        await receive(call('2', 'CONNECTED', FACTS), selection('2'));
        expect(value(element, 'InitiatingAttendeeId')).toBe('Nadia Lindgren');
    });

    it('goes on showing the one that ended, until another is selected', async () => {
        const element = await live();
        await receive(done('1'), { type: 'Interaction', category: 'deallocate', data: { id: '1' } });
        expect([shown(element), value(element, 'MappedState')]).toEqual(['1', 'Completed']);
        await receive(call('2', 'CONNECTED', FACTS), call('3', 'CONNECTED', FACTS));
        select('2');
        await rendered();
        expect(shown(element)).toBe('2');
    });

    describe('says what cannot be stored', () => {
        it('at the field it is of', async () => {
            setup.engagement = { apiVersion: '55.0', values: { Reason: 'Claim', Name: 'Mine' } };
            const element = await live();
            expect(problems(element, 'Reason')).toEqual(['Reason is not stored.']);
            expect(value(element, 'Reason')).toBe('None');
            await expect(element).toBeAccessible();
        });

        it('in a list, of what is none of its fields', async () => {
            setup.engagement = { apiVersion: '62.0', values: { Colour__c: 'red', Name: 'Mine' } };
            const element = await live();
            const list = part(element, '[data-losses]').shadowRoot;
            expect([...list.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
                expect.stringMatching(/^\w.* is not stored\.$/),
                'Name is not stored.'
            ]);
            await expect(element).toBeAccessible();
        });

        it('of the setup, above everything', async () => {
            setup.engagement = { apiVersion: '54.0' };
            const element = await live();
            expect(alertText(element)).toBe(
                'A setting of Patchbay is wrong. Tell your administrator: engagement/apiVersion.'
            );
            await expect(element).toBeAccessible();
        });
    });

    describe('stores at once what is not stored', () => {
        it('and says when', async () => {
            const element = await live();
            expect(saving(element)).toEqual({ name: 'pending', text: 'Saving in a moment…', reasons: [] });
            expect(part(element, '[data-action="open"]')).toBeNull();
            await press(element, STORE);
            await rendered();
            expect(createRecord).toHaveBeenCalledTimes(1);
            expect(saving(element)).toMatchObject({ name: 'saved' });
            expect(confirmation(element)).toMatch(/^Stored at .+\.$/);
            await press(element, '[data-action="open"]');
            expect(mockNavigate.mock.calls).toEqual([
                [
                    {
                        type: 'standard__recordPage',
                        attributes: { recordId: RECORD, objectApiName: 'EngagementInteraction', actionName: 'view' }
                    }
                ]
            ]);
            await expect(element).toBeAccessible();
        });

        it('and says why it could not', async () => {
            createRecord.mockRejectedValue({ status: 400, body: { message: 'You may not make these records.' } });
            const element = await live();
            await press(element, STORE);
            await rendered();
            expect(saving(element)).toEqual({
                name: 'failing',
                text: 'Not saved: 1 attempt failed, trying again',
                reasons: ['Saving failed: You may not make these records.']
            });
            expect(confirmation(element)).toBe('');
            expect(news(element)).toContain('The EngagementInteraction record is not saved.');
            await expect(element).toBeAccessible();
            createRecord.mockResolvedValue({ id: RECORD });
            await press(element, STORE);
            await rendered();
            expect(news(element)).toBe('The EngagementInteraction record is saved.');
        });

        it('and says of which interaction something else could not be', async () => {
            save.mockRejectedValue(apexError('The network is down.'));
            const element = await live();
            await press(element, STORE);
            await rendered();
            expect(alertText(element)).toMatch(/^Call .+2026.+: Saving failed: The network is down\.$/);
        });

        it('and says so when there is nothing', async () => {
            const element = await open();
            await receive(call('1', 'ALERTING', { ...FACTS, connectedTime: '' }));
            await press(element, STORE);
            expect(createRecord).not.toHaveBeenCalled();
            expect(confirmation(element)).toBe('There is nothing to store yet.');
        });

        it('and nothing of it to an agent who has gone on', async () => {
            let answer;
            createRecord.mockImplementation(
                () =>
                    new Promise((resolve) => {
                        answer = resolve;
                    })
            );
            const element = await live();
            await press(element, STORE);
            await receive(call('2', 'ALERTING', FACTS), selection('2'));
            answer({ id: RECORD });
            await rendered();
            expect([shown(element), confirmation(element)]).toEqual(['2', '']);
        });
    });
});
