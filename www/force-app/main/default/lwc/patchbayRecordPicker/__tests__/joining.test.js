import { setup } from '@sa11y/jest';
import {
    NADIA,
    WREN,
    active,
    announced,
    click,
    element,
    input,
    isOpen,
    names,
    press,
    show,
    standIn,
    takeAway,
    type
} from './picker';

describe('records that join the list of c-patchbay-record-picker', () => {
    beforeAll(setup);
    beforeEach(standIn);
    afterEach(takeAway);

    const THEO = { id: '0035g00000LqT5aAAF', objectApiName: 'Contact', name: 'Theo Okafor' };

    it('appear in the open list without disturbing the agent', async () => {
        show();
        await type('a');
        await press('ArrowDown');
        expect(active()).toBe('Wren Takahashi');
        element.join([THEO, { ...NADIA, name: 'Nadia Berg' }]);
        element.count = 4;
        await Promise.resolve();
        expect(input().value).toBe('a');
        expect(active()).toBe('Wren Takahashi');
        expect(names()).toEqual(['Nadia Berg', 'Wren Takahashi', 'Claim 7', 'Theo Okafor']);
        expect(announced()).toBe('4 records.');
        expect(element.entries).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('appear where their rank says', async () => {
        const ranked = [
            { ...NADIA, rank: 3 },
            { ...WREN, rank: 1 }
        ];
        show({ count: 2, entries: () => ranked });
        await click(input());
        element.join([
            { ...THEO, rank: 2 },
            { ...WREN, rank: 4 }
        ]);
        await Promise.resolve();
        expect(names()).toEqual(['Wren Takahashi', 'Nadia Lindgren', 'Theo Okafor']);
    });

    it('appear only if they match what is typed', async () => {
        show();
        await type('wren');
        element.join([THEO]);
        await Promise.resolve();
        expect(names()).toEqual(['Wren Takahashi']);
        await type('');
        expect(names()).toContain('Theo Okafor');
    });

    it('cost nothing while the list is closed', async () => {
        show();
        element.join([THEO]);
        await Promise.resolve();
        expect(element.entries).not.toHaveBeenCalled();
        expect(isOpen()).toBe(false);
    });
});
