import { publish } from 'lightning/messageService';
import PatchbayCallControls from 'c/patchbayCallControls';
import {
    alertText,
    call,
    confirmation,
    mount,
    panel,
    press,
    published,
    ready,
    receive,
    rendered,
    selection
} from '../../patchbaySession/__tests__/harness';

const ID = '1234-1234-1234-1234';

const buttons = (element) => [...element.shadowRoot.querySelectorAll('[data-action]')];
const enabled = (element) =>
    buttons(element)
        .filter(({ disabled }) => !disabled)
        .map(({ name }) => name);
const labels = (element) => buttons(element).map(({ label }) => label);

describe('c-patchbay-call-controls', () => {
    it('shows that it is loading', async () => {
        const element = mount('c-patchbay-call-controls', PatchbayCallControls, { interactionId: ID });
        expect(panel(element).querySelector('lightning-spinner')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('says so when no interaction is selected', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        expect(panel(element).textContent).toContain('No interaction is selected.');
        expect(element.shadowRoot.querySelector('lightning-button')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it.each([
        ['pickup', 'Pick up'],
        ['hold', 'Hold'],
        ['mute', 'Mute'],
        ['securePause', 'Secure pause'],
        ['disconnect', 'Disconnect']
    ])('publishes %s', async (action, label) => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls, { interactionId: ID });
        expect(element.shadowRoot.querySelector(`[data-action="${action}"]`).label).toBe(label);
        await press(element, `[data-action="${action}"]`);
        const json = `{"type":"PureCloud.Interaction.updateState","data":{"action":"${action}","id":"${ID}"}}`;
        expect(published()).toEqual([json]);
        expect(element.sent.map((message) => JSON.stringify(message))).toEqual([json]);
        expect(confirmation(element)).toMatch(`${label} sent at `);
        expect(alertText(element)).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows what Patchbay refuses and sends nothing', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls, { interactionId: '\ud800' });
        await press(element, '[data-action="hold"]');
        expect(published()).toEqual([]);
        expect(element.sent).toBeUndefined();
        expect(alertText(element)).not.toBe('');
        expect(confirmation(element)).toBe('');
        await expect(element).toBeAccessible();
    });

    it('shows why a message could not be published', async () => {
        publish.mockImplementationOnce(() => {
            throw new TypeError('The channel is not there.');
        });
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls, { interactionId: ID });
        await press(element, '[data-action="hold"]');
        expect(alertText(element)).toBe('That could not be sent. Tell your administrator: The channel is not there.');
        expect(element.sent).toBeUndefined();
    });

    it('forgets what it said about another interaction', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls, { interactionId: ID });
        await press(element, '[data-action="hold"]');
        element.interactionId = '5678';
        await rendered();
        expect(confirmation(element)).toBe('');
    });

    it.each([
        ['ALERTING', {}, ['disconnect', 'pickup']],
        ['DIALING', { direction: 'Outbound' }, ['disconnect']],
        ['CONNECTED', {}, ['hold', 'mute', 'securePause', 'disconnect']],
        ['CONNECTED', { isChat: true }, ['hold', 'disconnect']],
        ['HELD', {}, ['hold', 'mute', 'securePause', 'disconnect']],
        ['DISCONNECTED', {}, []]
    ])('enables what the session allows while an interaction is %s %p', async (state, facts, actions) => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        await receive(call('1', state, facts), selection('1'));
        expect(enabled(element)).toEqual(actions);
        const disabled = buttons(element).filter((button) => button.disabled);
        expect(disabled.map(({ title }) => title)).toEqual(disabled.map(() => expect.stringMatching(/^\w.+\.$/)));
        expect(buttons(element).filter((button) => !button.disabled && button.title)).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('says why buttons are switched off where a keyboard gets to it', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        await receive(call('1', 'ALERTING'));
        const reasons = element.shadowRoot.querySelector('c-patchbay-refused-actions').shadowRoot;
        expect(reasons.querySelector('button').textContent).toBe('Why some buttons are switched off');
        expect([...reasons.querySelectorAll('[data-refused]')].map(({ dataset }) => dataset.refused)).toEqual([
            'hold',
            'mute',
            'securePause'
        ]);
    });

    it('enables everything for an interaction the session has not heard of', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls, { interactionId: 'unheard-of' });
        expect(enabled(element)).toHaveLength(5);
    });

    it('says what a second click of a toggle means', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        await receive(call('1', 'HELD'));
        expect(labels(element)).toEqual(['Resume', 'Mute', 'Secure pause', 'Disconnect']);
        await press(element, '[data-action="hold"]');
        expect(published()).toEqual(['{"type":"PureCloud.Interaction.updateState","data":{"action":"hold","id":"1"}}']);
        expect(confirmation(element)).toMatch('Resume sent at ');
        await receive(call('1', 'CONNECTED', { securePause: true }));
        expect(labels(element)).toEqual(['Hold', 'Mute', 'Resume recording', 'Disconnect']);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['ALERTING', {}, ['Hold', 'Mute', 'Secure pause', 'Decline', 'Pick up']],
        ['ALERTING', { isChat: true }, ['Hold', 'Decline', 'Pick up']],
        ['CONNECTED', { isEmail: true }, ['Hold', 'Disconnect']],
        ['DIALING', { direction: 'Outbound' }, ['Hold', 'Mute', 'Secure pause', 'Disconnect']],
        ['DISCONNECTED', {}, []]
    ])('shows what applies to the kind, now or later: %s %p', async (state, facts, expected) => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        await receive(call('1', state, facts));
        expect(labels(element)).toEqual(expected);
        await expect(element).toBeAccessible();
    });

    it('offers what ends a consult transfer first, and what turns to the other party', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        const consult = { type: 'Interaction', category: 'consultTransfer', data: '1' };
        const second = { name: 'Back Office', direction: 'Outbound' };
        await receive(call('1', 'CONNECTED'), consult, call('1', 'HELD'), call('2', 'DIALING', second));
        expect(labels(element)).toEqual([
            'Conclude transfer',
            'Cancel consult',
            'Swap',
            'Hold',
            'Mute',
            'Secure pause',
            'Disconnect'
        ]);
        expect(element.shadowRoot.querySelector('[data-action="swap"]').disabled).toBe(true);
        await receive(call('2', 'CONNECTED', second));
        for (const name of ['swap', 'conclude', 'cancel']) {
            // eslint-disable-next-line no-await-in-loop -- one after the other is the point
            await press(element, `[data-action="${name}"]`);
        }
        expect(published().map((json) => JSON.parse(json).data)).toEqual([
            { action: 'hold', id: '2' },
            { action: 'hold', id: '1' },
            { action: 'concludeTransfer', id: '1' },
            { action: 'disconnect', id: '2' }
        ]);
        await expect(element).toBeAccessible();
        await receive(call('2', 'DISCONNECTED'));
        expect(labels(element)).not.toContain('Swap');
    });

    it('swaps both or neither', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        const consult = { type: 'Interaction', category: 'consultTransfer', data: '1' };
        const second = { name: 'Back Office', direction: 'Outbound' };
        await receive(call('1', 'CONNECTED'), consult, call('1', 'HELD'), call('2', 'CONNECTED', second));
        const swap = element.shadowRoot.querySelector('[data-action="swap"]');
        // The second one is held by the client, and the template has not shown it yet: nobody would be spoken to.
        const shown = receive(call('1', 'CONNECTED'));
        swap.click();
        await shown;
        expect(published()).toEqual([]);
        await receive(call('1', 'HELD'));
        publish.mockImplementationOnce(() => {
            throw new TypeError('The channel is not there.');
        });
        await press(element, '[data-action="swap"]');
        expect(publish).toHaveBeenCalledTimes(1);
        expect(alertText(element)).toContain('The channel is not there.');
    });

    it('shows the numbers of a callback, to be dialled', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        const facts = { isCallback: true, callbackNumbers: ['+13175550123', '+13175550199'] };
        await receive(call('1', 'CONNECTED', facts));
        const numbers = () =>
            [...element.shadowRoot.querySelectorAll('lightning-click-to-dial')].map(({ value }) => value);
        expect(numbers()).toEqual(['+13175550123', '+13175550199']);
        await expect(element).toBeAccessible();
        await receive(call('1', 'DISCONNECTED', facts));
        expect(numbers()).toEqual([]);
    });

    it('keeps the focus when its button goes: on the next one, or where they were', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        await receive(call('1', 'ALERTING'));
        const find = (name) => element.shadowRoot.querySelector(`[data-action="${name}"]`);
        const focusIn = (name) =>
            find(name).dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
        focusIn('pickup');
        const next = jest.spyOn(find('hold'), 'focus');
        await receive(call('1', 'CONNECTED'));
        expect(next).toHaveBeenCalledTimes(1);
        focusIn('disconnect');
        await receive(call('1', 'DISCONNECTED'));
        expect(element.shadowRoot.activeElement).toBe(element.shadowRoot.querySelector('c-patchbay-panel'));
    });

    it('leaves the focus where the agent has put it meanwhile', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        await receive(call('1', 'ALERTING'));
        const elsewhere = document.createElement('input');
        document.body.append(elsewhere);
        const find = (name) => element.shadowRoot.querySelector(`[data-action="${name}"]`);
        const focusIn = (name) =>
            find(name).dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
        const next = jest.spyOn(find('hold'), 'focus');
        focusIn('pickup');
        elsewhere.focus();
        await receive(call('1', 'CONNECTED'));
        expect(document.activeElement).toBe(elsewhere);
        focusIn('disconnect');
        elsewhere.blur();
        elsewhere.focus();
        elsewhere.remove();
        await receive(call('1', 'DISCONNECTED'));
        expect(next).not.toHaveBeenCalled();
        expect(document.activeElement).toBe(document.body);
    });

    it('acts on the selected interaction, and on the one it is given before that', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        await receive(call('1', 'CONNECTED'), call('2', 'ALERTING'), selection('2'));
        expect(enabled(element)).toEqual(['disconnect', 'pickup']);
        element.interactionId = '1';
        await rendered();
        await press(element, '[data-action="hold"]');
        element.interactionId = undefined;
        await rendered();
        await press(element, '[data-action="pickup"]');
        expect(published().map((json) => JSON.parse(json).data)).toEqual([
            { action: 'hold', id: '1' },
            { action: 'pickup', id: '2' }
        ]);
    });

    it('shows what the session refuses, should a click come too late', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        await receive(call('1', 'ALERTING'));
        const pickup = element.shadowRoot.querySelector('[data-action="pickup"]');
        const late = receive(call('1', 'CONNECTED'));
        pickup.click();
        await late;
        expect(alertText(element)).toBe('The interaction is answered already.');
        expect(published()).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('is empty again once the interaction is done', async () => {
        const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
        await receive(call('1', 'CONNECTED'), call('1', 'DISCONNECTED', { isDone: true }));
        expect(panel(element).textContent).toContain('No interaction is selected.');
    });
});
