/** One picker with three records, and what its tests do with it. */
import { createElement } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import PatchbayRecordPicker from 'c/patchbayRecordPicker';

export const NADIA = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren' };
export const WREN = { id: '00Q5g00000HbN2dEAF', objectApiName: 'Lead', name: 'Wren Takahashi' };
export const CLAIM = { id: 'a0K5g000000CdE1EAK', objectApiName: 'acme__Fleet_Claim__c', name: 'Claim 7' };
export const ALL = [NADIA, WREN, CLAIM];

export let element;
export const find = (selector) => element.shadowRoot.querySelector(selector);
export const input = () => find('input');
export const options = () => [...element.shadowRoot.querySelectorAll('[role="option"]')];
export const names = () => options().map((option) => option.querySelector('[data-name]').textContent);
export const text = (selector) => find(selector)?.textContent ?? null;
export const announced = () => text('[data-announcement]');
export const isOpen = () => input().getAttribute('aria-expanded') === 'true';
/** The option that the field points to. */
export const active = () => {
    const id = input().getAttribute('aria-activedescendant');
    return (
        id &&
        options()
            .find((option) => option.id === id)
            .querySelector('[data-name]').textContent
    );
};

export function show(properties = {}) {
    element = createElement('c-patchbay-record-picker', { is: PatchbayRecordPicker });
    const entries = jest.fn(() => ALL);
    Object.assign(element, { label: 'Name', count: ALL.length, entries, ...properties });
    element.chosenIds = [];
    element.addEventListener('choose', ({ detail }) => element.chosenIds.push(detail.recordId));
    document.body.append(element);
    return element;
}

/** The organisation says how it calls and draws the record's object. */
export async function describeObject({ objectApiName: apiName }, { label, iconUrl }) {
    const result = { apiName, label, themeInfo: iconUrl && { iconUrl } };
    getObjectInfos.emit({ results: [{ statusCode: 200, result }] });
    await Promise.resolve();
}

export async function press(...keys) {
    let last;
    for (const key of keys) {
        last = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true });
        input().dispatchEvent(last);
        // eslint-disable-next-line no-await-in-loop -- one after the other is the point
        await Promise.resolve();
    }
    return last;
}

export async function type(value) {
    input().value = value;
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
    await Promise.resolve();
}

export async function click(target) {
    target.click();
    await Promise.resolve();
}

/** jsdom scrolls nothing, so that a page with a picker needs this before its tests, and the other one after. */
export function standIn() {
    Element.prototype.scrollIntoView = jest.fn();
}

export function takeAway() {
    document.body.replaceChildren();
    delete Element.prototype.scrollIntoView;
}
