/** What the agent puts into the log: records chosen from lists that grow, and comments. */
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import { select, visit } from 'c/patchbaySession';
import { alertText, call, receive, rendered, requests, TASK, watch } from '../../patchbaySession/__tests__/harness';
import { CASE, comments, NADIA, navigate, news, open, picker, RENEWAL, saving, THEO, WREN, write } from './log';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });

const PHONE = { displayAddress: '+61491570156' };

beforeEach(() => {
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
});

async function live(facts) {
    const element = await open();
    await receive(call('1', 'CONNECTED', facts));
    return element;
}

describe('c-patchbay-interaction-log', () => {
    describe('its pick lists', () => {
        it('begin empty, and say how they grow', async () => {
            const element = await live();
            expect(picker(element, 'name').hint()).toBe('No records yet. Those you open join this list.');
            await expect(element).toBeAccessible();
        });

        it('have the one record that was found chosen', async () => {
            find.mockResolvedValue([NADIA]);
            const element = await live(PHONE);
            expect(picker(element, 'name').input.value).toBe('Nadia Lindgren');
            expect(picker(element, 'name').hint()).toBe('Contact');
        });

        it('leave the choice among several to the agent', async () => {
            find.mockResolvedValue([NADIA, THEO]);
            const element = await live(PHONE);
            expect(picker(element, 'name').hint()).toBe('2 records – choose one');
            await expect(element).toBeAccessible();
            await picker(element, 'name').choose('Theo Okafor');
            expect(picker(element, 'name').input.value).toBe('Theo Okafor');
            expect(picker(element, 'name').hint()).toBe('Contact, 1 of 2 records');
        });

        it('grow while the agent navigates, the last one first, without changing the choice', async () => {
            find.mockResolvedValue([NADIA]);
            const element = await live(PHONE);
            await navigate(THEO, CASE, RENEWAL, THEO);
            expect(picker(element, 'name').input.value).toBe('Nadia Lindgren');
            await picker(element, 'name').open();
            expect(picker(element, 'name').names()).toEqual(['None', 'Theo Okafor', 'Nadia Lindgren']);
            await picker(element, 'relatedTo').open();
            expect(picker(element, 'relatedTo').names()).toEqual(['Fleet cover renewal', '00001026']);
        });

        it('take records in while they are open, without losing what was typed', async () => {
            const element = await live();
            await navigate(NADIA);
            const name = picker(element, 'name');
            await name.type('okaf');
            expect(name.names()).toEqual([]);
            await navigate(THEO, WREN, CASE);
            expect(name.input.value).toBe('okaf');
            expect(name.names()).toEqual(['Theo Okafor']);
            await name.press('ArrowDown');
            await name.press('Enter');
            expect(name.input.value).toBe('Theo Okafor');
        });

        it('let a choice go again', async () => {
            find.mockResolvedValue([NADIA]);
            const element = await live(PHONE);
            await picker(element, 'name').choose('None');
            expect(picker(element, 'name').input.value).toBe('');
            expect(picker(element, 'name').hint()).toBe('1 record – choose it if it fits');
        });

        it('take hundreds of visits, and show the beginning', async () => {
            const element = await live();
            for (let at = 0; at < 500; at += 1) {
                visit({
                    id: `a0K5g00000${String(at).padStart(5, '0')}`,
                    objectApiName: 'Claim__c',
                    name: `Claim ${at}`
                });
            }
            await rendered();
            const relatedTo = picker(element, 'relatedTo');
            expect(relatedTo.hint()).toBe('500 records – choose one');
            await relatedTo.open();
            expect(relatedTo.names()).toHaveLength(50);
            await relatedTo.type('499');
            await relatedTo.press('Enter');
            expect(relatedTo.input.value).toBe('Claim 499');
        });
    });

    describe('a lead as Name', () => {
        it('takes Related To out, says so, and gives it back', async () => {
            const element = await live();
            await navigate(WREN, NADIA, CASE);
            await picker(element, 'relatedTo').choose('00001026');
            await picker(element, 'name').choose('Wren Takahashi');
            expect(picker(element, 'relatedTo').note()).toMatch(/^Wren Takahashi is a lead, .+ 00001026 is kept/);
            expect(picker(element, 'relatedTo').input.value).toBe('00001026');
            expect(news(element)).toBe(picker(element, 'relatedTo').note());
            await expect(element).toBeAccessible();
            await picker(element, 'name').choose('Nadia Lindgren');
            expect(picker(element, 'relatedTo').note()).toBe('');
        });

        it('says so too while nothing is chosen as Related To', async () => {
            const element = await live();
            await navigate(WREN);
            await picker(element, 'name').choose('Wren Takahashi');
            expect(picker(element, 'relatedTo').note()).toBe(
                'A lead is chosen as Name, and Salesforce relates an activity of a lead to nothing.'
            );
        });
    });

    describe('comments', () => {
        it('are kept with every keystroke, whatever happens to the page', async () => {
            const element = await live();
            await write(element, 'W');
            await write(element, 'Wants a refund');
            expect(requests(save)).toEqual([]);
            element.remove();
            // As after a crash: nobody has closed the session.
            const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
            expect(kept).toContain('Wants a refund');
            await rendered();
            const after = await open();
            expect(comments(after).value).toBe('Wants a refund');
        });

        it('stay as they are typed while messages arrive', async () => {
            const element = await live();
            await write(element, 'Wants');
            const field = comments(element);
            const set = jest.fn();
            Object.defineProperty(field, 'value', { set, get: () => 'Wants' });
            await receive(call('1', 'HELD'), call('1', 'CONNECTED', { disposition: 'Refund' }));
            await write(element, 'Wants a');
            expect(set.mock.calls).toEqual([['Wants a']]);
        });

        it('belong to their interaction', async () => {
            const element = await live();
            await write(element, 'About the first');
            await receive(call('2', 'CONNECTED'));
            select('2');
            await rendered();
            expect(comments(element).value).toBe('');
            await write(element, 'About the second');
            select('1');
            await rendered();
            expect(comments(element).value).toBe('About the first');
        });

        it('are the same in every log of the page, but for the field somebody writes in', async () => {
            const [one, two] = [await live(), await open()];
            await write(one, 'Once');
            expect(comments(two).value).toBe('Once');
            comments(two).dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
            await write(one, 'Twice');
            expect(comments(two).value).toBe('Once');
        });

        it('that are too long are refused at the field, and stay to be shortened', async () => {
            const element = await live();
            const shown = watch(element, '[data-field="Description"]');
            await write(element, 'x'.repeat(32001));
            expect(shown()).toBe('This is too long. Enter less.');
            expect(comments(element).value).toHaveLength(32001);
            expect(alertText(element)).toBeNull();
            await receive(call('1', 'HELD'));
            expect(comments(element).value).toHaveLength(32001);
            await write(element, 'short');
            expect(shown()).toBe('');
        });
    });

    it('says once, and for as long as it is true, that what is written is not kept over a reload', async () => {
        const element = await live();
        const set = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
            throw new DOMException('Full.', 'QuotaExceededError');
        });
        await write(element, 'W');
        const told = alertText(element);
        expect(told).toMatch(/\w.*\.$/);
        await write(element, 'Wants');
        expect(alertText(element)).toBe(told);
        expect(comments(element).value).toBe('Wants');
        set.mockRestore();
    });

    it('shows what could not be chosen', async () => {
        const element = await live();
        element.shadowRoot
            .querySelector('[data-list="name"]')
            .dispatchEvent(new CustomEvent('choose', { detail: { recordId: NADIA.id } }));
        await rendered();
        expect(alertText(element)).toBe('This record is not in the list. Open it first.');
        expect(saving(element)).toMatchObject({ name: 'pending', text: 'Saving in a moment…' });
    });
});
