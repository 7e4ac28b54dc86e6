import { setup } from '@sa11y/jest';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import {
    CLAIM,
    NADIA,
    WREN,
    active,
    announced,
    click,
    describeObject,
    element,
    find,
    input,
    isOpen,
    names,
    options,
    press,
    show,
    standIn,
    takeAway,
    text,
    type
} from './picker';

describe('c-patchbay-record-picker', () => {
    beforeAll(setup);

    beforeEach(standIn);
    afterEach(takeAway);

    describe('closed', () => {
        it('does not ask for the list', async () => {
            show();
            await press('a', 'Enter', 'Home', 'Escape');
            expect(element.entries).not.toHaveBeenCalled();
            expect(isOpen()).toBe(false);
        });

        it.each([
            [0, null, 'No records yet. Those you open join this list.'],
            [1, null, '1 record – choose it if it fits'],
            [2, null, '2 records – choose one'],
            [100000, null, '100,000 records – choose one'],
            [1, NADIA, 'Contact'],
            [3, CLAIM, 'Fleet Claim, 1 of 3 records']
        ])('says of %i records with %p chosen: %s', async (count, chosen, hint) => {
            show({ count, chosen });
            expect(text('[data-hint]')).toBe(hint);
            expect(input().value).toBe(chosen?.name ?? '');
            await expect(element).toBeAccessible();
        });

        it('shows the chosen record with the icon of its object, and whatever else has to be known', async () => {
            show({ chosen: WREN, note: 'Salesforce relates a lead to nothing.' });
            expect(find('.field__icon').iconName).toBe('standard:lead');
            expect(text('[data-note]')).toBe('Salesforce relates a lead to nothing.');
            await expect(element).toBeAccessible();
        });
    });

    describe('open', () => {
        it('lists every record with its name and object', async () => {
            show();
            await click(input());
            expect(isOpen()).toBe(true);
            expect(names()).toEqual(['Nadia Lindgren', 'Wren Takahashi', 'Claim 7']);
            expect(options().map((option) => option.querySelector('[data-about]').textContent)).toEqual([
                'Contact',
                'Lead',
                'Fleet Claim'
            ]);
            expect(announced()).toBe('3 records.');
            await expect(element).toBeAccessible();
        });

        it('calls and draws objects as the organisation does', async () => {
            show({ chosen: CLAIM });
            await click(input());
            expect(getObjectInfos.getLastConfig()).toEqual({
                objectApiNames: ['acme__Fleet_Claim__c', 'Contact', 'Lead']
            });
            await describeObject(CLAIM, { label: 'Schadenfall', iconUrl: '/img/icon/t4v35/custom/custom17_120.png' });
            expect(text('[data-hint]')).toBe('Schadenfall, 1 of 3 records');
            expect(find('.field__icon').iconName).toBe('custom:custom17');
            const last = options().at(-1);
            expect(last.querySelector('[data-about]').textContent).toBe('Schadenfall');
            expect([...last.querySelectorAll('lightning-icon')].at(-1).iconName).toBe('custom:custom17');
        });

        it.each([
            ['https://example.com/img/icon/t4v35/standard/account_120.png', 'standard:account'],
            ['/img/icon/t4v35/standard/work_order_item_120.png', 'standard:work_order_item'],
            ['/img/icon/standard/case.svg', 'standard:case'],
            ['https://example.com/mine.png', 'standard:custom'],
            [null, 'standard:custom']
        ])('draws an object whose theme’s picture is %s', async (iconUrl, icon) => {
            show({ chosen: CLAIM });
            await describeObject(CLAIM, { label: 'Claim', iconUrl });
            expect(find('.field__icon').iconName).toBe(icon);
        });

        it('keeps its own words for an object that may not be seen', async () => {
            show({ chosen: CLAIM });
            getObjectInfos.emit({ results: [{ statusCode: 403, result: [{ message: 'No access.' }] }] });
            await Promise.resolve();
            getObjectInfos.error();
            await Promise.resolve();
            expect(text('[data-hint]')).toBe('Fleet Claim, 1 of 3 records');
        });

        it('marks the chosen record, and offers to choose none', async () => {
            show({ chosen: WREN });
            await click(input());
            expect(names()).toEqual(['None', 'Nadia Lindgren', 'Wren Takahashi', 'Claim 7']);
            expect(options().map((option) => option.getAttribute('aria-selected'))).toEqual([
                'false',
                'false',
                'true',
                'false'
            ]);
            await expect(element).toBeAccessible();
            await click(options()[0]);
            expect(element.chosenIds).toEqual([null]);
            expect(announced()).toBe('No record is chosen.');
        });

        it('chooses what is clicked, and keeps the focus in the field', async () => {
            show();
            await click(input());
            const pressed = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
            options()[1].dispatchEvent(pressed);
            expect(pressed.defaultPrevented).toBe(true);
            await click(options()[1]);
            expect(element.chosenIds).toEqual([WREN.id]);
            expect(isOpen()).toBe(false);
            expect(announced()).toBe('Wren Takahashi is chosen.');
        });

        it('narrows to the records whose names have every word typed, in any letter case', async () => {
            show();
            await type('TAKA w');
            expect(isOpen()).toBe(true);
            expect(names()).toEqual(['Wren Takahashi']);
            expect(announced()).toBe('1 record.');
            await type('x');
            expect(names()).toEqual([]);
            expect(text('[data-nothing]')).toBe('No record matches “x”.');
            expect(announced()).toBe('No record matches “x”.');
            await expect(element).toBeAccessible();
            await type('');
            expect(names()).toHaveLength(3);
        });

        it('tells namesakes apart by their second line, and searches in both lines', async () => {
            const account = (detail, id) => ({ ...NADIA, id, detail });
            const entries = [account('Harbour Freight Lines', '1'), account('Northwind Orchards', '2'), WREN];
            show({ count: 3, entries: () => entries, chosen: entries[1] });
            expect(text('[data-hint]')).toBe('Contact · Northwind Orchards, 1 of 3 records');
            await type('nadia');
            const about = () => options().map((option) => option.querySelector('[data-about]').textContent);
            expect(about()).toEqual(['Contact · Harbour Freight Lines', 'Contact · Northwind Orchards']);
            await type('orchards nadia');
            expect(about()).toEqual(['Contact · Northwind Orchards']);
            await type('lead');
            expect(names()).toEqual(['Wren Takahashi']);
            await expect(element).toBeAccessible();
        });

        it('replaces the chosen name by what is typed, wherever the cursor is', async () => {
            show({ chosen: NADIA });
            await click(input());
            input().value = 'Nadiaw Lindgren';
            input().dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: 'w' }));
            await Promise.resolve();
            expect(input().value).toBe('w');
            expect(names()).toEqual(['Wren Takahashi']);
            input().value = 'wr';
            input().dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: 'r' }));
            await Promise.resolve();
            expect(input().value).toBe('wr');
        });

        it('says so when there are no records', async () => {
            show({ count: 0, entries: () => [] });
            await press('ArrowDown');
            expect(text('[data-nothing]')).toBe('No records yet.');
            expect(active()).toBeNull();
            await expect(element).toBeAccessible();
        });

        it('shows 50 of a very long list, and finds all the others', async () => {
            const entries = Array.from({ length: 100000 }, (_, at) => ({
                ...NADIA,
                id: `id${at}`,
                name: `Person ${at}`
            }));
            show({ count: entries.length, entries: () => entries });
            await click(input());
            expect(options()).toHaveLength(50);
            expect(text('[data-more]')).toBe('50 of 100,000 records are shown. Type to find the others.');
            expect(announced()).toBe(text('[data-more]'));
            await type('person 99999');
            expect(names()).toEqual(['Person 99999']);
            expect(text('[data-more]')).toBeNull();
            await press('Enter');
            expect(element.chosenIds).toEqual(['id99999']);
        });

        it('gives the list up when the focus leaves', async () => {
            show({ chosen: NADIA });
            await type('wre');
            input().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
            await Promise.resolve();
            expect(isOpen()).toBe(false);
            expect(input().value).toBe('Nadia Lindgren');
            expect(element.chosenIds).toEqual([]);
        });

        it('closes when it is given another list', async () => {
            show();
            await type('wre');
            element.entries = () => [];
            await Promise.resolve();
            expect(isOpen()).toBe(false);
            expect(input().value).toBe('');
        });
    });

    describe('by keyboard', () => {
        it('has its text selected when it gets the focus, and whenever it closes, so that typing replaces it', async () => {
            show({ chosen: NADIA });
            const selected = () => input().value.slice(input().selectionStart, input().selectionEnd);
            input().focus();
            expect(selected()).toBe('Nadia Lindgren');
            await type('wre');
            await press('Escape');
            expect(selected()).toBe('Nadia Lindgren');
        });

        it('walks in a circle, to both ends, and chooses', async () => {
            show();
            await press('ArrowDown');
            expect(active()).toBe('Nadia Lindgren');
            await press('ArrowDown');
            expect(active()).toBe('Wren Takahashi');
            await press('End');
            expect(active()).toBe('Claim 7');
            await press('ArrowDown');
            expect(active()).toBe('Nadia Lindgren');
            await press('ArrowUp');
            expect(active()).toBe('Claim 7');
            await press('Home');
            expect(active()).toBe('Nadia Lindgren');
            expect(find('.slds-has-focus').scrollIntoView).toHaveBeenCalledWith({ block: 'nearest' });
            await expect(element).toBeAccessible();
            await press('Enter');
            expect(element.chosenIds).toEqual([NADIA.id]);
            expect(isOpen()).toBe(false);
        });

        it('begins at the chosen record, or at the end', async () => {
            show({ chosen: WREN });
            await press('ArrowDown');
            expect(active()).toBe('Wren Takahashi');
            await press('Escape');
            element.chosen = null;
            await press('ArrowUp');
            expect(active()).toBe('Claim 7');
        });

        it('chooses the first match with Enter', async () => {
            show();
            await type('a');
            expect(active()).toBe('Nadia Lindgren');
            await press('Enter');
            expect(element.chosenIds).toEqual([NADIA.id]);
        });

        it('chooses nothing when what was active is gone', async () => {
            show({ chosen: NADIA });
            await press('ArrowDown', 'Home');
            expect(active()).toBe('None');
            element.chosen = null;
            await press('Enter');
            expect(element.chosenIds).toEqual([]);
            expect(isOpen()).toBe(false);
        });

        it('closes with Enter when nothing is active, and with Escape, which goes no further', async () => {
            show({ chosen: NADIA });
            const outside = jest.fn();
            document.body.addEventListener('keydown', outside);
            await click(input());
            await press('Enter');
            expect(isOpen()).toBe(false);
            await type('wre');
            const escape = await press('Escape');
            document.body.removeEventListener('keydown', outside);
            expect(isOpen()).toBe(false);
            expect(input().value).toBe('Nadia Lindgren');
            expect(escape.defaultPrevented).toBe(true);
            expect(outside).not.toHaveBeenCalled();
            expect(element.chosenIds).toEqual([]);
        });

        it('leaves keys to the input method and to selecting text', async () => {
            show();
            await press('ArrowDown');
            const keys = [{ key: 'Enter', isComposing: true }, { key: 'Home', shiftKey: true }, { key: 'ArrowLeft' }];
            for (const init of keys) {
                const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
                input().dispatchEvent(event);
                expect(event.defaultPrevented).toBe(false);
            }
            expect(isOpen()).toBe(true);
        });
    });
});
