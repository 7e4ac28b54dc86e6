import { createElement } from 'lwc';
import { publish, subscribe } from 'lightning/messageService';
import EscalateButton from 'c/escalateButton';
import { fixtures, openTesting } from 'patchbay/testing';

const { events } = fixtures.inboundCall;
const CALL = events.find(({ message }) => message.category === 'add').message.data.id;

describe('c-escalate-button', () => {
    let testing;
    let element;
    beforeEach(async () => {
        testing = await openTesting();
        element = createElement('c-escalate-button', { is: EscalateButton });
        document.body.append(element);
        await testing.passTime(0);
    });
    afterEach(async () => {
        document.body.replaceChildren();
        await testing.close();
        publish.mockClear();
    });

    const texts = () => element.shadowRoot.querySelector('c-patchbay-panel').shadowRoot.textContent;

    async function callUntilConnected() {
        const [, , receive] = subscribe.mock.lastCall;
        const connected = events.findIndex(({ message }) => message.data?.new?.isConnected);
        await testing.play({ events: events.slice(0, connected + 1) }, receive);
    }

    it('sends the call to the flow', async () => {
        await callUntilConnected();
        element.shadowRoot.querySelector('button').click();
        await testing.passTime(0);
        const [, , message] = publish.mock.lastCall;
        expect(message).toEqual(testing.patchbay.blindTransfer(CALL, { flow: 'Escalation' }));
        expect(texts()).toMatch('Sent at');
    });

    it('says why nothing can be sent, in the words of the package', async () => {
        await testing.passTime(0);
        expect(texts()).toMatch('No interaction');
    });
});
