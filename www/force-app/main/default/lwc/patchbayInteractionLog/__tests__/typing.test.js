/** The log stays with its interaction while the agent types, and Subject and Type are the agent's too. */
import find from '@salesforce/apex/PatchbayRecordMatch.find';
import save from '@salesforce/apex/PatchbayInteractionLog.save';
import PatchbaySecureSession from 'c/patchbaySecureSession';
import { retry, select, show, subscribe } from 'c/patchbaySession';
import orgSetup from 'c/patchbaySetup';
import {
    call,
    done,
    enter,
    press,
    ready,
    receive,
    rendered,
    requests,
    selection,
    settled,
    TASK
} from '../../patchbaySession/__tests__/harness';
import { comments, find as part, open, shownLog, write } from './log';

jest.mock('@salesforce/apex/PatchbayInteractionLog.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PatchbayRecordMatch.find', () => ({ default: jest.fn() }), { virtual: true });

beforeEach(() => {
    save.mockResolvedValue({ id: TASK, dropped: [] });
    find.mockResolvedValue([]);
});

const focus = (field, type = 'focusin') => field.dispatchEvent(new FocusEvent(type, { bubbles: true, composed: true }));
/** The offer of what waits, from within. */
const offer = (element) => part(element, 'c-patchbay-waiting-interaction').shadowRoot;
const offered = (element) => offer(element).querySelector('.text')?.textContent ?? null;
const subject = (element) => part(element, '[data-field="Subject"]');

async function twoCalls() {
    const element = await open();
    await receive(call('1', 'CONNECTED'));
    return element;
}

describe('c-patchbay-interaction-log', () => {
    it('stays with the interaction that the agent types about, and offers the new one', async () => {
        const element = await twoCalls();
        focus(comments(element));
        await write(element, 'Wants a callback on Mo');
        await receive(call('2', 'ALERTING', { name: 'Theo Okafor' }), selection('2'));
        await write(element, 'Wants a callback on Monday');
        expect(shownLog(element)).toBe('1');
        expect(offered(element)).toBe('New call from Theo Okafor');
        await expect(element).toBeAccessible();
        // The focus goes with the click, and what is clicked stays where it is.
        focus(comments(element), 'focusout');
        await rendered();
        expect(offered(element)).toBe('New call from Theo Okafor');
        offer(element).querySelector('lightning-button').click();
        await rendered();
        expect(shownLog(element)).toBe('2');
        expect(comments(element).value).toBe('');
        expect(offered(element)).toBeNull();
        show('1');
        await rendered();
        expect(comments(element).value).toBe('Wants a callback on Monday');
    });

    it('follows again after the offer was taken by key, and hands the focus on', async () => {
        const element = await twoCalls();
        focus(comments(element));
        await receive(call('2', 'CONNECTED', { name: 'Theo Okafor' }), selection('2'));
        focus(comments(element), 'focusout');
        const button = offer(element).querySelector('lightning-button');
        focus(button);
        button.click();
        await rendered();
        expect(shownLog(element)).toBe('2');
        expect(element.shadowRoot.activeElement).toBe(part(element, 'c-patchbay-panel'));
        select('1');
        await rendered();
        expect(shownLog(element)).toBe('1');
    });

    it('waits in a session that is set up anew too', async () => {
        const form = await ready('c-patchbay-secure-session', PatchbaySecureSession);
        const flow = () => part(form, '[data-field="flowId"]').value;
        await receive(call('1', 'CONNECTED'));
        await enter(form, '[data-field="flowId"]', 'PaymentFlow');
        // The first component that keeps the log comes.
        const element = await open();
        focus(comments(element));
        focus(comments(element), 'focusout');
        await receive(call('2', 'CONNECTED'), selection('2'));
        expect(flow()).toBe('PaymentFlow');
        show('2');
        await rendered();
        expect(flow()).toBe('');
    });

    it('waits while there is no session', async () => {
        const form = await ready('c-patchbay-secure-session', PatchbaySecureSession);
        await receive(call('1', 'CONNECTED'));
        await enter(form, '[data-field="flowId"]', 'PaymentFlow');
        const refuse = () => {
            throw new Error('No room.');
        };
        Object.defineProperty(orgSetup, 'broken', { get: refuse, enumerable: true, configurable: true });
        const stop = subscribe(() => {}, { keepsLog: true });
        await settled();
        expect(part(form, '[data-field="flowId"]')).toBeNull();
        delete orgSetup.broken;
        retry();
        await settled();
        await receive(call('1', 'CONNECTED'));
        expect(part(form, '[data-field="flowId"]').value).toBe('PaymentFlow');
        stop();
    });

    it('stays with a former log that the agent types in', async () => {
        const element = await twoCalls();
        await receive(done('1'), call('2', 'CONNECTED'));
        part(element, '[data-recent]').dispatchEvent(new CustomEvent('change', { detail: { value: '1' } }));
        await rendered();
        focus(comments(element));
        await receive(call('3', 'ALERTING'), selection('3'));
        expect(shownLog(element)).toBe('1');
        await write(element, 'One thing more.');
        focus(comments(element), 'focusout');
        show('3');
        await rendered();
        expect(shownLog(element)).toBe('3');
    });

    it('follows again once nobody types', async () => {
        const element = await twoCalls();
        focus(comments(element));
        await receive(call('2', 'CONNECTED'), selection('2'));
        focus(comments(element), 'focusout');
        select('2');
        await rendered();
        expect(shownLog(element)).toBe('2');
        expect(offered(element)).toBeNull();
    });

    it('holds nothing for a component that is given its interaction, or is gone', async () => {
        const element = await twoCalls();
        const given = await open({ interactionId: '1' });
        focus(comments(given));
        await receive(call('2', 'CONNECTED'), selection('2'));
        expect([shownLog(element), shownLog(given)]).toEqual(['2', '1']);
        expect(part(given, 'c-patchbay-waiting-interaction')).toBeNull();
        const other = await open();
        focus(comments(other));
        other.remove();
        select('1');
        await rendered();
        expect(shownLog(element)).toBe('1');
    });

    it('says so while an earlier log is edited, and goes back', async () => {
        const element = await twoCalls();
        await receive(done('1'), call('2', 'CONNECTED'));
        expect(part(element, '[data-earlier]')).toBeNull();
        part(element, '[data-recent]').dispatchEvent(new CustomEvent('change', { detail: { value: '1' } }));
        await rendered();
        expect(part(element, '[data-earlier]').textContent).toBe('You are editing an earlier log.');
        await expect(element).toBeAccessible();
        await press(element, '[data-action="back"]');
        expect([shownLog(element), part(element, '[data-earlier]')]).toEqual(['2', null]);
    });

    it('has Subject and Type edited, and an emptied subject is the default one again', async () => {
        const element = await twoCalls();
        const former = subject(element).value;
        expect(former).toMatch(/^Call /);
        expect(part(element, '[data-field="Type"]').options).toContainEqual({ value: 'Voicemail', label: 'Voicemail' });
        focus(subject(element));
        await enter(element, '[data-field="Subject"]', 'Asks about the renewal');
        await enter(element, '[data-field="Type"]', 'Email');
        expect(part(element, '[data-subject]').textContent).toBe('Asks about the renewal');
        expect(part(element, '[data-field="Type"]').value).toBe('Email');
        await enter(element, '[data-field="Subject"]', '');
        expect(subject(element).value).toBe('');
        subject(element).dispatchEvent(new CustomEvent('blur'));
        await rendered();
        expect(subject(element).value).toBe(former);
        await enter(element, '[data-field="Subject"]', 'Renewal');
        part(element, '[data-action="open"]').click();
        await rendered();
        expect(requests(save).at(-1).callLog).toMatchObject({ Subject: 'Renewal', Type: 'Email' });
    });
});
