import { createElement } from 'lwc';
import HoldButton from 'c/holdButton';
import { fixtures, openTesting } from 'patchbay/testing';

const { events } = fixtures.inboundCall;
const CALL = events.find(({ message }) => message.category === 'add').message.data.id;

describe('c-hold-button', () => {
    for (const timers of ['the machine', 'Jest']) {
        it(`holds once the call is connected, on the clock of ${timers}`, async () => {
            if (timers === 'Jest') {
                jest.useFakeTimers();
            }
            const testing = await openTesting();
            const element = Object.assign(createElement('c-hold-button', { is: HoldButton }), { interactionId: CALL });
            const sent = jest.fn();
            element.addEventListener('send', ({ detail }) => sent(detail));
            document.body.append(element);
            await testing.passTime(0);
            const button = element.shadowRoot.querySelector('button');
            expect(button.disabled).toBe(true);
            const connected = events.findIndex(({ message }) => message.data?.new?.isConnected);
            const recording = { events: events.slice(0, connected + 1) };
            await testing.play(recording, (message) => element.receive(message));
            button.click();
            expect(sent).toHaveBeenCalledWith(testing.patchbay.updateState('hold', CALL));
            document.body.replaceChildren();
            await testing.close();
            jest.useRealTimers();
        });
    }
});
