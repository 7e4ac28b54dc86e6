import PatchbayCallControls from 'c/patchbayCallControls';
import PatchbayInteractionList from 'c/patchbayInteractionList';
import { SecondHand } from 'c/patchbayShared';
import {
    call,
    mount,
    panel,
    pass,
    press,
    published,
    ready,
    receive,
    selection,
    settled,
    stopTime
} from '../../patchbaySession/__tests__/harness';

const NOW = Date.parse('2026-04-09T04:20:00.000Z');
const CONNECTED = { connectedTime: '2026-04-09T04:19:30.000Z', startTime: '2026-04-09T04:19:00.000Z' };

const open = () => ready('c-patchbay-interaction-list', PatchbayInteractionList);
const all = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
const texts = (element, selector) => all(element, selector).map((part) => part.textContent);
const row = (id) => `[data-id="${id}"]`;
const urgent = (element) => element.shadowRoot.querySelector('[data-urgent]').textContent;
const polite = (element) => element.shadowRoot.querySelector('[data-polite]').textContent;

describe('c-patchbay-interaction-list', () => {
    it('shows that it is loading', async () => {
        const element = mount('c-patchbay-interaction-list', PatchbayInteractionList);
        expect(panel(element).querySelector('lightning-spinner')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('says so when nothing is live', async () => {
        const element = await open();
        expect(panel(element).textContent).toContain('No live interactions.');
        await expect(element).toBeAccessible();
    });

    it.each([
        ['ALERTING', 'alerting', 'Alerting'],
        ['DIALING', 'dialing', 'Dialing'],
        ['CONNECTED', 'connected', 'Connected'],
        ['HELD', 'held', 'On hold'],
        ['DISCONNECTED', 'disconnected', 'Disconnected']
    ])('says in words that an interaction is %s', async (state, phase, label) => {
        const element = await open();
        await receive(call('1', state));
        expect(all(element, `${row('1')}[data-phase="${phase}"]`)).toHaveLength(1);
        expect(texts(element, '[data-label]')).toEqual([label]);
        expect(texts(element, '[data-name]')).toEqual(['Ada Client']);
        expect(texts(element, '[data-queue]')).toEqual(['Billing']);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['Call', {}],
        ['Callback', { isCallback: true }],
        ['Chat', { isChat: true }],
        ['E-mail', { isEmail: true }],
        ['Message', { isMessage: true }],
        ['Voicemail', { isVoicemail: true }]
    ])('shows the icon of a %s, with its name', async (label, facts) => {
        const element = await open();
        await receive(call('1', 'CONNECTED', facts));
        expect(element.shadowRoot.querySelector('.interaction__kind').alternativeText).toBe(label);
        await expect(element).toBeAccessible();
    });

    it('calls an interaction by its address, or unknown, when it has no name', async () => {
        const element = await open();
        await receive(
            call('1', 'CONNECTED', { name: '', displayAddress: '+61491570156' }),
            call('2', 'CONNECTED', { name: '' })
        );
        expect(texts(element, '[data-name]')).toEqual(['+61491570156', 'Unknown']);
    });

    it('shows recording, secure pause and a transfer that was announced', async () => {
        const element = await open();
        await receive(call('1', 'CONNECTED', { recordingState: 'active' }));
        expect(texts(element, '[data-mark]')).toEqual(['Selected', 'Recording']);
        await receive(call('1', 'CONNECTED', { recordingState: 'paused', securePause: true }), {
            type: 'Interaction',
            category: 'blindTransfer',
            data: '1'
        });
        expect(texts(element, '[data-mark]')).toEqual(['Selected', 'Recording paused', 'Secure pause', 'Transferring']);
        await expect(element).toBeAccessible();
    });

    it('shows the subject of an e-mail, and what else an agent has to know of an interaction', async () => {
        const element = await open();
        const facts = { isEmail: true, emailSubject: 'Water in the cellar', flagged: true };
        await receive(call('1', 'CONNECTED', { ...facts, isCoBrowsing: true, isSharingScreen: true }));
        expect(texts(element, '[data-subject]')).toEqual(['Water in the cellar']);
        expect(texts(element, '[data-mark]')).toEqual(['Selected', 'Flagged', 'Co-browsing', 'Screen shared']);
        await receive(call('1', 'CONNECTED', { flagged: false, isCoBrowsing: false, isSharingScreen: false }));
        expect(texts(element, '[data-mark]')).toEqual(['Selected']);
        await expect(element).toBeAccessible();
    });

    it('says neither of what rings nor of what is over that it is recorded', async () => {
        const element = await open();
        await receive(call('1', 'ALERTING', { recordingState: 'active' }));
        expect(texts(element, '[data-mark]')).toEqual(['Selected']);
        await receive(call('1', 'DISCONNECTED', { recordingState: 'active', securePause: true, isDisconnected: true }));
        expect(texts(element, '[data-mark]')).toEqual(['Selected']);
    });

    it('calls what was handed over transferred, not disconnected', async () => {
        const element = await open();
        await receive(
            call('1', 'CONNECTED'),
            { type: 'Interaction', category: 'blindTransfer', data: '1' },
            call('1', 'DISCONNECTED')
        );
        expect(texts(element, '[data-label]')).toEqual(['Transferred']);
        expect(texts(element, '[data-mark]')).toEqual(['Selected']);
        expect(polite(element)).toBe('Call with Ada Client: Transferred.');
        await expect(element).toBeAccessible();
    });

    it('shows the number beside the name, once', async () => {
        const element = await open();
        await receive(
            call('1', 'CONNECTED', { displayAddress: '+61491570156' }),
            call('2', 'CONNECTED', { name: '+61491570157', displayAddress: '+61491570157' })
        );
        expect(texts(element, '[data-number]')).toEqual(['+61491570156']);
    });

    it('has neither card nor heading where a tab or a panel says the same', async () => {
        const element = await ready('c-patchbay-interaction-list', PatchbayInteractionList, { bare: true });
        await receive(call('1', 'CONNECTED'));
        expect(panel(element).querySelector('[data-heading]')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('puts the two of a consult transfer together', async () => {
        const element = await open();
        await receive(
            call('1', 'CONNECTED'),
            call('2', 'CONNECTED', { isChat: true, name: 'Bob Chat' }),
            { type: 'Interaction', category: 'consultTransfer', data: '1' },
            call('1', 'HELD')
        );
        expect(texts(element, '[data-pair]')).toEqual(['In consultation']);
        await receive(call('3', 'DIALING', { name: 'Back Office', direction: 'Outbound' }));
        expect(texts(element, '[data-name]')).toEqual(['Ada Client', 'Back Office', 'Bob Chat']);
        expect(texts(element, '[data-pair]')).toEqual(['In consultation', 'Consulted about Ada Client']);
        await expect(element).toBeAccessible();
    });

    it('leaves an interaction out once it is done', async () => {
        const element = await open();
        await receive(call('1', 'CONNECTED'), call('1', 'DISCONNECTED', { isDone: true }));
        expect(panel(element).textContent).toContain('No live interactions.');
    });

    it('marks the selected one; a click selects for all components, until the client selects', async () => {
        const element = await open();
        const controls = await ready('c-patchbay-call-controls', PatchbayCallControls);
        const current = () => all(element, '[aria-current="true"]').map(({ dataset }) => dataset.id);
        await receive(call('1', 'CONNECTED'), call('2', 'CONNECTED'));
        expect(current()).toEqual(['2']);
        await press(element, row('1'));
        expect(current()).toEqual(['1']);
        await press(controls, '[data-action="hold"]');
        expect(published()).toEqual(['{"type":"PureCloud.Interaction.updateState","data":{"action":"hold","id":"1"}}']);
        await receive(selection('2'));
        expect(current()).toEqual(['2']);
        await expect(element).toBeAccessible();
    });

    describe('its clock', () => {
        let run;
        beforeEach(() => {
            run = jest.spyOn(SecondHand.prototype, 'run');
        });

        afterEach(() => run.mockRestore());

        it('runs from the time of connection, else of the start', async () => {
            stopTime(NOW);
            const element = await open();
            await receive(
                call('1', 'CONNECTED', CONNECTED),
                call('2', 'ALERTING', { startTime: '2026-04-09T02:59:59.000Z' }),
                call('3', 'ALERTING')
            );
            expect(texts(element, '[data-timer]')).toEqual(['0:30', '1:20:01']);
            expect(run).toHaveBeenLastCalledWith(true);
            await pass(61);
            expect(texts(element, '[data-timer]')).toEqual(['1:31', '1:21:02']);
            expect(element.shadowRoot.querySelector('[data-timer]').dateTime).toBe('PT91S');
        });

        it('shows no negative time when the server is ahead', async () => {
            stopTime(NOW);
            const element = await open();
            await receive(call('1', 'CONNECTED', { connectedTime: '2026-04-09T04:20:10.000Z' }));
            expect(texts(element, '[data-timer]')).toEqual(['0:00']);
            await pass(15);
            expect(texts(element, '[data-timer]')).toEqual(['0:05']);
        });

        it('tells how long one is on hold', async () => {
            stopTime(NOW);
            const element = await open();
            await receive(call('1', 'CONNECTED', CONNECTED), call('1', 'HELD', CONNECTED));
            await pass(42);
            expect(texts(element, '[data-held]')).toEqual(['on hold 0:42']);
            await receive(call('1', 'CONNECTED', CONNECTED));
            expect(texts(element, '[data-held]')).toEqual([]);
        });

        it('stops when nothing runs any more, and shows how long it was', async () => {
            stopTime(NOW);
            const element = await open();
            await receive(call('1', 'CONNECTED', CONNECTED), call('2', 'CONNECTED', CONNECTED));
            await receive(call('1', 'DISCONNECTED', { ...CONNECTED, endTime: '2026-04-09T04:19:40.000Z' }));
            expect(run).toHaveBeenLastCalledWith(true);
            await receive(call('2', 'DISCONNECTED', { ...CONNECTED, interactionDurationSeconds: 75 }));
            expect(run).toHaveBeenLastCalledWith(false);
            expect(texts(element, '[data-timer]')).toEqual(['0:10', '1:15']);
        });

        it('stops when the list goes, and starts again when it comes back', async () => {
            stopTime(NOW);
            const element = await open();
            await receive(call('1', 'CONNECTED', CONNECTED));
            element.remove();
            expect(run).toHaveBeenLastCalledWith(false);
            document.body.append(element);
            await settled();
            expect(run).toHaveBeenLastCalledWith(true);
        });
    });

    describe('a screen reader', () => {
        it('hears at once, and once, of an interaction that alerts', async () => {
            const element = await open();
            const region = element.shadowRoot.querySelector('[data-urgent]');
            expect(region.getAttribute('role')).toBe('alert');
            await receive(call('1', 'ALERTING'));
            expect(urgent(element)).toBe('Incoming call from Ada Client, queue Billing.');
            const [said] = region.children;
            await receive(call('1', 'ALERTING', { startTime: '2026-04-09T04:19:00.000Z' }));
            expect([...region.children]).toEqual([said]);
            expect(polite(element)).toBe('');
        });

        it('hears no more of what rings once it does not', async () => {
            const element = await open();
            await receive(call('1', 'ALERTING'));
            await receive(call('1', 'CONNECTED'));
            expect(urgent(element)).toBe('');
        });

        it('hears of a second call from the same person too', async () => {
            const element = await open();
            const region = element.shadowRoot.querySelector('[data-urgent]');
            await receive(call('1', 'ALERTING'));
            const [said] = region.children;
            await receive(call('2', 'ALERTING'));
            expect(region.children).toHaveLength(1);
            expect(region.children[0]).not.toBe(said);
        });

        it('hears in its turn of every other change of phase', async () => {
            const element = await open();
            expect(element.shadowRoot.querySelector('[data-polite]').getAttribute('role')).toBe('status');
            await receive(call('1', 'ALERTING'), call('1', 'CONNECTED'));
            expect(polite(element)).toBe('Call with Ada Client: Connected.');
            await receive(call('1', 'HELD'));
            expect(polite(element)).toBe('Call with Ada Client: On hold.');
            await receive(call('1', 'DISCONNECTED'), call('1', 'DISCONNECTED', { isDone: true }));
            expect(polite(element)).toBe('Call with Ada Client: Done.');
            await expect(element).toBeAccessible();
        });

        it('hears nothing old when the list opens, but what still alerts', async () => {
            await open();
            await receive(call('1', 'CONNECTED'), call('2', 'ALERTING', { name: 'Bob', queueName: '', isChat: true }));
            const element = await open();
            expect(polite(element)).toBe('');
            expect(urgent(element)).toBe('Incoming chat from Bob.');
        });

        it('hears who is called when an outbound one alerts', async () => {
            const element = await open();
            await receive(call('1', 'ALERTING', { direction: 'Outbound', isCallback: true }));
            expect(urgent(element)).toBe('Callback to Ada Client alerts, queue Billing.');
        });
    });

    it('says when what was kept of the last session cannot be used', async () => {
        const first = await open();
        await receive(call('1', 'CONNECTED'));
        first.remove();
        const [key] = Object.keys(sessionStorage);
        sessionStorage.setItem(key, '{"cut');
        const element = await open();
        expect(panel(element).querySelector('[role="alert"]').textContent).toMatch(/\w.*\.$/);
        await expect(element).toBeAccessible();
    });
});
