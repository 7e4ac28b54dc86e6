/** Why a record is offered, and the one key that confirms the likeliest. */
import {
    NADIA,
    WREN,
    announced,
    describeObject,
    find,
    input,
    isOpen,
    options,
    press,
    show,
    standIn,
    takeAway,
    text
} from './picker';

beforeEach(standIn);
afterEach(takeAway);

const REASONS = [
    ['dialled', 'dialled from it'],
    ['popped', 'screen pop'],
    ['visited', 'visited'],
    ['handed-over', 'handed over'],
    ['found', 'found by number or address'],
    ['related', 'belongs to another entry']
];

const VISITED = { ...NADIA, detail: 'Northwind Orchards', reason: 'visited' };
const confirmation = () => text('[data-confirmation]');

describe('the reason of a record', () => {
    it.each(REASONS)('%s is told beside it', async (reason, words) => {
        show({ entries: () => [{ ...NADIA, reason }] });
        await press('ArrowDown');
        expect(options()[0].querySelector('[data-reason]').textContent).toBe(words);
    });

    it.each([undefined, 'stolen'])('is left out where there is none that is known: %s', async (reason) => {
        show({ entries: () => [{ ...NADIA, reason }] });
        await press('ArrowDown');
        expect(options()[0].querySelector('[data-reason]')).toBeNull();
    });
});

describe('one key', () => {
    it('takes the likeliest record, which is told before', async () => {
        const element = show({ proposed: VISITED });
        await describeObject(NADIA, { label: 'Contact' });
        expect(confirmation()).toBe('Enter takes Nadia Lindgren (Contact · Northwind Orchards · visited).');
        expect(input().getAttribute('aria-describedby')).toContain(find('[data-confirmation]').id);
        const { defaultPrevented } = await press('Enter');
        expect(element.chosenIds).toEqual([NADIA.id]);
        expect(announced()).toBe('Nadia Lindgren is chosen.');
        expect(defaultPrevented).toBe(true);
        expect(isOpen()).toBe(false);
    });

    it('confirms the record that is suggested', async () => {
        const element = show({ proposed: VISITED, chosen: VISITED });
        await Promise.resolve();
        expect(confirmation()).toBe('Enter confirms it.');
        await press('Enter');
        expect(element.chosenIds).toEqual([NADIA.id]);
    });

    it('does nothing where there is nothing to confirm', async () => {
        const element = show({ chosen: WREN });
        await Promise.resolve();
        expect(confirmation()).toBe('');
        expect((await press('Enter')).defaultPrevented).toBe(false);
        expect(element.chosenIds).toEqual([]);
    });

    it('belongs to the list while that is open', async () => {
        const element = show({ proposed: VISITED });
        await press('ArrowDown', 'ArrowDown');
        expect(confirmation()).toBe('');
        await press('Enter');
        expect(element.chosenIds).toEqual([WREN.id]);
    });
});
