/* What became of what was sent, and clicks that come twice. */
import PatchbayCallControls from 'c/patchbayCallControls';
import {
    alertText,
    call,
    confirmation,
    letTimeGo,
    panel,
    pass,
    press,
    published,
    ready,
    receive,
    selection,
    stopTime
} from '../../patchbaySession/__tests__/harness';

const button = (element, action) => element.shadowRoot.querySelector(`[data-action="${action}"]`);
const unconfirmed = (element) =>
    [...panel(element).querySelectorAll('[data-unconfirmed]')].map((one) => ({
        text: one.querySelector('p').textContent,
        reasons: [...one.querySelectorAll('[data-reason]')].map(({ dataset }) => dataset.reason)
    }));

async function controls(...messages) {
    stopTime();
    const element = await ready('c-patchbay-call-controls', PatchbayCallControls);
    await receive(...messages);
    return element;
}

describe('c-patchbay-call-controls, once something was sent', () => {
    it('says that it waits, and then that Genesys Cloud has reacted', async () => {
        const element = await controls(call('1', 'CONNECTED'));
        await press(element, '[data-action="hold"]');
        expect(confirmation(element)).toMatch(/^Hold sent at .+\. Waiting for Genesys Cloud …$/);
        await receive(call('1', 'HELD'));
        expect(confirmation(element)).toMatch(/^Hold sent at .+\. Genesys Cloud has reacted\.$/);
        await pass(60);
        expect(unconfirmed(element)).toEqual([]);
        await letTimeGo();
        await expect(element).toBeAccessible();
    });

    it('says that Genesys Cloud has not reacted, with the likely reasons, until it does', async () => {
        const element = await controls(call('1', 'CONNECTED'));
        await press(element, '[data-action="securePause"]');
        await pass(4);
        expect(unconfirmed(element)).toEqual([]);
        await pass(1);
        expect(unconfirmed(element)).toEqual([
            {
                text: expect.stringMatching(/^Secure pause sent at .+\. Genesys Cloud has not reacted\.$/),
                reasons: ['client-silent', 'not-recorded', 'not-permitted']
            }
        ]);
        expect(panel(element).querySelector('[data-unconfirmed]').closest('[role="alert"]')).not.toBeNull();
        expect(confirmation(element)).toBe('');
        await letTimeGo();
        await expect(element).toBeAccessible();
        await receive(call('1', 'CONNECTED', { securePause: true }));
        expect(unconfirmed(element)).toEqual([]);
        expect(confirmation(element)).toMatch(/Genesys Cloud has reacted\.$/);
    });

    it('says so of an interaction that is not shown any more, by its name', async () => {
        const element = await controls(call('1', 'CONNECTED'), call('2', 'ALERTING', { name: 'Ben' }), selection('1'));
        await press(element, '[data-action="hold"]');
        await receive(selection('2'));
        expect(confirmation(element)).toBe('');
        await pass(5);
        expect(unconfirmed(element).map(({ text }) => text)).toEqual([
            expect.stringMatching(/^Hold for Ada Client sent at .+\. Genesys Cloud has not reacted\.$/)
        ]);
    });

    it.each(['hold', 'securePause', 'mute', 'disconnect'])('sends %s once on a double click', async (action) => {
        const element = await controls(call('1', 'CONNECTED'));
        button(element, action).click();
        button(element, action).click();
        await pass(0.1);
        expect(published()).toHaveLength(1);
        expect(alertText(element)).toBeNull();
        expect(confirmation(element)).toMatch(' sent at ');
    });

    it('does not resume a recording by the second click of a double click that comes after the event', async () => {
        const element = await controls(call('1', 'CONNECTED'));
        await press(element, '[data-action="securePause"]');
        await pass(0.12);
        await receive(call('1', 'CONNECTED', { securePause: true }));
        expect(button(element, 'securePause').label).toBe('Resume recording');
        await press(element, '[data-action="securePause"]');
        expect(published()).toHaveLength(1);
        await pass(0.5);
        await press(element, '[data-action="securePause"]');
        expect(published()).toHaveLength(2);
    });

    it('turns nothing back by a click on what a button said before', async () => {
        const element = await controls(call('1', 'CONNECTED'));
        const pause = button(element, 'securePause');
        // The client or another page has paused it, and the template has not shown it yet.
        const shown = receive(call('1', 'CONNECTED', { securePause: true }));
        pause.click();
        await shown;
        expect(published()).toEqual([]);
    });

    it('says so when a second click comes too early, and is not that of a double click', async () => {
        const element = await controls(call('1', 'CONNECTED'));
        await press(element, '[data-action="mute"]');
        await pass(0.8);
        await press(element, '[data-action="mute"]');
        expect(published()).toHaveLength(1);
        expect(alertText(element)).toMatch(/moment ago/);
        await pass(0.5);
        await press(element, '[data-action="mute"]');
        expect(published()).toHaveLength(2);
        expect(alertText(element)).toBeNull();
    });

    it('offers to unmute, and shows when mute was asked for', async () => {
        const element = await controls(call('1', 'CONNECTED'));
        await press(element, '[data-action="mute"]');
        const mute = button(element, 'mute');
        const remark = () => element.shadowRoot.querySelector('[data-mute-remark]')?.textContent ?? null;
        expect(mute.label).toBe('Unmute');
        expect(remark()).toMatch(/^Mute asked for at \d+:\d\d/);
        await pass(60);
        expect(unconfirmed(element)).toEqual([]);
        await press(element, '[data-action="mute"]');
        expect([mute.label, remark()]).toEqual(['Mute', null]);
        expect(published()).toHaveLength(2);
        await letTimeGo();
        await expect(element).toBeAccessible();
    });
});
