import { createElement } from 'lwc';
import { subscribe } from 'lightning/messageService';
import CallerName from 'c/callerName';
import { fixtures, openTesting } from 'patchbay/testing';

it('shows who calls', async () => {
    const testing = await openTesting();
    const element = createElement('c-caller-name', { is: CallerName });
    document.body.append(element);
    await testing.passTime(0);
    const [, , receive] = subscribe.mock.lastCall; // the session's own listener
    await testing.play({ events: fixtures.inboundCall.events.slice(0, 6) }, receive);
    expect(element.shadowRoot.querySelector('p').textContent).toBe('Mobile Number, Australia');
    document.body.replaceChildren();
    await testing.close();
});
