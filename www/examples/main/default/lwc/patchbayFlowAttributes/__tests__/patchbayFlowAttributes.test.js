import PatchbayFlowAttributes from 'c/patchbayFlowAttributes';
import { alertText, call, published, ready, receive, rendered } from 'patchbay-harness';

describe('c-patchbay-flow-attributes', () => {
    it('sends the attribute with Next', async () => {
        const element = await ready('c-patchbay-flow-attributes', PatchbayFlowAttributes, {
            name: 'reason',
            value: 'Water damage'
        });
        await receive(call('1', 'CONNECTED'));
        expect(element.validate()).toEqual({ isValid: true, errorMessage: '' });
        expect(JSON.parse(published()[0]).data).toEqual({ attributes: { reason: 'Water damage' }, id: '1' });
        await rendered();
        await expect(element).toBeAccessible();
    });

    it('keeps the screen, and says why', async () => {
        const element = await ready('c-patchbay-flow-attributes', PatchbayFlowAttributes, {
            name: 'reason',
            value: Number.NaN
        });
        await receive(call('1', 'CONNECTED'));
        const { isValid, errorMessage } = element.validate();
        await rendered();
        expect(isValid).toBe(false);
        expect(alertText(element)).toBe(errorMessage);
        expect(published()).toEqual([]);
    });
});
