/** Who keeps the log: the organisation says so, and of components only those that show a log ask for it. */
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import PatchbayCallControls from 'c/patchbayCallControls';
import PatchbayConsole from 'c/patchbayConsole';
import PatchbayEngagementInteraction from 'c/patchbayEngagementInteraction';
import PatchbayIntegrationSettings from 'c/patchbayIntegrationSettings';
import PatchbayInteractionList from 'c/patchbayInteractionList';
import PatchbayInteractionLog from 'c/patchbayInteractionLog';
import PatchbaySecureSession from 'c/patchbaySecureSession';
import PatchbayStatusControl from 'c/patchbayStatusControl';
import PatchbayTransferPanel from 'c/patchbayTransferPanel';
import setup from 'c/patchbaySetup';
import { subscribe } from 'c/patchbaySession';
import { Sizes } from '../../patchbayConsole/__tests__/sizes';
import { call, done, panel, pass, ready, receive, rendered, requests, settled, stopTime, TASK } from './harness';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/patchbaySetup', () => ({ __esModule: true, default: { statuses: [], fields: {} } }));

const PHONE = { displayAddress: '+61491570156', connectedTime: '2026-04-09T04:19:30.000Z' };

/** A whole call, its wrap-up included, and more time than any save waits. */
async function wholeCall() {
    await receive(call('1', 'ALERTING', PHONE), call('1', 'CONNECTED', PHONE));
    await pass(10);
    await receive(call('1', 'DISCONNECTED', PHONE), done('1'));
    await pass(10);
}

beforeEach(() => {
    stopTime();
    globalThis.ResizeObserver = Sizes;
    setup.recordSearch = true;
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
});

describe('a component alone on a page', () => {
    it.each([
        ['c-patchbay-transfer-panel', PatchbayTransferPanel],
        ['c-patchbay-status-control', PatchbayStatusControl],
        ['c-patchbay-call-controls', PatchbayCallControls],
        ['c-patchbay-secure-session', PatchbaySecureSession],
        ['c-patchbay-interaction-list', PatchbayInteractionList],
        ['c-patchbay-integration-settings', PatchbayIntegrationSettings]
    ])('%s saves nothing and searches for nothing, though Patchbay keeps the log', async (name, constructor) => {
        await ready(name, constructor);
        await wholeCall();
        expect(save).not.toHaveBeenCalled();
        expect(find).not.toHaveBeenCalled();
    });

    it.each([
        ['c-patchbay-interaction-log', PatchbayInteractionLog],
        ['c-patchbay-engagement-interaction', PatchbayEngagementInteraction],
        ['c-patchbay-console', PatchbayConsole]
    ])('%s saves and searches where Patchbay keeps the log', async (name, constructor) => {
        await ready(name, constructor);
        await wholeCall();
        expect(requests(save).at(-1).interaction).toMatchObject({ id: '1' });
        expect(find).toHaveBeenCalledTimes(1);
    });

    it.each(['package', 'none'])(
        'shows no log, saves nothing and searches for nothing where its keeper is %s',
        async (keeper) => {
            setup.logKeeper = keeper;
            const log = await ready('c-patchbay-interaction-log', PatchbayInteractionLog);
            await ready('c-patchbay-console', PatchbayConsole);
            await wholeCall();
            expect(log.shadowRoot.querySelector('c-patchbay-panel').empty).toMatch(
                keeper === 'package' ? /^The managed package keeps the log/ : /^No log of interactions is kept/
            );
            expect(panel(log).querySelector('slot')).toBeNull();
            expect(save).not.toHaveBeenCalled();
            expect(find).not.toHaveBeenCalled();
        }
    );

    it('searches for no records where the organisation does not want it', async () => {
        setup.recordSearch = false;
        await ready('c-patchbay-interaction-log', PatchbayInteractionLog);
        await wholeCall();
        expect(save).toHaveBeenCalled();
        expect(find).not.toHaveBeenCalled();
    });
});

describe('a component that keeps the log and comes later', () => {
    it('has what happened before saved, of the one session that all go on with', async () => {
        const controls = await ready('c-patchbay-call-controls', PatchbayCallControls);
        await receive(call('1', 'CONNECTED', PHONE));
        await pass(10);
        expect(save).not.toHaveBeenCalled();

        const states = [];
        const stop = subscribe((state) => states.push(state), { keepsLog: true });
        await settled();
        await pass(10);
        expect(requests(save).map(({ interaction }) => interaction.id)).toContain('1');
        expect(find).toHaveBeenCalledTimes(1);
        expect(states[0].session.selected).toBe('1');

        await receive(call('1', 'HELD', PHONE));
        expect(controls.shadowRoot.querySelector('[data-action="hold"]').label).toBe('Resume');
        stop();
        await rendered();
        const saved = save.mock.calls.length;
        await receive(call('1', 'DISCONNECTED', PHONE));
        await pass(10);
        // What is not saved yet still has to be.
        expect(save.mock.calls.length).toBeGreaterThan(saved);
    });
});
