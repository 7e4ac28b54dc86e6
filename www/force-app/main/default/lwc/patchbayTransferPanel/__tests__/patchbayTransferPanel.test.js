import { show } from 'c/patchbaySession';
import PatchbayTransferPanel from 'c/patchbayTransferPanel';
import {
    alertText,
    call,
    confirmation,
    enter,
    panel,
    press,
    published,
    ready,
    receive,
    rendered,
    selection,
    watch
} from '../../patchbaySession/__tests__/harness';

const ID = '1234-1234-1234-1234';
const TARGET = '[data-field="transferTarget"]';

const open = () => ready('c-patchbay-transfer-panel', PatchbayTransferPanel, { interactionId: ID });
const picker = (element) => element.shadowRoot.querySelector('c-patchbay-target-picker');
const preview = (element) => element.shadowRoot.querySelector('[data-preview]')?.textContent ?? null;

async function pick(element, kind) {
    if (element.shadowRoot.querySelector('[data-advanced]').getAttribute('aria-expanded') === 'false') {
        await press(element, '[data-advanced]');
    }
    await press(element, `input[value="${kind}"]`);
}

async function choose(element, kind, text) {
    await pick(element, kind);
    await enter(element, TARGET, text);
}

const TARGETS = [
    ['userId', 'a1b2-c3', 'a1b2-c3', 'userId'],
    ['queueId', 'd4e5-f6', 'd4e5-f6', 'queueId'],
    ['phone', '+1 (317) 555-0123', '%2B1%20(317)%20555-0123', 'address'],
    ['flow', 'Auditor Secure Flow', 'sip:Auditor%20Secure%20Flow', 'address'],
    ['address', 'front desk', 'front%20desk', 'address']
];

describe('c-patchbay-transfer-panel', () => {
    it('says so when no interaction is selected', async () => {
        const element = await ready('c-patchbay-transfer-panel', PatchbayTransferPanel);
        expect(panel(element).textContent).toContain('No interaction is selected.');
        await expect(element).toBeAccessible();
    });

    it.each(TARGETS)(
        'shows what a %s becomes to whoever asks',
        async (kind, text, transferTarget, transferTargetType) => {
            const element = await open();
            await choose(element, kind, text);
            expect(preview(element)).toBeNull();
            element.showPreview = true;
            await choose(element, kind, text);
            expect(preview(element)).toBe(JSON.stringify({ transferTarget, transferTargetType }));
            expect(published()).toEqual([]);
            await expect(element).toBeAccessible();
        }
    );

    it.each(TARGETS)('transfers to a %s, blind and with consultation', async (kind, text, target, type) => {
        const element = await open();
        await choose(element, kind, text);
        await press(element, '[data-action="blindTransfer"]');
        await press(element, '[data-action="consultTransfer"]');
        const json = (action) =>
            `{"type":"PureCloud.Interaction.updateState","data":{"action":"${action}","id":"${ID}",` +
            `"participantContext":{"transferTarget":"${target}","transferTargetType":"${type}"}}}`;
        expect(published()).toEqual([json('blindTransfer'), json('consultTransfer')]);
        expect(element.sent).toHaveLength(2);
        expect(confirmation(element)).toMatch('Consult transfer sent at ');
        await expect(element).toBeAccessible();
    });

    it('hands the records of the log over before a transfer, where that is wanted', async () => {
        const element = await ready('c-patchbay-transfer-panel', PatchbayTransferPanel, {
            interactionId: ID,
            handOverRecords: true
        });
        await receive(call(ID, 'CONNECTED', { attributes: { sf_urlpop: '0035g00000LqT4rAAF' } }));
        await choose(element, 'queueId', 'd4e5-f6');
        await press(element, '[data-action="blindTransfer"]');
        await receive({ type: 'Interaction', category: 'consultTransfer', data: ID });
        await press(element, '[data-action="concludeTransfer"]');
        const [handedOver, transfer, ...others] = published().map((message) => JSON.parse(message));
        expect(handedOver.type).toBe('PureCloud.Interaction.addCustomAttributes');
        expect(handedOver.data.attributes.sf_urlpop).toBe('0035g00000LqT4rAAF');
        expect(transfer.data.action).toBe('blindTransfer');
        expect(others.every(({ data }) => data.action)).toBe(true);
        await expect(element).toBeAccessible();
    });

    it('hands over nothing with a transfer that is refused, or of a log without records', async () => {
        const element = await ready('c-patchbay-transfer-panel', PatchbayTransferPanel, {
            interactionId: ID,
            handOverRecords: true
        });
        await choose(element, 'queueId', '');
        await press(element, '[data-action="blindTransfer"]');
        expect(published()).toEqual([]);
        await choose(element, 'queueId', 'd4e5-f6');
        await press(element, '[data-action="blindTransfer"]');
        expect(published()).toHaveLength(1);
    });

    it('concludes a transfer without a target', async () => {
        const element = await open();
        await press(element, '[data-action="concludeTransfer"]');
        expect(published()).toEqual([
            `{"type":"PureCloud.Interaction.updateState","data":{"action":"concludeTransfer","id":"${ID}"}}`
        ]);
        expect(confirmation(element)).toMatch('Conclude transfer sent at ');
    });

    it('says nothing at the field before the first keystroke', async () => {
        const element = await open();
        const problem = watch(element, TARGET);
        await pick(element, 'flow');
        expect(problem()).toBeNull();
        await enter(element, TARGET, 'A');
        expect(problem()).toBe('');
        await enter(element, TARGET, '');
        expect(problem()).toMatch(/\w/);
        expect(preview(element)).toBeNull();
    });

    it('judges the text again when the kind changes', async () => {
        const element = await open();
        const problem = watch(element, TARGET);
        await choose(element, 'flow', 'Auditor Secure Flow');
        expect(problem()).toBe('');
        await pick(element, 'phone');
        expect(problem()).toMatch(/\w/);
        expect(preview(element)).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('warns at the field of text that is encoded already', async () => {
        const element = await open();
        const problem = watch(element, TARGET);
        await choose(element, 'flow', 'Auditor%20Secure%20Flow');
        expect(problem()).toContain('Auditor Secure Flow');
    });

    it('asks for a target, with the focus in the search, and sends nothing without one', async () => {
        const element = await open();
        const focus = jest.spyOn(picker(element), 'focus');
        await press(element, '[data-action="blindTransfer"]');
        expect(picker(element).problem).toBe('Choose who gets the interaction.');
        expect(focus).toHaveBeenCalledTimes(1);
        expect(published()).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('shows the problem at the raw field, with the focus, and sends nothing without a target', async () => {
        const element = await open();
        await press(element, '[data-advanced]');
        const problem = watch(element, TARGET);
        const focus = jest.spyOn(element.shadowRoot.querySelector(TARGET), 'focus');
        await press(element, '[data-action="blindTransfer"]');
        expect(problem()).toMatch(/\w/);
        expect(focus).toHaveBeenCalledTimes(1);
        expect(alertText(element)).toBeNull();
        expect(published()).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('forgets what was typed for another interaction', async () => {
        const element = await open();
        await choose(element, 'phone', '3175550123');
        element.interactionId = '5678';
        await rendered();
        expect(element.shadowRoot.querySelector(TARGET).value).toBe('');
        expect(preview(element)).toBeNull();
    });

    describe('without an interaction of its own', () => {
        const follow = () => ready('c-patchbay-transfer-panel', PatchbayTransferPanel);
        const button = (element, action) => element.shadowRoot.querySelector(`[data-action="${action}"]`);
        const enabled = (element) =>
            [...element.shadowRoot.querySelectorAll('[data-action]')]
                .filter(({ disabled }) => !disabled)
                .map(({ name }) => name);

        it.each([
            ['ALERTING', []],
            ['CONNECTED', ['blindTransfer', 'consultTransfer']],
            ['HELD', ['blindTransfer', 'consultTransfer']],
            ['DISCONNECTED', []]
        ])('enables what the session allows while the selected one is %s', async (state, actions) => {
            const element = await follow();
            await receive(call('1', state));
            expect(enabled(element)).toEqual(actions);
            if (state !== 'DISCONNECTED') {
                await choose(element, 'phone', '3175550123');
            }
            expect(enabled(element)).toEqual(actions);
            const shown = state === 'DISCONNECTED' ? [] : ['blindTransfer', 'consultTransfer'];
            expect([...element.shadowRoot.querySelectorAll('[data-action]')].map(({ name }) => name)).toEqual(shown);
            const disabled = shown.filter((action) => !actions.includes(action));
            expect(disabled.map((action) => button(element, action).title)).toEqual(
                disabled.map(() => expect.stringMatching(/^\p{Lu}[^{}]+\.$/u))
            );
            await expect(element).toBeAccessible();
        });

        it('concludes while somebody is consulted', async () => {
            const element = await follow();
            await receive(call('1', 'CONNECTED'), { type: 'Interaction', category: 'consultTransfer', data: '1' });
            await press(element, '[data-action="concludeTransfer"]');
            expect(published()).toEqual([
                '{"type":"PureCloud.Interaction.updateState","data":{"action":"concludeTransfer","id":"1"}}'
            ]);
        });

        it('never sends to one what was typed for another', async () => {
            const element = await follow();
            await receive(call('1', 'CONNECTED'), call('2', 'CONNECTED'), selection('1'));
            await choose(element, 'phone', '3175550123');
            await receive(call('1', 'CONNECTED', { recordingState: 'paused' }));
            expect(element.shadowRoot.querySelector(TARGET).value).toBe('3175550123');
            show('2');
            await rendered();
            expect(element.shadowRoot.querySelector(TARGET).value).toBe('');
            expect(preview(element)).toBeNull();
        });

        it('shows what the session refuses, should a click come too late', async () => {
            const element = await follow();
            await receive(call('1', 'CONNECTED'));
            await choose(element, 'phone', '3175550123');
            const late = receive(call('1', 'DISCONNECTED'));
            button(element, 'blindTransfer').click();
            await late;
            expect(alertText(element)).toMatch(/^The interaction is over\.$/);
            expect(published()).toEqual([]);
        });
    });
});
