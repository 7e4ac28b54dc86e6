import PatchbayStatusControl from 'c/patchbayStatusControl';
import {
    alertText,
    confirmation,
    panel,
    press,
    published,
    ready,
    receive
} from '../../patchbaySession/__tests__/harness';

const STATUSES = [
    { id: '1234-1234-1234-1234', label: 'Available' },
    { id: '5678-5678-5678-5678', label: 'Meal' },
    { id: '', label: 'Broken' }
];

const ORGANISATION = [
    { id: 'a', label: 'Available', status: 'AVAILABLE' },
    { id: 'b', label: 'Break', status: 'BREAK' },
    { id: 'c', label: 'Coffee', status: 'BREAK', subStatus: 'Coffee' },
    { id: 'm', label: 'Meal', status: 'MEAL' }
];

const status = (name, more) => ({ type: 'UserAction', category: 'status', data: { status: name, ...more } });
const routing = (name) => ({ type: 'UserAction', category: 'routingStatus', data: name });
const pressed = (element) =>
    [...element.shadowRoot.querySelectorAll('[data-status]')]
        .filter(({ ariaPressed, variant, iconName }) => {
            expect([variant, iconName ?? null]).toEqual(
                ariaPressed === 'true' ? ['brand', 'utility:check'] : ['neutral', null]
            );
            return ariaPressed === 'true';
        })
        .map(({ label }) => label);
const facts = (element) =>
    [...element.shadowRoot.querySelectorAll('[data-fact]')].map(({ dataset, textContent }) => [
        dataset.fact,
        textContent
    ]);

describe('c-patchbay-status-control', () => {
    it.each([undefined, null, [], 'Available'])('says so when the statuses are %p', async (statuses) => {
        const element = await ready('c-patchbay-status-control', PatchbayStatusControl, { statuses });
        expect(panel(element).textContent).toContain(
            'No statuses are given. Your administrator adds them in Setup, under Custom Metadata Types, Patchbay Status.'
        );
        await expect(element).toBeAccessible();
    });

    it('publishes the chosen status', async () => {
        const element = await ready('c-patchbay-status-control', PatchbayStatusControl, { statuses: STATUSES });
        await press(element, '[data-status="5678-5678-5678-5678"]');
        expect(published()).toEqual(['{"type":"PureCloud.User.updateStatus","data":{"id":"5678-5678-5678-5678"}}']);
        expect(element.sent).toHaveLength(1);
        expect(confirmation(element)).toMatch('Meal sent at ');
        await expect(element).toBeAccessible();
    });

    it('shows what Patchbay refuses and sends nothing', async () => {
        const element = await ready('c-patchbay-status-control', PatchbayStatusControl, { statuses: STATUSES });
        await press(element, '[data-status=""]');
        expect(alertText(element)).toMatch(/\w/);
        expect(published()).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('says so while the client has told nothing of the agent', async () => {
        const element = await ready('c-patchbay-status-control', PatchbayStatusControl, { statuses: ORGANISATION });
        expect(element.shadowRoot.textContent).toContain('The client has not told the agent’s status yet.');
        expect(pressed(element)).toEqual([]);
    });

    it('shows what the agent is in, and marks the entry of it', async () => {
        const element = await ready('c-patchbay-status-control', PatchbayStatusControl, { statuses: ORGANISATION });
        await receive(status('MEAL'), routing('OFF_QUEUE'));
        expect(facts(element)).toEqual([
            ['status', 'Meal'],
            ['routingStatus', 'Off queue']
        ]);
        expect(pressed(element)).toEqual(['Meal']);
        await receive(status('AVAILABLE'));
        expect(pressed(element)).toEqual(['Available']);
        await expect(element).toBeAccessible();
    });

    it('tells a sub-status from its status', async () => {
        const element = await ready('c-patchbay-status-control', PatchbayStatusControl, { statuses: ORGANISATION });
        await receive(status('BREAK', { sub_status: 'Coffee' }));
        expect(pressed(element)).toEqual(['Coffee']);
        expect(facts(element)).toEqual([
            ['status', 'Break'],
            ['subStatus', 'Coffee']
        ]);
        await receive(status('BREAK', { sub_status: 'Walk' }));
        expect(pressed(element)).toEqual(['Break']);
        await receive(status('BREAK'));
        expect(pressed(element)).toEqual(['Break']);
        await expect(element).toBeAccessible();
    });

    it('marks nothing where the entries do not say what they stand for', async () => {
        const element = await ready('c-patchbay-status-control', PatchbayStatusControl, { statuses: STATUSES });
        await receive(status('MEAL'));
        expect(pressed(element)).toEqual([]);
        await expect(element).toBeAccessible();
    });
});
