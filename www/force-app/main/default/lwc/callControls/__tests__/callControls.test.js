import { publish } from 'lightning/messageService';
import CallControls from 'c/callControls';
import {
    alertText,
    confirmation,
    mount,
    panel,
    press,
    published,
    ready,
    rendered
} from '../../patchbayElement/__tests__/harness';

const ID = '1234-1234-1234-1234';

describe('c-call-controls', () => {
    it('shows that it is loading', async () => {
        const element = mount('c-call-controls', CallControls, { interactionId: ID });
        expect(panel(element).querySelector('lightning-spinner')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('says so when no interaction is selected', async () => {
        const element = await ready('c-call-controls', CallControls);
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
        const element = await ready('c-call-controls', CallControls, { interactionId: ID });
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
        const element = await ready('c-call-controls', CallControls, { interactionId: '\ud800' });
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
        const element = await ready('c-call-controls', CallControls, { interactionId: ID });
        await press(element, '[data-action="hold"]');
        expect(alertText(element)).toBe('The channel is not there.');
        expect(element.sent).toBeUndefined();
    });

    it('forgets what it said about another interaction', async () => {
        const element = await ready('c-call-controls', CallControls, { interactionId: ID });
        await press(element, '[data-action="hold"]');
        element.interactionId = '5678';
        await rendered();
        expect(confirmation(element)).toBe('');
    });
});
