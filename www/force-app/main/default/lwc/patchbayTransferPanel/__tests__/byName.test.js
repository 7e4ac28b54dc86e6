/** A transfer by name: found by typing, chosen by key or click, remembered, marked as a favourite. */
import PatchbayTransferPanel from 'c/patchbayTransferPanel';
import { setTransferSource, show } from 'c/patchbaySession';
import orgSetup from 'c/patchbaySetup';
import {
    call,
    enter,
    pass,
    press,
    published,
    ready,
    receive,
    rendered,
    selection,
    stopTime
} from '../../patchbaySession/__tests__/harness';

const ROBIN = '3d2c9a54-6e0b-4f7d-9b1a-8c5e2f4d7a11';
const BILLING = 'b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502';
const TARGETS = [
    { kind: 'userId', value: ROBIN, label: 'Robin Vale', group: 'Claims' },
    { kind: 'queueId', value: BILLING, label: 'Billing' },
    { kind: 'flow', value: 'Customer Survey', label: 'Survey' }
];

const picker = (element) => element.shadowRoot.querySelector('c-patchbay-target-picker').shadowRoot;
const input = (element) => picker(element).querySelector('input');
const options = (element) => [...picker(element).querySelectorAll('[role="option"]')];
const names = (element) => options(element).map((option) => option.querySelector('[data-name]').textContent);
const about = (element, at) => options(element)[at].querySelector('[data-about]').textContent;
const remark = (element) => picker(element).querySelector('[data-remark]')?.textContent ?? null;
const transferred = () => published().map((json) => JSON.parse(json).data);

async function open() {
    const element = await ready('c-patchbay-transfer-panel', PatchbayTransferPanel);
    await receive(call('1', 'CONNECTED'));
    return element;
}

async function type(element, text) {
    const field = input(element);
    field.value = text;
    field.dispatchEvent(new CustomEvent('input'));
    await rendered();
}

async function key(element, name, more = {}) {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });
    input(element).dispatchEvent(event);
    await rendered();
    return event.defaultPrevented;
}

const active = (element) => {
    const id = input(element).getAttribute('aria-activedescendant');
    return options(element).find((option) => option.id === id)?.dataset.id ?? null;
};

describe('a transfer by name', () => {
    let takeBack;
    beforeEach(() => {
        orgSetup.transferTargets = TARGETS;
        takeBack = setTransferSource(null);
    });
    afterEach(() => {
        takeBack();
        orgSetup.transferTargets = [];
    });

    it.each([
        ['blindTransfer', {}],
        ['consultTransfer', { ctrlKey: true }]
    ])('is typed, chosen by arrow and sent by Enter: %s', async (action, modifiers) => {
        const element = await open();
        await type(element, 'rob');
        expect(names(element)).toEqual(['Robin Vale']);
        expect(about(element, 0)).toBe('Agent · Claims');
        expect(input(element).getAttribute('aria-expanded')).toBe('true');
        await expect(element).toBeAccessible();
        expect(await key(element, 'ArrowDown')).toBe(true);
        expect(active(element)).toBe('option-0');
        await key(element, 'Enter', modifiers);
        expect(transferred()).toEqual([
            { action, id: '1', participantContext: { transferTarget: ROBIN, transferTargetType: 'userId' } }
        ]);
        expect(input(element).value).toBe('Robin Vale');
        expect(options(element)).toEqual([]);
    });

    it('sends nobody anywhere by Enter alone: it makes an option active first', async () => {
        const element = await open();
        await type(element, 'bil');
        await key(element, 'Enter');
        expect(published()).toEqual([]);
        expect(active(element)).toBe('option-0');
        await key(element, 'Escape');
        expect(input(element).getAttribute('aria-expanded')).toBe('false');
        expect(published()).toEqual([]);
    });

    it('is not sent by Enter held down', async () => {
        const element = await open();
        await type(element, 'bil');
        await key(element, 'Enter');
        await key(element, 'Enter', { repeat: true });
        expect(published()).toEqual([]);
        expect(active(element)).toBe('option-0');
        await key(element, 'Enter');
        expect(transferred()[0].participantContext.transferTarget).toBe(BILLING);
    });

    it('takes the place of what was typed raw, and the other way round', async () => {
        const element = await open();
        const raw = () => element.shadowRoot.querySelector('[data-field="transferTarget"]');
        element.shadowRoot.querySelector('[data-advanced]').click();
        await rendered();
        await enter(element, '[data-field="transferTarget"]', '7f1e6b38-0c4d-4a2e-8d95-2b6f9c3a1e42');
        await type(element, 'bil');
        await key(element, 'ArrowDown');
        await key(element, 'Enter');
        expect(transferred().at(-1).participantContext.transferTarget).toBe(BILLING);
        expect(raw().value).toBe('');
        await receive(call('2', 'CONNECTED'), selection('2'));
        await type(element, 'rob');
        options(element)[0].click();
        await rendered();
        await enter(element, '[data-field="transferTarget"]', '7f1e6b38-0c4d-4a2e-8d95-2b6f9c3a1e42');
        expect(input(element).value).toBe('');
        await press(element, '[data-action="blindTransfer"]');
        expect(transferred().at(-1)).toMatchObject({
            id: '2',
            participantContext: { transferTarget: '7f1e6b38-0c4d-4a2e-8d95-2b6f9c3a1e42' }
        });
    });

    it('comes back with its interaction', async () => {
        const element = await open();
        await receive(call('2', 'CONNECTED'));
        show('1');
        await type(element, 'rob');
        options(element)[0].click();
        await rendered();
        show('2');
        await rendered();
        expect(input(element).value).toBe('');
        show('1');
        await rendered();
        expect(input(element).value).toBe('Robin Vale');
    });

    it('is clicked: an option, and a button', async () => {
        const element = await open();
        input(element).click();
        await rendered();
        expect(names(element)).toEqual(['Billing', 'Robin Vale', 'Survey']);
        options(element)[2].click();
        await rendered();
        element.shadowRoot.querySelector('[data-action="blindTransfer"]').click();
        await rendered();
        expect(transferred()[0].participantContext).toEqual({
            transferTarget: 'sip:Customer%20Survey',
            transferTargetType: 'address'
        });
    });

    it('remembers whom it went to, and favourites', async () => {
        const element = await open();
        await type(element, 'sur');
        await key(element, 'ArrowDown');
        await key(element, 'Enter');
        element.shadowRoot.querySelector('[data-favourite]').click();
        await rendered();
        expect(element.shadowRoot.querySelector('[data-favourite]').selected).toBe(true);
        await type(element, '');
        expect(names(element)).toEqual(['Survey', 'Billing', 'Robin Vale']);
        expect(options(element)[0].querySelector('lightning-icon:last-child').alternativeText).toBe('Favourite');
    });

    it('offers a number that is typed, and marks none as a favourite', async () => {
        const element = await open();
        await type(element, '+49 30 123456');
        options(element)[0].click();
        await rendered();
        expect(element.shadowRoot.querySelector('[data-favourite]')).toBeNull();
        element.shadowRoot.querySelector('[data-action="consultTransfer"]').click();
        await rendered();
        expect(transferred()[0].participantContext.transferTarget).toBe('%2B49%2030%20123456');
    });

    it('says what to do when nothing fits', async () => {
        const element = await open();
        await type(element, 'zzz');
        expect(remark(element)).toBe('Nobody and nothing called “zzz” was found.');
        await expect(element).toBeAccessible();
    });

    it('takes back what was chosen when the text is changed', async () => {
        const element = await open();
        await type(element, 'bil');
        options(element)[0].click();
        await rendered();
        await type(element, 'billin');
        element.shadowRoot.querySelector('[data-action="blindTransfer"]').click();
        await rendered();
        expect(published()).toEqual([]);
        expect(picker(element).querySelector('[data-problem]').textContent).toBe('Choose who gets the interaction.');
    });

    it('asks the source of the organisation once the agent stops typing, and says who is free', async () => {
        stopTime();
        const asked = jest.fn(async () => [
            { kind: 'agent', value: ROBIN, label: 'R. Vale', available: true, status: 'On queue' },
            { kind: 'agent', value: '7f1e6b38-0c4d-4a2e-8d95-2b6f9c3a1e42', label: 'Roberta Lee', available: false },
            { kind: 'queue', value: 'e47b3f91-5a2c-4d08-b1e6-9f8c7d6a5b03', label: 'Robotics', waitSeconds: 95 },
            { kind: 'agent', value: 'no ID', label: 'Rob' }
        ]);
        takeBack = setTransferSource(asked);
        const element = await open();
        await type(element, 'r');
        await type(element, 'rob');
        expect(names(element)).toEqual(['Robin Vale']);
        await key(element, 'ArrowDown');
        await pass(1);
        expect(asked.mock.calls).toEqual([['rob']]);
        expect(names(element)).toEqual(['Robin Vale', 'Robotics', 'Roberta Lee']);
        expect(active(element)).toBe('option-0');
        expect(about(element, 0)).toBe('Agent · Claims · Available: On queue');
        expect(about(element, 1)).toBe('Queue · wait about 1:35');
        expect(about(element, 2)).toBe('Agent · Not available');
        expect(remark(element)).toMatch(/^Some targets of your organisation cannot be used/);
    });

    it('says that the source failed, and forgets answers to what was typed before', async () => {
        stopTime();
        const answers = [];
        takeBack = setTransferSource(() => new Promise((resolve, reject) => answers.push({ resolve, reject })));
        const element = await open();
        await type(element, 'ro');
        await pass(1);
        expect(remark(element)).toBe('Searching…');
        await type(element, 'bil');
        await pass(1);
        answers[0].resolve([{ kind: 'flow', value: 'Bilingual', label: 'Bilingual' }]);
        answers[1].reject({ body: { message: 'No access.' } });
        await rendered();
        expect(names(element)).toEqual(['Billing']);
        expect(remark(element)).toBe('The directory could not be searched: No access.');
    });
});
