import PatchbaySecureSession from 'c/patchbaySecureSession';
import { show } from 'c/patchbaySession';
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
const FLOW = '741f4f39-7a94-470d-a1dd-dd68d01e0dd8';
const START = '[data-action="secureSession"]';

const open = () => ready('c-patchbay-secure-session', PatchbaySecureSession, { interactionId: ID });
const field = (name) => `[data-field="${name}"]`;

describe('c-patchbay-secure-session', () => {
    it('says so when no interaction is selected', async () => {
        const element = await ready('c-patchbay-secure-session', PatchbaySecureSession);
        expect(panel(element).textContent).toContain('No interaction is selected.');
        await expect(element).toBeAccessible();
    });

    it('warns of card and PCI data', async () => {
        const element = await open();
        expect(element.shadowRoot.textContent).toContain('No card or PCI data');
        await expect(element).toBeAccessible();
    });

    it('publishes the documented example', async () => {
        const element = await open();
        await enter(element, field('flowId'), FLOW);
        await enter(element, field('userData'), 'hello');
        await press(element, START);
        expect(published()).toEqual([
            `{"type":"PureCloud.Interaction.updateState","data":{"action":"secureSession","id":"${ID}",` +
                `"secureSessionContext":{"flowId":"${FLOW}","userData":"hello","disconnect":false}}}`
        ]);
        expect(confirmation(element)).toMatch('Secure session sent at ');
        await expect(element).toBeAccessible();
    });

    it('asks for the interaction to be disconnected', async () => {
        const element = await open();
        await enter(element, field('flowId'), FLOW);
        await enter(element, field('userData'), 'hello');
        element.shadowRoot
            .querySelector(field('disconnect'))
            .dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
        await press(element, START);
        expect(element.sent[0].data.secureSessionContext.disconnect).toBe(true);
    });

    it('shows each problem at its field as it is typed, untouched fields stay silent', async () => {
        const element = await open();
        const flowId = watch(element, field('flowId'));
        const userData = watch(element, field('userData'));
        await enter(element, field('userData'), 'card 4111 1111 1111 1111');
        expect(userData()).toMatch(/\w/);
        expect(flowId()).toBe('');
        await enter(element, field('userData'), 'customer 42');
        expect(userData()).toBe('');
    });

    it('shows the problems of all fields when it is sent, and sends nothing', async () => {
        const element = await open();
        const flowId = watch(element, field('flowId'));
        const userData = watch(element, field('userData'));
        const focus = jest.spyOn(element.shadowRoot.querySelector(field('flowId')), 'focus');
        await enter(element, field('userData'), '4111-1111-1111-1111');
        await press(element, START);
        expect(flowId()).toMatch(/\w/);
        expect(userData()).toMatch(/\w/);
        expect(focus).toHaveBeenCalledTimes(1);
        expect(alertText(element)).toBeNull();
        expect(published()).toEqual([]);
        await enter(element, field('flowId'), FLOW);
        expect(flowId()).toBe('');
        expect(userData()).toMatch(/\w/);
        await expect(element).toBeAccessible();
    });

    it('forgets one customer before the next', async () => {
        const element = await open();
        await enter(element, field('userData'), 'customer 42');
        element.interactionId = '5678';
        await rendered();
        expect(element.shadowRoot.querySelector(field('userData')).value).toBe('');
    });

    describe('without an interaction of its own', () => {
        const follow = () => ready('c-patchbay-secure-session', PatchbaySecureSession);
        const start = (element) => element.shadowRoot.querySelector(START);

        const SILENT = /^$/;
        const REASON = /^(?:Only for|Possible once|The interaction is) .+\.$/;
        it.each([
            ['ALERTING', {}, true, REASON],
            ['CONNECTED', {}, false, SILENT],
            ['HELD', {}, false, SILENT],
            ['CONNECTED', { isChat: true }, true, REASON],
            ['DISCONNECTED', {}, true, REASON]
        ])('asks the session whether it may start while %s %p is selected', async (state, facts, disabled, title) => {
            const element = await follow();
            await receive(call('1', state, facts));
            expect(start(element).disabled).toBe(disabled);
            await enter(element, field('flowId'), FLOW);
            await enter(element, field('userData'), 'hello');
            expect(start(element).title).toMatch(title);
            await expect(element).toBeAccessible();
        });

        it('keeps what was typed about one customer away from another', async () => {
            const element = await follow();
            await receive(call('1', 'CONNECTED'), call('2', 'CONNECTED'), selection('1'));
            await enter(element, field('userData'), 'customer 42');
            show('2');
            await rendered();
            expect(element.shadowRoot.querySelector(field('userData')).value).toBe('');
        });
    });
});
