/** The configuration in Setup: read once beside Patchbay itself, judged by it, and given to every component. */
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import readConfiguration from '@salesforce/apex/PatchbayConfiguration.read';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import PatchbayStatusControl from 'c/patchbayStatusControl';
import setup from 'c/patchbaySetup';
import { NO_SESSION, retry, subscribe } from 'c/patchbaySession';
import { apexError, call, done, pass, ready, receive, rendered, requests, settled, stopTime, TASK } from './harness';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayConfiguration.read', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/patchbaySetup', () => ({ __esModule: true, default: {} }));

const PHONE = { displayAddress: '+61491570156', connectedTime: '2026-04-09T04:19:30.000Z' };
const MEAL = { DeveloperName: 'Meal', MasterLabel: 'Meal', Genesys_Status__c: 'Meal', Status__c: 'MEAL', Sort__c: 1 };
const CLAIMS = { DeveloperName: 'Claims', MasterLabel: 'Claims', Kind__c: 'phone', Value__c: '110', Group__c: 'Desks' };
const QUEUE = { DeveloperName: 'Queue', MasterLabel: 'Queue', Attribute__c: 'Call.QueueName', Field__c: 'Queue__c' };
const RECORDS = {
    settings: { Log_Keeper__c: 'patchbay' },
    statuses: [MEAL],
    transferTargets: [CLAIMS],
    fieldMappings: [QUEUE]
};

const stops = [];
async function follow(records = RECORDS) {
    readConfiguration.mockResolvedValue(JSON.stringify(records));
    return open();
}

async function open() {
    const states = [];
    stops.push(subscribe((state) => states.push(state), { keepsLog: true }));
    await settled();
    return { state: () => states.at(-1), session: () => states.at(-1).session };
}

async function stored(session) {
    await session.saveNow().catch(() => {});
    await rendered();
    return requests(save).at(-1).callLog;
}

function refuse() {
    throw new Error('No room.');
}

beforeEach(() => {
    for (const name of Object.keys(setup)) {
        delete setup[name];
    }
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
});

afterEach(async () => {
    stops.splice(0).forEach((stop) => stop());
    await rendered();
});

describe('the configuration', () => {
    it('is empty before it is known', () => {
        expect(NO_SESSION.configuration).toMatchObject({ statuses: [], transferTargets: [], options: {} });
    });

    it('is what the records say, once for all components', async () => {
        const { state, session } = await follow();
        await open();
        expect(readConfiguration).toHaveBeenCalledTimes(1);
        expect(state().configuration).toMatchObject({
            statuses: [{ id: 'Meal', label: 'Meal', status: 'MEAL', subStatus: null }],
            transferTargets: [{ label: 'Claims', kind: 'phone', value: '110', group: 'Desks', sort: null }]
        });
        expect(state().problems).toEqual([]);
        await receive(call('1', 'CONNECTED', PHONE));
        expect(await stored(session())).toMatchObject({ Queue__c: 'Billing' });
        expect(find).toHaveBeenCalledTimes(1);
    });

    it('gives an agent the statuses, without a property of the component', async () => {
        readConfiguration.mockResolvedValue(JSON.stringify(RECORDS));
        const element = await ready('c-patchbay-status-control', PatchbayStatusControl);
        expect(element.shadowRoot.querySelector('[data-status="Meal"]').label).toBe('Meal');
        element.statuses = [{ id: 'own', label: 'Own' }];
        await rendered();
        expect(element.shadowRoot.querySelector('[data-status="Meal"]')).toBeNull();
    });

    it('names the record of what is wrong, once', async () => {
        const { state } = await follow({
            ...RECORDS,
            statuses: [{ ...MEAL, Genesys_Status__c: null }],
            fieldMappings: [{ ...QUEUE, Attribute__c: 'Call.QueueNam' }]
        });
        expect(state().problems.map(({ path }) => path)).toEqual([
            '/Patchbay_Field_Mapping__mdt/Queue/Attribute__c',
            '/Patchbay_Status__mdt/Meal/Genesys_Status__c'
        ]);
        expect(state().problems[0].message).toContain('Patchbay_Field_Mapping__mdt/Queue/Attribute__c');
    });

    it('without records is the default: the managed package keeps the log', async () => {
        const { session } = await follow({});
        expect(session().logKeeper).toBe('package');
        await receive(call('1', 'CONNECTED', PHONE), done('1'));
        expect(save).not.toHaveBeenCalled();
    });

    it('is overridden by what code says, option by option', async () => {
        Object.assign(setup, { recordSearch: false, statuses: [{ id: 'Away', label: 'Away' }], region: undefined });
        const { state, session } = await follow();
        expect(state().configuration.statuses.map(({ id }) => id)).toEqual(['Away']);
        expect(state().configuration.transferTargets).toHaveLength(1);
        expect(session().logKeeper).toBe('patchbay');
        await receive(call('1', 'CONNECTED', PHONE));
        expect(find).not.toHaveBeenCalled();
    });

    it('that cannot be read is told once; it is asked for again with the next interaction, and then counts', async () => {
        readConfiguration.mockRejectedValue(apexError('You have no access to this class.'));
        const { state, session } = await open();
        expect(session().logKeeper).toBe('package');
        const told = () => state().problems.filter(({ path }) => path === '/records');
        expect(told().map(({ message }) => message)).toEqual([
            expect.stringContaining('You have no access to this class')
        ]);
        await receive(call('1', 'ALERTING', PHONE));
        expect(readConfiguration).toHaveBeenCalledTimes(2);
        expect(told()).toHaveLength(1);
        readConfiguration.mockResolvedValue(JSON.stringify(RECORDS));
        await receive(call('1', 'DISCONNECTED', PHONE), done('1'), call('2', 'CONNECTED', PHONE));
        await settled();
        expect(told()).toEqual([]);
        // Not in the middle of a call.
        expect(session().logKeeper).toBe('package');
        await receive(call('2', 'DISCONNECTED', PHONE), done('2'));
        await rendered();
        await settled();
        expect(session().logKeeper).toBe('patchbay');
        await receive(call('3', 'CONNECTED', PHONE));
        expect(await stored(session())).toMatchObject({ Queue__c: 'Billing' });
    });

    it('that is slow keeps no page waiting, and counts when it comes', async () => {
        stopTime();
        let answer = null;
        readConfiguration.mockReturnValue(
            new Promise((resolve) => {
                answer = resolve;
            })
        );
        const { state, session } = await open();
        expect(state()).toBeUndefined();
        await pass(3);
        expect(session().logKeeper).toBe('package');
        answer(JSON.stringify(RECORDS));
        await rendered();
        await settled();
        expect(session().logKeeper).toBe('patchbay');
        expect(state().problems).toEqual([]);
    });

    it('that a session cannot be set up with is told as why there is none, and retried', async () => {
        readConfiguration.mockRejectedValue(new Error('offline'));
        const { state, session } = await open();
        Object.defineProperty(setup, 'broken', { get: refuse, enumerable: true, configurable: true });
        readConfiguration.mockResolvedValue(JSON.stringify(RECORDS));
        await receive(call('1', 'ALERTING', PHONE), call('1', 'DISCONNECTED', PHONE), done('1'));
        await settled();
        expect(state()).toMatchObject({ session: null, error: { message: 'No room.' } });
        delete setup.broken;
        retry();
        await settled();
        expect(session().logKeeper).toBe('patchbay');
    });

    it('that cannot be read leaves what code says', async () => {
        setup.logKeeper = 'patchbay';
        readConfiguration.mockRejectedValue(new Error('offline'));
        const { session } = await open();
        expect(session().logKeeper).toBe('patchbay');
    });
});
