/** What the tests of the integration settings share: the open page, its forms and fields, typing as a person does. */
import PatchbayIntegrationSettings from 'c/patchbayIntegrationSettings';
import { ready, rendered } from '../../patchbaySession/__tests__/harness';

export const SECRET = 's3cr3t-D0NT-T3LL';

/** Settings as a listener stores them. */
export const STORED = [
    {
        id: 'one',
        kind: 'historical',
        platform: 'Salesforce v1',
        group: 'West',
        status: true,
        clientId: '3MVG9',
        clientSecretGiven: true,
        url: 'https://test.salesforce.com/services/oauth2/token',
        apiVersion: 'v53.0',
        adminActivities: 'Meeting',
        idleActivities: 'Idle',
        notReadyActivities: 'Break; Meal',
        readyActivities: 'On Queue',
        serviceLevelThreshold: 20,
        shortAbandonThreshold: 5
    },
    {
        id: 'two',
        kind: 'realtime',
        platform: 'Salesforce v1',
        group: 'West now',
        status: true,
        clientId: '3MVG9',
        clientSecretGiven: true,
        url: 'https://test.salesforce.com/services/oauth2/token',
        apiVersion: '53.0',
        eventName: 'Agent_State__e'
    }
];

export const open = (properties) => ready('c-patchbay-integration-settings', PatchbayIntegrationSettings, properties);

export const status = (name, more) => ({ type: 'UserAction', category: 'status', data: { status: name, ...more } });

export function forms(element) {
    return [...element.shadowRoot.querySelectorAll('c-patchbay-integration-form')];
}

export function titles(element) {
    return forms(element).map((form) => form.shadowRoot.querySelector('h3').textContent);
}

/** Presses a button of the page itself, by its name. */
export async function push(element, name) {
    element.shadowRoot.querySelector(`[data-do="${name}"]`).click();
    await rendered();
}

/** Presses a button of a form: up, down or remove. */
export async function pushAt(element, at, name) {
    forms(element)[at].shadowRoot.querySelector(`[data-move="${name}"], [data-do="${name}"]`).click();
    await rendered();
}

export function control(element, at, name) {
    return forms(element)[at].shadowRoot.querySelector(`[data-name="${name}"] .control`);
}

export function input(element, at, name) {
    return control(element, at, name).shadowRoot.querySelector('input');
}

/** Writes without leaving the field. */
export async function write(element, at, name, value) {
    const field = input(element, at, name);
    field.focus();
    field.value = value;
    field.dispatchEvent(new CustomEvent('input'));
    await rendered();
}

export async function leave(element, at, name) {
    input(element, at, name).dispatchEvent(new CustomEvent('change'));
    await rendered();
}

export async function fill(element, at, values) {
    for (const [name, value] of Object.entries(values)) {
        // eslint-disable-next-line no-await-in-loop -- one after the other is the point
        await write(element, at, name, value);
        // eslint-disable-next-line no-await-in-loop
        await leave(element, at, name);
    }
}

/** A button of a secret's field: replace or keep. */
export function secretButton(element, at, name) {
    return control(element, at, 'clientSecret').shadowRoot.querySelector(`[data-do="${name}"]`);
}

const told = (list) =>
    [...list.shadowRoot.querySelectorAll('[data-severity]')].map((item) => {
        expect(item.querySelector('lightning-icon').iconName).toBe(`utility:${item.dataset.severity}`);
        return item.textContent;
    });

/** The problems at a field, in words. */
export function problemsAt(element, at, name) {
    return told(control(element, at, name).shadowRoot.querySelector('c-patchbay-problem-list'));
}

/** The problems of a form that belong to none of its fields. */
export function ownProblems(element, at) {
    return told(forms(element)[at].shadowRoot.querySelector('[data-own]'));
}

export function listProblems(element) {
    return told(element.shadowRoot.querySelector('[data-list]'));
}

export function news(element) {
    return element.shadowRoot.querySelector('[data-news]').textContent;
}

/** What a historical form says its settings come to. */
export function effect(element, at) {
    return forms(element)[at].shadowRoot.querySelector('c-patchbay-activity-class').shadowRoot;
}

/** The element with the focus, however deep it is. */
export function focused() {
    let { activeElement } = document;
    while (activeElement?.shadowRoot?.activeElement) {
        ({ activeElement } = activeElement.shadowRoot);
    }
    return activeElement;
}
