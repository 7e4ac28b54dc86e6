/** Fixed values and the status of live logs: from the organisation's setup to what Apex is asked to save. */
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import findStatuses from '@salesforce/apex/PatchbayTaskStatus.all';
import { setObjectInfo, subscribe } from 'c/patchbaySession';
import { call, done, fieldInfo, receive, rendered, requests, settled, TASK } from './harness';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayTaskStatus.all', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/patchbaySetup', () => ({
    __esModule: true,
    default: {
        recordSearch: false,
        task: {
            openStatus: 'Wartet',
            closeWhen: 'disconnected',
            values: [
                { field: 'Priority', value: 'Low', types: ['call'], directions: ['Inbound'] },
                { field: 'Line__c', value: 'Claims' },
                { field: 'Gone__c', value: 'Nothing' }
            ]
        }
    }
}));

const CONNECTED = { connectedTime: '2026-04-09T04:19:30.000Z' };
const OF_THE_LOG = ['ActivityDate', 'CallObject', 'CallType', 'Status', 'Subject', 'TaskSubtype', 'Type'];

let stop;
let state;

async function stored() {
    await state.session.saveNow();
    await rendered();
    return requests(save).at(-1);
}

beforeEach(async () => {
    save.mockResolvedValue({ id: TASK, dropped: [] });
    findStatuses.mockResolvedValue([
        { name: 'Offen', isClosed: false, isDefault: true },
        { name: 'Wartet', isClosed: false, isDefault: false },
        { name: 'Erledigt', isClosed: true, isDefault: false }
    ]);
    stop = subscribe(
        (latest) => {
            state = latest;
        },
        { keepsLog: true }
    );
    await settled();
});

afterEach(async () => {
    stop();
    await rendered();
});

describe('the fixed values of an organisation', () => {
    it('reach Apex with the names of their fields, and the status the organisation chose', async () => {
        await receive(call('1', 'CONNECTED', CONNECTED));
        const live = await stored();
        expect(live.callLog).toMatchObject({ Priority: 'Low', Line__c: 'Claims', Status: 'Wartet' });
        expect(live.fixedFields).toEqual(expect.arrayContaining(['Line__c', 'Priority']));
        await receive(done('1'));
        const closed = await stored();
        expect(closed.callLog).toMatchObject({ Status: 'Erledigt' });
        expect(closed.callLog).not.toHaveProperty('Priority');
    });

    it('are for the types and directions that they name', async () => {
        await receive(call('1', 'CONNECTED', { ...CONNECTED, direction: 'Outbound' }));
        const { callLog } = await stored();
        expect(callLog).toMatchObject({ Line__c: 'Claims' });
        expect(callLog).not.toHaveProperty('Priority');
    });

    it('give way to the agent', async () => {
        await receive(call('1', 'CONNECTED', CONNECTED));
        state.session.updateFields('1', { Line__c: 'Motor' });
        const { callLog, fixedFields } = await stored();
        expect(callLog.Line__c).toBe('Motor');
        expect(fixedFields).not.toContain('Line__c');
    });

    it('for a field that is not there are told to the administrator, and the log is kept', async () => {
        const names = [...OF_THE_LOG, 'Line__c', 'Priority'];
        const fields = Object.fromEntries(names.map((name) => [name, fieldInfo()]));
        setObjectInfo({ apiName: 'Task', fields });
        await receive(call('1', 'CONNECTED', CONNECTED));
        const { callLog } = await stored();
        expect(state.problems.map(({ path }) => path)).toEqual(['/task/values/2/field']);
        expect(callLog).toMatchObject({ CallObject: '1', Line__c: 'Claims' });
        expect(callLog).not.toHaveProperty('Gone__c');
    });

    it('that Salesforce does not store are told in the log, which is saved', async () => {
        const reason = 'Salesforce refused the value: bad value for restricted picklist field: Low';
        save.mockResolvedValue({ id: TASK, dropped: [{ field: 'Priority', reason }] });
        await receive(call('1', 'CONNECTED', CONNECTED));
        await stored();
        const log = state.session.log('1');
        expect(log.recordId).toBe(TASK);
        expect(log.problems).toEqual([expect.objectContaining({ path: '/Priority', code: 'not-stored' })]);
    });
});
