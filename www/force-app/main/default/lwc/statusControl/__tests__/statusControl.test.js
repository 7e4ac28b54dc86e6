import StatusControl from 'c/statusControl';
import { alertText, confirmation, panel, press, published, ready } from '../../patchbayElement/__tests__/harness';

const STATUSES = [
    { id: '1234-1234-1234-1234', label: 'Available' },
    { id: '5678-5678-5678-5678', label: 'Meal' },
    { id: '', label: 'Broken' }
];

describe('c-status-control', () => {
    it.each([undefined, null, [], 'Available'])('says so when the statuses are %p', async (statuses) => {
        const element = await ready('c-status-control', StatusControl, { statuses });
        expect(panel(element).textContent).toContain('No statuses are given.');
        await expect(element).toBeAccessible();
    });

    it('publishes the chosen status', async () => {
        const element = await ready('c-status-control', StatusControl, { statuses: STATUSES });
        await press(element, '[data-status="5678-5678-5678-5678"]');
        expect(published()).toEqual(['{"type":"PureCloud.User.updateStatus","data":{"id":"5678-5678-5678-5678"}}']);
        expect(element.sent).toHaveLength(1);
        expect(confirmation(element)).toMatch('Meal sent at ');
        await expect(element).toBeAccessible();
    });

    it('shows what Patchbay refuses and sends nothing', async () => {
        const element = await ready('c-status-control', StatusControl, { statuses: STATUSES });
        await press(element, '[data-status=""]');
        expect(alertText(element)).toMatch(/\w/);
        expect(published()).toEqual([]);
        await expect(element).toBeAccessible();
    });
});
