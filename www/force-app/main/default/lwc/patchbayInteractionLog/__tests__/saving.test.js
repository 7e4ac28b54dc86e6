/** Whether the log is saved, what of it could not be stored, and the way to the saved record. */
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import { select } from 'c/patchbaySession';
import {
    apexError,
    call,
    letTimeGo,
    pass,
    press,
    receive,
    rendered,
    requests,
    stopTime,
    TASK
} from '../../patchbaySession/__tests__/harness';
import { CASE, find as part, losses, navigate, news, open, picker, saveState, saving, write } from './log';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });

const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
    const { CurrentPageReference } = jest.requireActual('lightning/navigation');
    const Navigate = Symbol('Navigate');
    const NavigationMixin = (Base) =>
        class extends Base {
            [Navigate](reference) {
                mockNavigate(reference);
            }
        };
    return { CurrentPageReference, NavigationMixin: Object.assign(NavigationMixin, { Navigate }) };
});

const OPEN = '[data-action="open"]';
const standing = (element) => [saving(element).name, saving(element).text];

beforeEach(() => {
    stopTime();
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
});

async function live() {
    const element = await open();
    await receive(call('1', 'CONNECTED'));
    return element;
}

/** A save whose answer the test gives. */
function answers() {
    const pending = [];
    save.mockImplementation(() => new Promise((resolve, reject) => pending.push({ resolve, reject })));
    return {
        async resolve(answer = { id: TASK, dropped: [] }) {
            pending.shift().resolve(answer);
            await rendered();
        },
        async reject(error) {
            pending.shift().reject(error);
            await rendered();
        }
    };
}

describe('c-patchbay-interaction-log', () => {
    describe('says how it stands with being saved', () => {
        it('from nothing to save to saved', async () => {
            const answer = answers();
            const element = await open();
            await receive(call('1', 'ALERTING'));
            expect(standing(element)).toEqual(['none', 'Nothing to save yet']);
            await receive(call('1', 'CONNECTED'));
            expect(standing(element)).toEqual(['pending', 'Saving in a moment…']);
            await pass(2);
            expect(standing(element)).toEqual(['saving', 'Saving…']);
            await answer.resolve();
            expect(standing(element)).toEqual(['saved', 'Saved']);
            expect(saving(element).icon).toBe('utility:success');
            expect(news(element)).toBe('');
        });

        it('when saves fail: how many, and why', async () => {
            save.mockRejectedValue(apexError('The network is down.'));
            const element = await live();
            await pass(2);
            expect(saveState(element)).toBe('failing');
            expect(saving(element).text).toBe('Not saved: 1 attempt failed, trying again');
            expect(saving(element).reasons).toEqual(['Saving failed: The network is down.']);
            expect(news(element)).toBe('The log is not saved. Saving failed: The network is down.');
            const [told] = part(element, '[data-news]').children;
            await pass(3);
            expect(saving(element).text).toBe('Not saved: 2 attempts failed, trying again');
            expect(part(element, '[data-news]').firstElementChild).toBe(told);
            save.mockResolvedValue({ id: TASK, dropped: [] });
            await pass(10);
            expect(saveState(element)).toBe('saved');
            expect(saving(element).reasons).toEqual([]);
            expect(news(element)).toBe('The log is saved.');
        });

        it('when Salesforce answers nothing', async () => {
            save.mockResolvedValue(null);
            const element = await live();
            await pass(2);
            expect(saving(element).reasons).toEqual(['Saving failed. It is tried again.']);
            await letTimeGo();
            await expect(element).toBeAccessible();
        });
    });

    describe('says what could not be stored', () => {
        it('of fields that have no place of their own', async () => {
            const reason = 'You may not edit it.';
            save.mockResolvedValue({ id: TASK, dropped: [{ field: 'Type', reason }] });
            const element = await live();
            expect(losses(element)).toBeNull();
            await pass(2);
            expect(losses(element).items).toEqual(['Type is not stored: You may not edit it.']);
            expect(news(element)).toBe('Type is not stored: You may not edit it.');
            await letTimeGo();
            await expect(element).toBeAccessible();
        });

        it('of a pick list, at the pick list', async () => {
            save.mockResolvedValue({ id: TASK, dropped: [{ field: 'WhatId', reason: 'You may not edit it.' }] });
            const element = await live();
            await navigate(CASE);
            await picker(element, 'relatedTo').choose('00001026');
            await pass(2);
            expect(picker(element, 'relatedTo').note()).toBe('Related To is not stored: You may not edit it.');
            expect(losses(element)).toBeNull();
        });
    });

    describe('opens the saved record', () => {
        const page = {
            type: 'standard__recordPage',
            attributes: { recordId: TASK, objectApiName: 'Task', actionName: 'view' }
        };

        it('once what the agent sees is in it', async () => {
            const answer = answers();
            const element = await live();
            await write(element, 'Wants a refund');
            expect(part(element, OPEN).label).toBe('Save and open log');
            await press(element, OPEN);
            expect(requests(save).map(({ eventName, callLog }) => [eventName, callLog.Description])).toEqual([
                ['openCallLog', 'Wants a refund']
            ]);
            expect(mockNavigate).not.toHaveBeenCalled();
            await answer.resolve();
            expect(mockNavigate.mock.calls).toEqual([[page]]);
            expect(part(element, OPEN).label).toBe('Open saved log');
        });

        it('at once when all is saved', async () => {
            const element = await live();
            await pass(2);
            await press(element, OPEN);
            expect(mockNavigate.mock.calls).toEqual([[page]]);
            expect(save).toHaveBeenCalledTimes(1);
        });

        it('as it was saved last when it cannot be saved now', async () => {
            const element = await live();
            await pass(2);
            save.mockRejectedValue(apexError('The network is down.'));
            await write(element, 'Wants a refund');
            await press(element, OPEN);
            expect(mockNavigate.mock.calls).toEqual([[page]]);
            expect(saveState(element)).toBe('failing');
        });

        it('not while there is none, nor later when the agent has given up', async () => {
            const answer = answers();
            const element = await live();
            await press(element, OPEN);
            await answer.reject(apexError('The network is down.'));
            expect(saveState(element)).toBe('failing');
            await pass(5);
            await answer.resolve();
            expect(saveState(element)).toBe('saved');
            expect(mockNavigate).not.toHaveBeenCalled();
        });

        it('not once the agent has gone on to another log', async () => {
            const element = await live();
            await pass(2);
            await receive(call('2', 'CONNECTED'));
            const answer = answers();
            await press(element, OPEN);
            select('1');
            await rendered();
            expect(part(element, OPEN).label).toBe('Open saved log');
            await answer.resolve();
            expect(mockNavigate).not.toHaveBeenCalled();
        });
    });

    it('saves after a reload what was not saved before it, once', async () => {
        save.mockRejectedValue(apexError('The network is down.'));
        const first = await live();
        await write(first, 'Wants a refund');
        await pass(2);
        first.remove();
        await pass(5);
        save.mockClear();
        save.mockResolvedValue({ id: TASK, dropped: [] });
        const element = await open();
        await pass(10);
        expect(saveState(element)).toBe('saved');
        expect(requests(save).map(({ callLog }) => callLog.Description)).toEqual(['Wants a refund']);
    });
});
