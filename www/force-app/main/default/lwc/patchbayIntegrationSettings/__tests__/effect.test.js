/** What settings come to while they are written: the class of the agent's status, of any activity, and contacts measured. */
import { receive, rendered } from '../../patchbaySession/__tests__/harness';
import { STORED, control, effect, fill, forms, open, status, write } from './settings';

const now = (element, at = 0) => effect(element, at).querySelector('[data-now] [data-class]')?.dataset.class ?? null;

async function type(root, selector, value) {
    const field = root.querySelector(selector);
    field.value = value;
    field.dispatchEvent(new CustomEvent('input'));
    await rendered();
}

async function contacts(element, text) {
    const root = effect(element, 0);
    await type(root, 'textarea', text);
    return {
        results: [...root.querySelectorAll('[data-result]')].map(({ textContent }) => textContent),
        problems: [...root.querySelector('[id^="trouble"]').querySelectorAll('c-patchbay-problem-list')]
            .flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[data-severity]')])
            .map(({ textContent }) => textContent)
    };
}

describe('what historical settings come to', () => {
    it('waits for the client to tell the status', async () => {
        const element = await open({ settings: STORED });
        expect(effect(element, 0).textContent).toContain('The client has not told the agent’s status yet.');
        await expect(element).toBeAccessible();
    });

    it('follows the agent’s status', async () => {
        const element = await open({ settings: STORED });
        for (const [name, more, expected, words] of [
            ['ON_QUEUE', {}, 'ready', 'Ready time'],
            ['BREAK', {}, 'notReady', 'Not-ready'],
            ['MEETING', {}, 'admin', 'Admin time'],
            ['BUSY', { sub_status: 'Meal' }, 'notReady', 'Not-ready'],
            ['AWAY', {}, 'unknown', 'In no list'],
            ['OFFLINE', {}, 'offline', 'Offline: not counted']
        ]) {
            // eslint-disable-next-line no-await-in-loop -- one after the other is the point
            await receive(status(name, more));
            expect(now(element)).toBe(expected);
            expect(effect(element, 0).querySelector('[data-now]').textContent).toContain(words);
        }
        await expect(element).toBeAccessible();
    });

    it('follows what is written, before it is saved', async () => {
        const element = await open({ settings: STORED });
        await receive(status('AWAY'));
        await write(element, 0, 'idleActivities', 'Away');
        expect(now(element)).toBe('idle');
        await write(element, 0, 'idleActivities', '');
        expect(now(element)).toBe('unknown');
    });

    it('is told of each historical settings by itself, while their groups are still to be mended', async () => {
        const element = await open({
            settings: [STORED[0], { ...STORED[0], id: 'three', readyActivities: 'Break', notReadyActivities: '' }]
        });
        await receive(status('BREAK'));
        expect([now(element, 0), now(element, 1)]).toEqual(['notReady', 'ready']);
    });

    it('is not told of real-time settings', async () => {
        const element = await open({ settings: STORED });
        expect(forms(element)[1].shadowRoot.querySelector('c-patchbay-activity-class')).toBeNull();
    });

    it('says that a disabled integration counts nothing', async () => {
        const element = await open({ settings: STORED });
        expect(effect(element, 0).querySelector('[data-off]')).toBeNull();
        control(element, 0, 'status').dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
        await rendered();
        expect(effect(element, 0).querySelector('[data-off]')).not.toBeNull();
    });

    it('tries an activity', async () => {
        const element = await open({ settings: STORED });
        const root = effect(element, 0);
        const tried = () => root.querySelector('[data-tried] [data-class]')?.dataset.class ?? null;
        expect(tried()).toBeNull();
        for (const [activity, expected] of [
            ['meal', 'notReady'],
            ['on_queue', 'ready'],
            ['Logged off', 'offline'],
            ['Juggling', 'unknown'],
            [' ', null]
        ]) {
            // eslint-disable-next-line no-await-in-loop -- one after the other is the point
            await type(root, '[name="activity"]', activity);
            expect(tried()).toBe(expected);
        }
    });

    it('measures contacts by the thresholds as they are written', async () => {
        const element = await open({ settings: STORED });
        const list = '20 answered\n21, yes\n\n5 abandoned\n6; no';
        expect(await contacts(element, list)).toEqual({ results: ['33.3%', '33.3%', '1'], problems: [] });
        await fill(element, 0, { serviceLevelThreshold: '21', shortAbandonThreshold: '6' });
        expect(await contacts(element, list)).toEqual({ results: ['100%', '0%', '2'], problems: [] });
        expect(await contacts(element, '1 abandoned')).toEqual({
            results: ['Nothing to count', 'Nothing to count', '1'],
            problems: []
        });
        expect(await contacts(element, ' \n')).toEqual({ results: [], problems: [] });
        await expect(element).toBeAccessible();
    });

    it('tells the line of what is no contact', async () => {
        const element = await open({ settings: STORED });
        const { results, problems } = await contacts(element, '12 answered\n\nsoon answered\n7\n-1 yes\n3 no thanks');
        expect(results[0]).toBe('100%');
        expect(problems.map((problem) => problem.slice(0, 15))).toEqual(
            [3, 4, 5, 6].map((line) => `Error: Line ${line}: `.slice(0, 15))
        );
    });
});
