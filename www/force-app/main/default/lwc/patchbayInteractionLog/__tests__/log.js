/** What the tests of the interaction log share: records, the open log and its parts, an agent’s hand on them. */
import PatchbayInteractionLog from 'c/patchbayInteractionLog';
import { visit } from 'c/patchbaySession';
import { ready, rendered } from '../../patchbaySession/__tests__/harness';

export const NADIA = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren' };
export const THEO = { id: '0035g00000LqT5aAAF', objectApiName: 'Contact', name: 'Theo Okafor' };
export const WREN = { id: '00Q5g00000HbN2dEAF', objectApiName: 'Lead', name: 'Wren Takahashi' };
export const CASE = { id: '5005g00000RvW2qAAF', objectApiName: 'Case', name: '00001026' };
export const RENEWAL = { id: '0065g00000CtD1fAAF', objectApiName: 'Opportunity', name: 'Fleet cover renewal' };

export const open = (properties) => ready('c-patchbay-interaction-log', PatchbayInteractionLog, properties);

export const find = (element, selector) => element.shadowRoot.querySelector(selector);
export const text = (element, selector) => find(element, selector)?.textContent ?? null;
export const texts = (element, selector) =>
    [...element.shadowRoot.querySelectorAll(selector)].map((part) => part.textContent);
export const fact = (element, label) => text(element, `[data-fact="${label}"]`);
export const news = (element) => text(element, '[data-news]');
export const shownLog = (element) => find(element, '[data-log]')?.dataset.log ?? null;
export const comments = (element) => find(element, '[data-field="Description"]');

/** How saving stands, from within: {name, icon, text, reasons}. */
export function saving(element) {
    const root = find(element, 'c-patchbay-save-state').shadowRoot;
    return {
        name: root.querySelector('[data-save-state]').dataset.saveState,
        icon: root.querySelector('lightning-icon').iconName,
        text: root.querySelector('[data-saving]').textContent,
        reasons: [...root.querySelectorAll('[data-reason]')].map((reason) => reason.textContent)
    };
}
export const saveState = (element) => saving(element).name;

/** What is said not to be stored, from within: {title, items, more}; null when nothing is. */
export function losses(element) {
    const root = find(element, '[data-losses]')?.shadowRoot;
    return root
        ? {
              title: root.querySelector('h4').textContent,
              items: [...root.querySelectorAll('li')].map((item) => item.textContent),
              more: root.querySelector('button')
          }
        : null;
}

/** The pick list `name` or `relatedTo`, from within. */
export function picker(element, list) {
    const root = find(element, `[data-list="${list}"]`).shadowRoot;
    const options = () => [...root.querySelectorAll('[role="option"]')];
    const nameOf = (option) => option.querySelector('[data-name]').textContent;
    return {
        input: root.querySelector('input'),
        names: () => options().map(nameOf),
        hint: () => root.querySelector('[data-hint]').textContent,
        note: () => root.querySelector('[data-note]').textContent,
        async open() {
            root.querySelector('input').click();
            await rendered();
        },
        async choose(name) {
            await this.open();
            options()
                .find((option) => nameOf(option) === name)
                .click();
            await rendered();
        },
        async type(value) {
            const input = root.querySelector('input');
            input.value = value;
            input.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await rendered();
        },
        async press(key) {
            root.querySelector('input').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
            await rendered();
        }
    };
}

/** The agent opens these records, one after the other. */
export async function navigate(...records) {
    records.forEach(visit);
    await rendered();
}

export async function write(element, value) {
    comments(element).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await rendered();
}
