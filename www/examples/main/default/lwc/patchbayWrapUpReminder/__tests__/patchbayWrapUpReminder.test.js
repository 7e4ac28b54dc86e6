import PatchbayWrapUpReminder from 'c/patchbayWrapUpReminder';
import { call, done, pass, ready, receive, stopTime } from 'patchbay-harness';

const NOW = Date.parse('2026-05-04T08:00:00Z');
const rows = (element) => [...element.shadowRoot.querySelectorAll('[data-id]')].map(({ textContent }) => textContent);

async function ended() {
    stopTime(NOW);
    const element = await ready('c-patchbay-wrap-up-reminder', PatchbayWrapUpReminder, { afterSeconds: 60 });
    await receive(call('1', 'CONNECTED'), call('1', 'DISCONNECTED', { endTime: '2026-05-04T08:00:00.000Z' }));
    return element;
}

describe('c-patchbay-wrap-up-reminder', () => {
    it('waits before it reminds', async () => {
        const element = await ended();
        await pass(59);
        expect(rows(element)).toEqual([]);
        await pass(1);
        expect(rows(element)).toEqual(['Ada Client ended 1:00 ago']);
        expect(element.shadowRoot.querySelector('[role="status"]').textContent).toBe('To wrap up: 1');
    });

    it('is quiet again after wrap-up, and its clock stands', async () => {
        const element = await ended();
        await pass(90);
        await receive(done('1'));
        expect(rows(element)).toEqual([]);
        const timers = jest.getTimerCount();
        await receive(call('2', 'DISCONNECTED'));
        expect(jest.getTimerCount()).toBeGreaterThan(timers);
    });
});
