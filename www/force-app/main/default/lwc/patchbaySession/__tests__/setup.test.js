/** What the organisation's setup makes of the session: attributes in fields, EngagementInteraction records, what may be stored. */
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import findStatuses from '@salesforce/apex/PatchbayTaskStatus.all';
import { setObjectInfo, subscribe } from 'c/patchbaySession';
import {
    call,
    done,
    fieldInfo,
    pass,
    receive,
    rendered,
    requests,
    sessionListener,
    settled,
    stopTime,
    TASK
} from '../../patchbaySession/__tests__/harness';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayTaskStatus.all', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/patchbaySetup', () => ({
    __esModule: true,
    default: {
        fields: { 'Call.QueueName': 'Queue_Name__c', 'Call.Queue': 'Other__c' },
        region: 'mypurecloud.com',
        engagement: { apiVersion: '62.0', values: { Reason: 'Claim' } }
    }
}));

const RECORD = '0mE5g00000AbC12EAF';
const STARTED = { startTime: '2026-04-09T04:19:00.000Z', connectedTime: '2026-04-09T04:19:30.000Z' };
const UNKNOWN = '/fields/Call.Queue';

const pathsOf = ({ problems }) => problems.map(({ path }) => path);

const stops = [];
function follow() {
    const states = [];
    stops.push(subscribe((state) => states.push(state), { keepsLog: true }));
    return { state: () => states.at(-1), session: () => states.at(-1).session, paths: () => pathsOf(states.at(-1)) };
}

async function leave() {
    stops.splice(0).forEach((stop) => stop());
    await rendered();
}

/** What is saved now, of the interaction and its engagement. */
async function stored(session) {
    await session.saveNow().catch(() => {});
    await rendered();
}

/** What getObjectInfo says of Task: each of these fields is there, and may be written. */
function taskWith(...names) {
    const ofTheLog = [
        'ActivityDate',
        'CallDurationInSeconds',
        'CallObject',
        'CallType',
        'Subject',
        'TaskSubtype',
        'Type'
    ];
    const own = [...ofTheLog, 'EndDateTime'];
    return { apiName: 'Task', fields: Object.fromEntries([...own, ...names].map((name) => [name, fieldInfo()])) };
}

beforeEach(() => {
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
    findStatuses.mockResolvedValue([
        { name: 'Offen', isClosed: false },
        { name: 'Erledigt', isClosed: true }
    ]);
    createRecord.mockResolvedValue({ id: RECORD, apiName: 'EngagementInteraction', fields: {} });
    updateRecord.mockResolvedValue({ id: RECORD, apiName: 'EngagementInteraction', fields: {} });
});

afterEach(leave);

describe('c-patchbay-session and the setup', () => {
    it('stores attributes where the setup says, and tells what is wrong with it', async () => {
        const { session, paths } = follow();
        await settled();
        expect(paths()).toEqual([UNKNOWN]);
        await receive(call('1', 'CONNECTED', STARTED));
        await stored(session());
        expect(requests(save).at(-1).callLog).toMatchObject({ Queue_Name__c: 'Billing' });
    });

    describe('keeps an EngagementInteraction record', () => {
        it('through the UI API: made once, then brought up to date', async () => {
            const { session } = follow();
            await settled();
            await receive(call('1', 'CONNECTED', STARTED));
            await stored(session());
            expect(createRecord.mock.calls).toEqual([
                [
                    {
                        apiName: 'EngagementInteraction',
                        fields: expect.objectContaining({
                            CommunicationChannel: 'Voice Call',
                            ExternalIdentifier: '1',
                            Reason: 'Claim',
                            Status: 'In Progress'
                        })
                    }
                ]
            ]);
            expect(session().log('1').engagement).toMatchObject({ recordId: RECORD, saveState: 'saved' });
            await receive(done('1'));
            await stored(session());
            expect(createRecord).toHaveBeenCalledTimes(1);
            expect(updateRecord.mock.lastCall).toEqual([
                { fields: expect.objectContaining({ Id: RECORD, Status: 'Completed' }) }
            ]);
        });

        it('and goes on with the record that is there already', async () => {
            const message = `duplicate value found: ExternalIdentifier duplicates value on record with id: ${RECORD}`;
            createRecord.mockRejectedValueOnce({ status: 400, body: { errorCode: 'DUPLICATE_VALUE', message } });
            const { session } = follow();
            await settled();
            await receive(call('1', 'CONNECTED', STARTED));
            await stored(session());
            await stored(session());
            expect(createRecord).toHaveBeenCalledTimes(1);
            expect(session().log('1').engagement.recordId).toBe(RECORD);
        });

        it('and says why it could not', async () => {
            createRecord.mockRejectedValueOnce({ status: 400, body: { message: 'You may not make these records.' } });
            const { session } = follow();
            await settled();
            await receive(call('1', 'CONNECTED', STARTED));
            await stored(session());
            expect(session().log('1').engagement).toMatchObject({
                failures: 1,
                problems: [{ message: 'The save failed: You may not make these records.' }]
            });
        });
    });

    describe('hears what may be stored', () => {
        it('and tells what of the mapping has no field, once, beside what was wrong before', async () => {
            const { paths, state } = follow();
            await settled();
            setObjectInfo(taskWith());
            expect(paths()).toEqual([UNKNOWN, '/fields/Call.QueueName']);
            expect(state().infos.objectInfo.apiName).toBe('Task');
            setObjectInfo(taskWith('Queue_Name__c'));
            expect(paths()).toEqual([UNKNOWN]);
        });

        it('before Patchbay is loaded, and keeps it until then', async () => {
            const { paths, session } = follow();
            setObjectInfo(taskWith());
            sessionListener()(call('1', 'CONNECTED', STARTED));
            await settled();
            expect(paths()).toEqual([UNKNOWN, '/fields/Call.QueueName']);
            await stored(session());
            expect(requests(save).at(-1).callLog).not.toHaveProperty('Queue_Name__c');
        });

        it('of EngagementInteraction too, without forgetting the other', async () => {
            const { paths, session, state } = follow();
            await settled();
            await receive(call('1', 'CONNECTED', STARTED));
            setObjectInfo(taskWith());
            const writable = ['CommunicationChannel', 'ExternalIdentifier', 'StartDateTime', 'Status', 'Type'];
            const fields = Object.fromEntries(writable.map((name) => [name, fieldInfo()]));
            setObjectInfo({ apiName: 'EngagementInteraction', fields });
            expect(paths()).toEqual([UNKNOWN, '/fields/Call.QueueName']);
            expect(Object.keys(state().infos)).toEqual(['taskStatuses', 'objectInfo', 'engagementInfo']);
            expect(
                session()
                    .log('1')
                    .engagement.problems.map(({ path }) => path)
            ).toContain('/Reason');
        });

        it('and which statuses tasks have, so that logs are closed', async () => {
            const { session } = follow();
            await settled();
            await receive(call('1', 'CONNECTED', STARTED));
            await stored(session());
            expect(requests(save).at(-1).callLog).not.toHaveProperty('Status');
            await receive(done('1'));
            await stored(session());
            expect(requests(save).at(-1).callLog).toMatchObject({ Status: 'Erledigt' });
        });

        it('tells why the statuses are not known, and asks again with a save', async () => {
            findStatuses.mockRejectedValueOnce({ body: { message: 'You may not know them.' } });
            const { paths, session, state } = follow();
            await settled();
            expect(state().problems.at(-1)).toMatchObject({ path: '/taskStatuses', message: 'You may not know them.' });
            await receive(call('1', 'CONNECTED', STARTED));
            await stored(session());
            await rendered();
            expect(paths()).toEqual([UNKNOWN]);
            expect(findStatuses).toHaveBeenCalledTimes(2);
        });

        it('asks for the statuses by itself when the last save is over, and closes the log then', async () => {
            stopTime();
            findStatuses.mockRejectedValue({ body: { message: 'The server is busy.' } });
            const { paths, session } = follow();
            await settled();
            await receive(call('1', 'CONNECTED', STARTED), done('1'));
            await stored(session());
            expect(paths()).toEqual([UNKNOWN, '/taskStatuses']);
            save.mockClear();
            findStatuses.mockResolvedValue([{ name: 'Erledigt', isClosed: true }]);
            await pass(30);
            await pass(5);
            expect(requests(save).map(({ callLog }) => callLog.Status)).toEqual(['Erledigt']);
            expect(paths()).toEqual([UNKNOWN]);
        });

        it('before anybody subscribes, as wire adapters may answer', async () => {
            setObjectInfo(taskWith());
            const { paths } = follow();
            await settled();
            expect(paths()).toEqual([UNKNOWN, '/fields/Call.QueueName']);
        });
    });

    it('passes on which contact stands for a person account', async () => {
        const contact = '0035g00000LqT4rAAF';
        const account = { id: '0015g00000XrK3mAAF', objectApiName: 'Account', name: 'Nadia Lindgren' };
        find.mockResolvedValue([{ ...account, isPersonAccount: true, personContactId: contact }]);
        const { session } = follow();
        await settled();
        await receive(call('1', 'CONNECTED', { ...STARTED, displayAddress: '+61491570156' }));
        await stored(session());
        expect(requests(save).at(-1).callLog.WhoId).toBe(contact);
    });
});
