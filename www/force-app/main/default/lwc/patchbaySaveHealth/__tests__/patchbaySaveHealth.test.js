/** Whether what an agent does reaches Salesforce: said while it does not, and when it does again. */
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import PatchbaySaveHealth from 'c/patchbaySaveHealth';
import {
    apexError,
    call,
    letTimeGo,
    pass,
    press,
    ready,
    receive,
    rendered,
    stopTime,
    TASK
} from '../../patchbaySession/__tests__/harness';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });

const OTHER_TASK = '00T5g00000XyZ13EAF';

const online = jest.spyOn(navigator, 'onLine', 'get');

const open = () => ready('c-patchbay-save-health', PatchbaySaveHealth);
const part = (element, selector) => element.shadowRoot.querySelector(selector);
const health = (element) => part(element, '[data-health]')?.dataset.health ?? null;
const banner = (element) => part(element, '.text').textContent;
const news = (element) => part(element, '[data-news]').textContent;

async function network(is) {
    online.mockReturnValue(is);
    window.dispatchEvent(new CustomEvent(is ? 'online' : 'offline'));
    await rendered();
}

beforeEach(() => {
    stopTime();
    online.mockReturnValue(true);
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
});

describe('c-patchbay-save-health', () => {
    it('is silent while all is well', async () => {
        const element = await open();
        await receive(call('1', 'CONNECTED'));
        await pass(10);
        expect([health(element), news(element)]).toEqual([null, '']);
        await letTimeGo();
        await expect(element).toBeAccessible();
    });

    it('says that a log is not saved, how many are, and that all are again', async () => {
        save.mockRejectedValue(apexError('The server is busy.'));
        const element = await open();
        await receive(call('1', 'CONNECTED'));
        await pass(5);
        expect(health(element)).toBe('unsaved');
        expect(banner(element)).toBe('One log is not saved yet. It is kept here and tried again.');
        expect(news(element)).toBe(banner(element));
        await receive(call('2', 'CONNECTED'));
        await pass(10);
        expect(banner(element)).toBe('2 logs are not saved yet. They are kept here and tried again.');
        // Still the same trouble: nothing new to be told.
        expect(news(element)).toMatch(/^One log/);
        [TASK, OTHER_TASK].forEach((id) => save.mockResolvedValueOnce({ id, dropped: [] }));
        // Both are tried again, and answered.
        await pass(60);
        await pass(60);
        expect([health(element), news(element)]).toEqual([null, 'Everything is saved again.']);
    });

    it('saves at once when it is told to', async () => {
        save.mockRejectedValueOnce(apexError('The server is busy.'));
        const element = await open();
        await receive(call('1', 'CONNECTED'));
        await pass(5);
        await press(element, '[data-do="save"]');
        await rendered();
        expect(health(element)).toBeNull();
    });

    it('stays usable when saving at once fails, too', async () => {
        save.mockRejectedValue(apexError('The server is busy.'));
        const element = await open();
        await receive(call('1', 'CONNECTED'));
        await pass(5);
        await press(element, '[data-do="save"]');
        await rendered();
        expect(health(element)).toBe('unsaved');
        expect(part(element, '[data-do="save"]').disabled).toBe(false);
        await letTimeGo();
        await expect(element).toBeAccessible();
        save.mockResolvedValue({ id: TASK, dropped: [] });
    });

    it('says that there is no network, which outweighs the rest, and hears of it no more once it is gone', async () => {
        const element = await open();
        await network(false);
        expect(health(element)).toBe('offline');
        expect(banner(element)).toMatch(/^No network\. What you do is kept here/);
        expect(news(element)).toBe(banner(element));
        expect(part(element, '[data-do="save"]')).toBeNull();
        await network(true);
        expect([health(element), news(element)]).toEqual([null, 'Everything is saved again.']);
        element.remove();
        await network(false);
        await network(true);
    });

    it('knows of a network that was gone before it came', async () => {
        online.mockReturnValue(false);
        const element = await open();
        expect(health(element)).toBe('offline');
        await letTimeGo();
        await expect(element).toBeAccessible();
    });
});
