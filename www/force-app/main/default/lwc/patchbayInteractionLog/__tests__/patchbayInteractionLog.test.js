import find from '@salesforce/apex/PatchbayRecordMatch.find';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import { SecondHand } from 'c/patchbayShared';
import { select } from 'c/patchbaySession';
import PatchbayInteractionLog from 'c/patchbayInteractionLog';
import {
    alertText,
    apexError,
    call,
    done,
    mount,
    panel,
    pass,
    receive,
    rendered,
    selection,
    settled,
    stopTime,
    TASK
} from '../../patchbaySession/__tests__/harness';
import { comments, fact, find as part, NADIA, navigate, open, picker, shownLog, text, write } from './log';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });

const NOW = Date.parse('2026-04-09T04:20:00.000Z');
const CONNECTED = { connectedTime: '2026-04-09T04:19:30.000Z', startTime: '2026-04-09T04:19:00.000Z' };
const gone = (id) => ({ type: 'Interaction', category: 'deallocate', data: { id } });

async function goBackTo(element, id) {
    part(element, '[data-recent]').dispatchEvent(new CustomEvent('change', { detail: { value: id } }));
    await rendered();
}

beforeEach(() => {
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
});

describe('c-patchbay-interaction-log', () => {
    it('shows that it is loading', async () => {
        const element = mount('c-patchbay-interaction-log', PatchbayInteractionLog);
        expect(panel(element).querySelector('lightning-spinner')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('says so when there is nothing to log', async () => {
        const element = await open();
        expect(panel(element).textContent).toContain('No interaction to log.');
        await expect(element).toBeAccessible();
    });

    it('shows the default fields of the selected interaction', async () => {
        const element = await open();
        await receive(call('1', 'ALERTING', { direction: 'Outbound', isChat: true, ...CONNECTED, connectedTime: '' }));
        expect(text(element, '[data-subject]')).toMatch(/^Chat .*2026/);
        expect(part(element, '[data-field="Type"]').value).toBe('Chat');
        expect(['Call type', 'Duration', 'Wrap-up code'].map((label) => fact(element, label))).toEqual([
            'Outbound',
            'Not connected yet',
            'None yet'
        ]);
        await expect(element).toBeAccessible();
    });

    it('shows the wrap-up code once the client tells it', async () => {
        const element = await open();
        await receive(call('1', 'CONNECTED'), call('1', 'DISCONNECTED', { disposition: 'Billing question' }));
        expect(fact(element, 'Wrap-up code')).toBe('Billing question');
    });

    it('says why records could not be looked for, of the interaction it was', async () => {
        find.mockRejectedValueOnce(apexError('SOSL timed out.'));
        const element = await open();
        await receive(call('1', 'CONNECTED', { displayAddress: '+61491570156' }));
        expect(alertText(element)).toMatch(
            /^The records of \+61491570156 could not be searched for: SOSL timed out\. /
        );
        await expect(element).toBeAccessible();
        await receive(call('2', 'CONNECTED'), selection('2'));
        expect(alertText(element)).toBeNull();
    });

    describe('its clock', () => {
        let run;
        beforeEach(() => {
            run = jest.spyOn(SecondHand.prototype, 'run');
            stopTime(NOW);
        });

        afterEach(() => run.mockRestore());

        it('counts from connection until the end, and tells a screen reader nothing of it', async () => {
            const element = await open();
            await receive(call('1', 'ALERTING', { startTime: CONNECTED.startTime }));
            expect(run).toHaveBeenLastCalledWith(false);
            await receive(call('1', 'CONNECTED', CONNECTED));
            expect(fact(element, 'Duration')).toBe('0:30');
            await pass(61);
            expect(fact(element, 'Duration')).toBe('1:31');
            const time = part(element, '[data-fact="Duration"] time');
            expect(time.dateTime).toBe('PT91S');
            expect(time.closest('[role], [aria-live]')).toBeNull();
            await receive(call('1', 'DISCONNECTED', { ...CONNECTED, interactionDurationSeconds: 95 }));
            expect(run).toHaveBeenLastCalledWith(false);
            expect(fact(element, 'Duration')).toBe('1:35');
        });

        it('says that there is none when nobody answered', async () => {
            const element = await open();
            await receive(call('1', 'DIALING', { direction: 'Outbound' }), call('1', 'DISCONNECTED'));
            expect(fact(element, 'Duration')).toBe('None');
        });

        it('says so when the client has not told since when', async () => {
            const element = await open();
            await receive(call('1', 'CONNECTED'));
            expect(fact(element, 'Duration')).toBe('Not told yet');
            expect(run).toHaveBeenLastCalledWith(false);
        });

        it('stops when the component goes, and starts again when it comes back', async () => {
            const element = await open();
            const other = await open();
            await receive(call('1', 'CONNECTED', CONNECTED));
            element.remove();
            expect(run).toHaveBeenLastCalledWith(false);
            document.body.append(element);
            await settled();
            expect(run).toHaveBeenLastCalledWith(true);
            expect(shownLog(other)).toBe('1');
        });
    });

    describe('follows', () => {
        it('the selected interaction', async () => {
            const element = await open();
            await receive(call('1', 'CONNECTED'), call('2', 'CONNECTED'), selection('2'));
            expect(shownLog(element)).toBe('2');
            select('1');
            await rendered();
            expect(shownLog(element)).toBe('1');
        });

        it('the interaction it is given, before that', async () => {
            const element = await open({ interactionId: '1' });
            await receive(call('1', 'CONNECTED'), call('2', 'CONNECTED'), selection('2'));
            expect(shownLog(element)).toBe('1');
            expect(part(element, '[data-recent]')).toBeNull();
            element.interactionId = 'unheard-of';
            await rendered();
            expect(panel(element).textContent).toContain('No interaction to log.');
        });

        it('the one it was when the last of several ends, not the youngest', async () => {
            const element = await open();
            await receive(call('1', 'CONNECTED'), call('2', 'CONNECTED'), selection('1'), done('2'), done('1'));
            expect(shownLog(element)).toBe('1');
        });

        it('nothing else when the interaction ends, until another is selected', async () => {
            const element = await open();
            await receive(call('1', 'CONNECTED'), done('1'));
            expect(shownLog(element)).toBe('1');
            await receive(gone('1'));
            await write(element, 'Will call again.');
            expect(comments(element).value).toBe('Will call again.');
            await navigate(NADIA);
            expect(picker(element, 'name').hint()).toMatch(/^No records yet/);
            await receive(call('2', 'ALERTING'));
            expect(shownLog(element)).toBe('2');
            expect(comments(element).value).toBe('');
            await expect(element).toBeAccessible();
        });
    });

    describe('recent logs', () => {
        it('are not there for one log alone', async () => {
            const element = await open();
            await receive(call('1', 'CONNECTED'));
            expect(part(element, '[data-recent]')).toBeNull();
        });

        it('are gone back to until another interaction is selected', async () => {
            const element = await open();
            await receive(call('1', 'CONNECTED'));
            await navigate(NADIA);
            await picker(element, 'name').choose('Nadia Lindgren');
            await receive(done('1'), call('2', 'CONNECTED'));
            const { options, value } = part(element, '[data-recent]');
            expect(options.map((option) => [option.value, option.label])).toEqual([
                ['1', expect.stringMatching(/^Call .+, Nadia Lindgren$/)],
                ['2', expect.stringMatching(/^Call [^a-z]+M$/)]
            ]);
            expect(value).toBe('2');
            await expect(element).toBeAccessible();
            await goBackTo(element, '1');
            expect(shownLog(element)).toBe('1');
            await write(element, 'One thing more.');
            await receive(call('2', 'HELD'));
            expect([shownLog(element), comments(element).value]).toEqual(['1', 'One thing more.']);
            await receive(call('3', 'ALERTING'), selection('3'));
            expect(shownLog(element)).toBe('3');
        });

        it('can be gone back to after a reload', async () => {
            const first = await open();
            await receive(call('1', 'CONNECTED'), done('1'));
            await write(first, 'Not saved yet.');
            first.remove();
            await rendered();
            const element = await open();
            expect([shownLog(element), comments(element).value]).toEqual(['1', 'Not saved yet.']);
        });
    });
});
