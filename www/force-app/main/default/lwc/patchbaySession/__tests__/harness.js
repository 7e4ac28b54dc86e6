/** What the tests of all components share: mounting, waiting for Patchbay, and no test may leave a console error behind. */
import { createElement } from 'lwc';
import { createMessageContext, MessageContext, publish, subscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';
import orgSetup from 'c/patchbaySetup';
import { setup } from '@sa11y/jest';

export const CONTEXT = { name: 'the message context' };
/** The record that a log is saved in. */
export const TASK = '00T5g00000XyZ12EAF';
export const SESSION_CONTEXT = { name: 'the message context of the session' };

let timeStands = false;

beforeAll(setup);

beforeEach(() => {
    // Tests of another keeper say so.
    orgSetup.logKeeper = 'patchbay';
    jest.spyOn(console, 'error');
    createMessageContext.mockReturnValue(SESSION_CONTEXT);
    // What jsdom has not got.
    Element.prototype.scrollIntoView ??= jest.fn();
    sessionStorage.clear();
    localStorage.clear();
});

afterEach(async () => {
    document.body.replaceChildren();
    await letTimeGo();
    expect(console.error).not.toHaveBeenCalled();
});

/** Puts the component on the page, with the message context that Lightning would give it. */
export function mount(name, constructor, properties = {}) {
    const element = Object.assign(createElement(name, { is: constructor }), properties);
    element.addEventListener('sent', ({ detail }) => (element.sent ??= []).push(detail.message));
    document.body.append(element);
    MessageContext.emit(CONTEXT);
    return element;
}

/** What the client says of a call, in short. */
export function call(id, state, facts = {}) {
    const data = { id, state, direction: 'Inbound', name: 'Ada Client', queueName: 'Billing', ...facts };
    return { type: 'Interaction', category: 'change', data: { new: data } };
}

export function selection(interactionId) {
    return { type: 'Notification', category: 'interactionSelection', data: { interactionId } };
}

/** The interaction is over, wrap-up included. */
export function done(id) {
    return call(id, 'DISCONNECTED', { isDone: true });
}

/** What getObjectInfo says of a field that may be written, in short. */
export function fieldInfo(facts = {}) {
    return { dataType: 'String', length: 255, createable: true, updateable: true, ...facts };
}

/** What Apex rejects with. */
export function apexError(message) {
    return { status: 500, body: { message, exceptionType: 'System.AuraHandledException' } };
}

/** What a mock of `PatchbayInteractionLog.save` was asked to save, in order. */
export function requests(save) {
    return save.mock.calls.map(([{ data }]) => JSON.parse(data));
}

/** The listener of the one subscription that feeds the session. */
export function sessionListener() {
    return subscribe.mock.calls.findLast(([context]) => context === SESSION_CONTEXT)[2];
}

/** The client publishes, and the templates show it. */
export async function receive(...messages) {
    const listener = sessionListener();
    messages.forEach((message) => listener(message));
    await rendered();
}

/** Patchbay is loaded, or has failed to, and the template shows it. */
export async function settled() {
    await load().catch(() => {});
    await rendered();
}

export async function rendered() {
    for (let turn = 0; turn < 5; turn += 1) {
        // eslint-disable-next-line no-await-in-loop -- one after the other is the point
        await Promise.resolve();
    }
}

/** Time stands still until the test lets it pass. Jest's clock has no timeOrigin, as browsers' have. */
export function stopTime(now = Date.now()) {
    timeStands = true;
    jest.useFakeTimers({ now });
    Object.defineProperty(performance, 'timeOrigin', { value: now, configurable: true });
}

/** Time is the machine's again. A session that was closed has got what it waited for. */
export async function letTimeGo() {
    if (timeStands) {
        await pass(5);
    }
    timeStands = false;
    jest.useRealTimers();
}

export async function pass(seconds) {
    jest.advanceTimersByTime(seconds * 1000);
    await rendered();
}

export async function ready(name, constructor, properties) {
    const element = mount(name, constructor, properties);
    await settled();
    return element;
}

/** The frame's own template, where loading, errors, problems and the confirmation are. */
export function panel(element) {
    return element.shadowRoot.querySelector('c-patchbay-panel').shadowRoot;
}

export function alertText(element) {
    const inner = panel(element).querySelector('c-patchbay-load-trouble')?.shadowRoot;
    return (inner ?? panel(element)).querySelector('[role="alert"]')?.textContent ?? null;
}

export function confirmation(element) {
    return panel(element).querySelector('.confirmation').textContent;
}

export async function press(element, selector) {
    element.shadowRoot.querySelector(selector).click();
    await rendered();
}

/** Types as a person does: the base component's stub has no input of its own. Returns what the field was told to show. */
export async function enter(element, selector, value) {
    const field = element.shadowRoot.querySelector(selector);
    field.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await rendered();
}

/** Watches a field of a base component's stub; the result says which problem it shows now. */
export function watch(element, selector) {
    const field = element.shadowRoot.querySelector(selector);
    const told = jest.spyOn(field, 'setCustomValidity');
    return () => told.mock.lastCall?.[0] ?? null;
}

/** The JSON of everything published, in order; each went to the one channel, in the session's context. */
export function published(from = SESSION_CONTEXT) {
    return publish.mock.calls.map(([context, channel, message]) => {
        expect(context).toBe(from);
        expect(channel).toBe(CLIENT_EVENT);
        return JSON.stringify(message);
    });
}
