/** What the session needs of Salesforce for the interaction log: saves, the records of the other party, records visited. */
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import { leave as leaveRecord, visit, subscribe } from 'c/patchbaySession';
import {
    apexError,
    call,
    done,
    receive,
    rendered,
    requests,
    sessionListener,
    settled,
    TASK
} from '../../patchbaySession/__tests__/harness';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });

const NADIA = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren', isPersonAccount: false };
const THEO = { id: '0035g00000LqT5aAAF', objectApiName: 'Contact', name: 'Theo Okafor', isPersonAccount: false };
const CASE = { id: '5005g00000RvW2qAAF', objectApiName: 'Case', name: '00001026' };
const PHONE = { displayAddress: '+61491570156' };

const stops = [];
async function follow() {
    const states = [];
    stops.push(subscribe((state) => states.push(state), { keepsLog: true }));
    await settled();
    return { states, session: () => states.at(-1).session, log: (id) => states.at(-1).session.log(id) };
}

async function leave() {
    stops.splice(0).forEach((stop) => stop());
    await rendered();
}

beforeEach(() => {
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
});

afterEach(leave);

describe('c-patchbay-session and the interaction log', () => {
    it('saves through Apex, and takes back what was not stored', async () => {
        const reason = 'You may not edit it.';
        save.mockResolvedValue({ id: TASK, dropped: [{ field: 'Queue_Name__c', reason }] });
        const { session, log } = await follow();
        await receive(call('1', 'CONNECTED'));
        session().edit('1', { Queue_Name__c: 'Billing' });
        session().openLog('1');
        await rendered();
        expect(requests(save)).toEqual([
            {
                eventName: 'openCallLog',
                interaction: expect.objectContaining({ id: '1', state: 'CONNECTED' }),
                segment: 'first',
                revision: expect.any(Number),
                fixedFields: [],
                callLog: expect.objectContaining({ CallObject: '1', Type: 'Call', Queue_Name__c: 'Billing' })
            }
        ]);
        expect(log('1')).toMatchObject({ saveState: 'saved', recordId: TASK });
        expect(log('1').problems.map(({ path }) => path)).toEqual(['/Queue_Name__c']);
    });

    it('keeps what is not saved for this user alone', async () => {
        const { session } = await follow();
        await receive(call('1', 'CONNECTED'));
        session().edit('1', { Description: 'Wants a call back.' });
        const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
        expect(keys.filter((key) => !key.includes('005000000000000000'))).toEqual([]);
        expect(keys.length).toBeGreaterThan(0);
    });

    it('says with every change what it changed, and nothing to those who come later', async () => {
        const { states, session } = await follow();
        await receive(call('1', 'CONNECTED'));
        expect(states.at(-1).change).toMatchObject({ interactions: ['1'], logs: ['1'] });
        session().visit(NADIA);
        expect(states.at(-1).change.lists).toMatchObject([{ id: '1', list: 'name', added: [{ id: NADIA.id }] }]);
        const later = await follow();
        expect(later.states.map(({ change }) => change)).toEqual([null]);
    });

    describe('looks for the records of the other party', () => {
        it('once for each interaction, as soon as there is an address', async () => {
            find.mockResolvedValue([NADIA]);
            const { log } = await follow();
            await receive(call('1', 'ALERTING'));
            expect(find).not.toHaveBeenCalled();
            await receive(call('1', 'ALERTING', PHONE), call('1', 'CONNECTED', PHONE));
            expect(find.mock.calls).toEqual([[{ address: '+61491570156' }]]);
            expect(log('1').chosen.name).toMatchObject({ id: NADIA.id, name: 'Nadia Lindgren' });
            await receive(call('2', 'ALERTING', { displayAddress: 'nadia@example.com' }));
            expect(find).toHaveBeenCalledTimes(2);
        });

        it('and leaves the choice to the agent when there are several', async () => {
            find.mockResolvedValue([NADIA, THEO]);
            const { log } = await follow();
            await receive(call('1', 'ALERTING', PHONE));
            expect(log('1')).toMatchObject({ chosen: { name: null }, counts: { name: 2 } });
        });

        it('again after a reload that came before the answer, without touching what the agent chose', async () => {
            find.mockReturnValueOnce(new Promise(() => {}));
            await follow();
            await receive(call('1', 'CONNECTED', PHONE));
            await leave();
            find.mockResolvedValue([NADIA]);
            const second = await follow();
            await rendered();
            expect(second.log('1').chosen.name.id).toBe(NADIA.id);
            second.session().choose('1', 'name', null);
            await leave();
            const third = await follow();
            await rendered();
            expect(third.log('1')).toMatchObject({ chosen: { name: null }, counts: { name: 1 } });
        });

        it('and drops what is found for an interaction that is gone', async () => {
            let answer;
            find.mockReturnValue(
                new Promise((resolve) => {
                    answer = resolve;
                })
            );
            const { states, session } = await follow();
            // Rang in vain: nothing to keep a log of.
            await receive(call('1', 'ALERTING', PHONE), done('1'));
            await receive({ type: 'Interaction', category: 'deallocate', data: { id: '1' } });
            expect(session().log('1')).toBeNull();
            const count = states.length;
            answer([NADIA]);
            await rendered();
            expect(states).toHaveLength(count);
        });

        it('nor tells that the search failed for one that is gone', async () => {
            let fail;
            find.mockReturnValue(
                new Promise((_, reject) => {
                    fail = reject;
                })
            );
            const { states } = await follow();
            await receive(call('1', 'ALERTING', PHONE), done('1'));
            await receive({ type: 'Interaction', category: 'deallocate', data: { id: '1' } });
            const count = states.length;
            fail(apexError('SOSL timed out.'));
            await rendered();
            expect(states).toHaveLength(count);
        });

        it.each([
            ['Apex', apexError('SOSL timed out.'), 'SOSL timed out'],
            ['the network', new TypeError('Failed to fetch'), 'Failed to fetch'],
            ['nobody knows what', undefined, 'no reason was given']
        ])('and tells once when %s fails', async (_, error, reason) => {
            find.mockRejectedValue(error);
            const { states } = await follow();
            await receive(call('1', 'ALERTING', PHONE), call('1', 'CONNECTED', PHONE));
            const { change, searchProblems } = states.at(-1);
            expect(change).toBeNull();
            expect([...searchProblems].map(([id, { message }]) => [id, message])).toEqual([
                [
                    '1',
                    `The records of +61491570156 could not be searched for: ${reason}. Open a record, and it joins the lists.`
                ]
            ]);
        });
    });

    describe('hears of the records the agent opens', () => {
        it('while an interaction is live', async () => {
            const { log } = await follow();
            await receive(call('1', 'CONNECTED'));
            visit(CASE);
            expect(log('1').relatedTo.map(({ name }) => name)).toEqual(['00001026']);
        });

        it('even before Patchbay is loaded, after what came before it', async () => {
            const states = [];
            stops.push(subscribe((state) => states.push(state), { keepsLog: true }));
            visit(THEO);
            sessionListener()(call('1', 'CONNECTED'));
            visit(NADIA);
            await settled();
            expect(
                states
                    .at(-1)
                    .session.log('1')
                    .name.map(({ name }) => name)
            ).toEqual(['Nadia Lindgren', 'Theo Okafor']);
        });

        it('until the agent leaves them', async () => {
            const { log } = await follow();
            visit(THEO);
            leaveRecord();
            await receive(call('1', 'CONNECTED'));
            expect(log('1').counts.name).toBe(0);
        });

        it('and forgets them where there is no session', () => {
            expect(() => visit(NADIA)).not.toThrow();
        });
    });
});
