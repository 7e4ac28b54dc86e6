/** Writing settings: both forms, problems at their fields, order, saving. */
import { alertText, confirmation, rendered } from '../../patchbaySession/__tests__/harness';
import {
    STORED,
    control,
    fill,
    focused,
    forms,
    input,
    leave,
    listProblems,
    news,
    open,
    ownProblems,
    problemsAt,
    push,
    pushAt,
    titles,
    write
} from './settings';

const labels = (element, at) =>
    [...forms(element)[at].shadowRoot.querySelectorAll('.control')].map(({ field, label }) => field?.label ?? label);

describe('c-patchbay-integration-settings', () => {
    it('says so when nothing is set up, and offers nothing to save', async () => {
        const element = await open();
        expect(element.shadowRoot.querySelector('[data-empty]').textContent).toContain('No integration is set up.');
        expect(element.shadowRoot.querySelector('[data-do="save"]').disabled).toBe(true);
        await expect(element).toBeAccessible();
    });

    it.each([undefined, null, 5, 'text', {}])('takes %p for no settings', async (settings) => {
        const element = await open({ settings });
        expect(forms(element)).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it.each([null, 5, [5], { kind: 'nonsense' }])('says that %p are no settings of a known form', async (setting) => {
        const element = await open({ settings: [setting] });
        expect(ownProblems(element, 0)).toEqual([expect.stringMatching(/^Error: It is not clear which form/)]);
        await expect(element).toBeAccessible();
    });

    it('has both forms, with every field as the platform prints it, each with help', async () => {
        const element = await open({ settings: STORED });
        expect(titles(element)).toEqual(['1. Historical settings', '2. Realtime settings']);
        expect(labels(element, 0)).toEqual([
            'Group',
            'Status',
            'OAuth 2.0 client ID',
            'OAuth 2.0 client secret',
            'OAuth 2.0 URL',
            'Admin time activities',
            'Salesforce API version',
            'Idle time activities',
            'Not-ready activities',
            'Ready time activities',
            'Service level and abandonment threshold',
            'Abandoned short contact threshold'
        ]);
        expect(labels(element, 1)).toEqual([
            'Group',
            'Status',
            'Salesforce API version',
            'OAuth 2.0 client ID',
            'OAuth 2.0 client secret',
            'OAuth 2.0 URL',
            'Salesforce platform event name'
        ]);
        for (const field of forms(element).flatMap((form) => [...form.shadowRoot.querySelectorAll('[data-name]')])) {
            const root = field.querySelector('c-patchbay-settings-field')?.shadowRoot ?? field;
            expect(root.querySelector('lightning-helptext').content).toMatch(/\w+\.$/);
        }
        expect(input(element, 0, 'notReadyActivities').value).toBe('Break; Meal');
        expect(input(element, 1, 'eventName').value).toBe('Agent_State__e');
        await expect(element).toBeAccessible();
    });

    it('fills in what Patchbay fills in, and goes to the new form', async () => {
        const element = await open();
        await push(element, 'historical');
        expect(focused().textContent).toBe('1. Historical settings');
        expect(input(element, 0, 'url').value).toBe('https://login.salesforce.com/services/oauth2/token');
        expect(input(element, 0, 'serviceLevelThreshold').value).toBe('20');
        expect(input(element, 0, 'shortAbandonThreshold').value).toBe('5');
        expect(control(element, 0, 'status').checked).toBe(true);
    });

    it('lets a field speak once it was written and left, and the others not yet', async () => {
        const element = await open();
        await push(element, 'historical');
        await write(element, 0, 'url', 'http://example.com');
        expect(problemsAt(element, 0, 'url')).toEqual([]);
        await leave(element, 0, 'url');
        expect(problemsAt(element, 0, 'url')).toEqual([expect.stringMatching(/^Error: .+https:\/\//)]);
        expect(input(element, 0, 'url').getAttribute('aria-invalid')).toBe('true');
        expect(news(element)).toMatch(/^error: /);
        expect(problemsAt(element, 0, 'clientId')).toEqual([]);
        // From now on while it is written.
        await write(element, 0, 'url', 'https://login.salesforce.com');
        expect(problemsAt(element, 0, 'url')).toEqual([]);
        expect(input(element, 0, 'url').getAttribute('aria-invalid')).toBe('false');
        await expect(element).toBeAccessible();
    });

    it('describes an input by its problems', async () => {
        const element = await open({ settings: STORED });
        await fill(element, 0, { apiVersion: 'new' });
        const { shadowRoot } = control(element, 0, 'apiVersion');
        const description = shadowRoot.querySelector('input').getAttribute('aria-describedby');
        expect(shadowRoot.querySelector('c-patchbay-problem-list').parentElement.id).toBe(description);
    });

    it('tells warnings from errors in words and icons; they keep nothing from being saved', async () => {
        const element = await open({ settings: STORED });
        await fill(element, 0, { readyActivities: 'On Queue; on queue;' });
        expect(problemsAt(element, 0, 'readyActivities')).toEqual([
            expect.stringMatching(/^Warning: on queue is in the list twice/),
            expect.stringMatching(/^Warning: There is nothing between two semicolons/)
        ]);
        expect(input(element, 0, 'readyActivities').getAttribute('aria-invalid')).toBe('false');
        await expect(element).toBeAccessible();
        element.addEventListener('save', (event) => event.preventDefault());
        await push(element, 'save');
        expect(alertText(element)).toBeNull();
    });

    it('speaks at every field once the person tries to save, goes to the first, and hands nothing over', async () => {
        const element = await open();
        const save = jest.fn();
        element.addEventListener('save', save);
        await push(element, 'historical');
        await push(element, 'realtime');
        await push(element, 'save');
        expect(alertText(element)).toContain('Nothing is saved yet');
        expect(problemsAt(element, 0, 'clientId')).toEqual([expect.stringMatching(/^Error: This is missing/)]);
        expect(problemsAt(element, 0, 'clientSecret')).toEqual([expect.stringMatching(/^Error: This is missing/)]);
        expect(problemsAt(element, 1, 'eventName')).toEqual([expect.stringMatching(/^Error: This is missing/)]);
        expect(focused()).toBe(input(element, 0, 'clientId'));
        expect(save).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
        await fill(element, 0, { clientId: '3MVG9' });
        expect(alertText(element)).toBeNull();
        expect(problemsAt(element, 0, 'clientId')).toEqual([]);
        await push(element, 'save');
        expect(focused()).toBe(input(element, 0, 'clientSecret'));
    });

    it('puts historical settings before real-time ones with the buttons, and keeps the focus on them', async () => {
        const element = await open({ settings: [...STORED].reverse() });
        expect(ownProblems(element, 0)).toEqual([expect.stringMatching(/^Error: Historical settings have to be/)]);
        await push(element, 'save');
        expect(focused().textContent).toBe('1. Realtime settings');
        const buttons = (at) =>
            [...forms(element)[at].shadowRoot.querySelectorAll('[data-move]')].map(({ disabled }) => disabled);
        expect([buttons(0), buttons(1)]).toEqual([
            [true, false],
            [false, true]
        ]);
        const focus = jest.spyOn(forms(element)[1].shadowRoot.querySelector('[data-move="down"]'), 'focus');
        await pushAt(element, 1, 'up');
        expect(titles(element)).toEqual(['1. Historical settings', '2. Realtime settings']);
        // There is nowhere further to go up.
        expect(focus).toHaveBeenCalledTimes(1);
        expect(news(element)).toBe('Moved: 1. Historical settings.');
        expect(ownProblems(element, 1)).toEqual([]);
        await pushAt(element, 0, 'down');
        expect(titles(element)).toEqual(['1. Realtime settings', '2. Historical settings']);
    });

    it('tells at the group when several settings need one, and when two have the same', async () => {
        const element = await open({ settings: [STORED[0], { ...STORED[0], id: 'three', group: null }] });
        await push(element, 'save');
        expect(problemsAt(element, 1, 'group')).toEqual([expect.stringMatching(/each needs a group/)]);
        await fill(element, 1, { group: 'West' });
        expect(problemsAt(element, 1, 'group')).toEqual([expect.stringMatching(/is of the group West already/)]);
        await fill(element, 1, { group: 'East' });
        expect(problemsAt(element, 1, 'group')).toEqual([]);
        expect(alertText(element)).toBeNull();
    });

    it('removes settings, goes to a neighbour, and takes all of it back', async () => {
        const element = await open({ settings: STORED });
        await pushAt(element, 0, 'remove');
        expect(titles(element)).toEqual(['1. Realtime settings']);
        expect(focused().textContent).toBe('1. Realtime settings');
        const add = jest.spyOn(element.shadowRoot.querySelector('[data-do="historical"]'), 'focus');
        await pushAt(element, 0, 'remove');
        expect(add).toHaveBeenCalledTimes(1);
        expect(element.shadowRoot.querySelector('[data-do="save"]').disabled).toBe(false);
        await push(element, 'discard');
        expect(titles(element)).toHaveLength(2);
        await write(element, 0, 'clientId', '');
        await push(element, 'discard');
        expect(input(element, 0, 'clientId').value).toBe('3MVG9');
    });

    it('tells at the top what is wrong with the list as a whole', async () => {
        const many = Array.from({ length: 1001 }, () => ({ kind: 'other' }));
        const element = await open({ settings: many });
        expect(listProblems(element)).toEqual([expect.stringMatching(/^Error: .+at most 1,000/)]);
        await push(element, 'save');
        expect(alertText(element)).toContain('Nothing is saved yet');
        await expect(element).toBeAccessible();
    });

    it('hands settings over as Patchbay has read them, and confirms when they are stored', async () => {
        const element = await open({ settings: STORED });
        const handed = [];
        element.addEventListener('save', (event) => {
            event.preventDefault();
            handed.push(event.detail.settings);
        });
        await fill(element, 0, {
            apiVersion: '60',
            readyActivities: ' On Queue ;On call; ',
            serviceLevelThreshold: ''
        });
        forms(element)[0]
            .shadowRoot.querySelector('[data-name="status"] lightning-input')
            .dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
        await rendered();
        await push(element, 'save');
        expect(confirmation(element)).toBe('Saving…');
        await push(element, 'save');
        expect(handed).toEqual([
            [{ ...STORED[0], apiVersion: 'v60.0', readyActivities: 'On Queue; On call', status: false }, STORED[1]]
        ]);
        [element.settings] = handed;
        await rendered();
        expect(confirmation(element)).toMatch(/^Saved at /);
        expect(input(element, 0, 'apiVersion').value).toBe('v60.0');
        await expect(element).toBeAccessible();
    });

    it('says why the settings could not be stored, and lets them be saved again', async () => {
        const element = await open({ settings: STORED });
        const save = jest.fn((event) => event.preventDefault());
        element.addEventListener('save', save);
        await push(element, 'save');
        element.storeError = 'There is no room.';
        await rendered();
        expect(alertText(element)).toBe('There is no room.');
        element.storeError = null;
        await push(element, 'save');
        expect(save).toHaveBeenCalledTimes(2);
    });

    it('explains where each value goes when nobody stores them', async () => {
        const element = await open({ settings: STORED });
        await push(element, 'save');
        const guide = element.shadowRoot.querySelector('[data-guide]');
        expect(focused()).toBe(guide.querySelector('h3'));
        const rows = [...guide.querySelectorAll('article')[0].querySelectorAll('[data-value]')];
        expect(rows.map(({ dataset }) => dataset.value)).toEqual(
            expect.arrayContaining(['group', 'clientSecret', 'readyActivities', 'shortAbandonThreshold'])
        );
        expect(rows.find(({ dataset }) => dataset.value === 'url').textContent).toContain(STORED[0].url);
        expect(guide.textContent).toContain('connected app');
        expect(confirmation(element)).toBe('');
        await expect(element).toBeAccessible();
        await write(element, 0, 'group', 'East');
        expect(element.shadowRoot.querySelector('[data-guide]')).toBeNull();
    });
});
