/** A client secret leaves in the event `save`, once; it is in nothing else that can be read. */
import { rendered } from '../../patchbaySession/__tests__/harness';
import {
    SECRET,
    STORED,
    control,
    fill,
    focused,
    forms,
    input,
    open,
    problemsAt,
    push,
    pushAt,
    secretButton
} from './settings';

let told;

/** What is in the page, its storages, and every event but `save`. */
function everything() {
    const page = new XMLSerializer().serializeToString(document);
    return [page, JSON.stringify([sessionStorage, localStorage]), ...told].join('\n');
}

beforeEach(() => {
    told = [];
    const { dispatchEvent } = EventTarget.prototype;
    jest.spyOn(EventTarget.prototype, 'dispatchEvent').mockImplementation(function dispatch(event) {
        if (event.type !== 'save') {
            told.push(JSON.stringify(event.detail ?? null));
        }
        return dispatchEvent.call(this, event);
    });
});

afterEach(() => {
    EventTarget.prototype.dispatchEvent.mockRestore();
});

async function typed(properties) {
    const element = await open(properties);
    element.handed = [];
    element.addEventListener('save', (event) => {
        event.preventDefault();
        element.handed.push(event.detail.settings);
    });
    return element;
}

async function complete(element) {
    await push(element, 'historical');
    await fill(element, 0, { clientId: '3MVG9', clientSecret: SECRET, apiVersion: '53' });
}

describe('a client secret', () => {
    it('is typed into a password input that no browser fills in', async () => {
        const element = await typed();
        await push(element, 'historical');
        const { type, autocomplete, value } = input(element, 0, 'clientSecret');
        expect([type, autocomplete, value]).toEqual(['password', 'new-password', '']);
    });

    it('leaves in the event save, once, and is stored from then on', async () => {
        const element = await typed();
        await complete(element);
        expect(everything()).not.toContain(SECRET);
        await push(element, 'save');
        expect(element.handed[0][0]).toMatchObject({
            kind: 'historical',
            clientSecret: SECRET,
            clientSecretGiven: true
        });
        // Gone from the page before it is known to be stored.
        expect(input(element, 0, 'clientSecret').value).toBe('');
        const [[{ clientSecret, ...kept }]] = element.handed;
        expect(clientSecret).toBe(SECRET);
        element.settings = [kept];
        await rendered();
        expect(control(element, 0, 'clientSecret').shadowRoot.textContent).toContain('A secret is stored');
        expect(input(element, 0, 'clientSecret')).toBeNull();
        await expect(element).toBeAccessible();
        await push(element, 'save');
        expect(element.handed[1]).toEqual([kept]);
        expect(everything()).not.toContain(SECRET);
    });

    it('is not shown by a page that is given one, and goes no further', async () => {
        const element = await typed({
            settings: [{ ...STORED[0], clientSecretGiven: undefined, clientSecret: SECRET }]
        });
        expect(JSON.stringify(element.settings)).not.toContain(SECRET);
        expect(secretButton(element, 0, 'replace')).not.toBeNull();
        await push(element, 'save');
        expect(JSON.stringify(element.handed)).not.toContain(SECRET);
        expect(everything()).not.toContain(SECRET);
    });

    it('is replaced by another, or kept', async () => {
        const element = await typed({ settings: STORED });
        secretButton(element, 1, 'replace').click();
        await rendered();
        expect(focused()).toBe(input(element, 1, 'clientSecret'));
        await push(element, 'save');
        expect(problemsAt(element, 1, 'clientSecret')).toEqual([expect.stringMatching(/^Error: This is missing/)]);
        await expect(element).toBeAccessible();
        await fill(element, 1, { clientSecret: SECRET });
        await push(element, 'save');
        expect(element.handed[0].map(({ id, clientSecret }) => [id, clientSecret])).toEqual([
            ['one', undefined],
            ['two', SECRET]
        ]);
        element.settings = STORED;
        await rendered();
        secretButton(element, 0, 'replace').click();
        await rendered();
        await fill(element, 0, { clientSecret: SECRET });
        secretButton(element, 0, 'keep').click();
        await rendered();
        expect(secretButton(element, 0, 'replace')).not.toBeNull();
        await push(element, 'save');
        expect(element.handed[1]).toEqual(STORED);
        expect(everything()).not.toContain(SECRET);
    });

    it('stays with its setting when settings change places', async () => {
        const element = await typed();
        await complete(element);
        await push(element, 'historical');
        await fill(element, 1, { group: 'East', clientId: '3MVG9', clientSecret: 'another', apiVersion: '53' });
        await pushAt(element, 1, 'up');
        await fill(element, 1, { group: 'West' });
        await push(element, 'save');
        expect(element.handed[0].map(({ group, clientSecret }) => [group, clientSecret])).toEqual([
            ['East', 'another'],
            ['West', SECRET]
        ]);
    });

    it('is forgotten with changes that are discarded, and when storing failed', async () => {
        const element = await typed();
        await complete(element);
        await push(element, 'save');
        element.storeError = 'There is no room.';
        await push(element, 'save');
        expect(problemsAt(element, 0, 'clientSecret')).toEqual([expect.stringMatching(/^Error: This is missing/)]);
        expect(element.handed).toHaveLength(1);
        await fill(element, 0, { clientSecret: SECRET });
        await push(element, 'discard');
        expect(forms(element)).toEqual([]);
        expect(everything()).not.toContain(SECRET);
    });

    it('is not told by the explanation of where each value goes', async () => {
        const element = await open();
        await complete(element);
        await push(element, 'save');
        const guide = element.shadowRoot.querySelector('[data-guide]');
        expect(guide.querySelector('[data-value="clientSecret"]').textContent).toContain(
            'The secret of your connected app'
        );
        expect(input(element, 0, 'clientSecret').value).toBe('');
        expect(problemsAt(element, 0, 'clientSecret')).toEqual([]);
        expect(everything()).not.toContain(SECRET);
    });
});
