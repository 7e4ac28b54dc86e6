/*
 * What an agent waits for in the local console: real components in the real sandbox, simulated client and records without a delay
 * of their own. Times are those of the page, from the cause to the change in the document, its layout included.
 */
/* global window, document, MutationObserver */
import { SINGLE, startConsole } from '../../tests/browser/consolePage.js';

const LIVE = 30;

/** Milliseconds by work. */
export async function onScreen(works, rounds) {
    const host = await startConsole();
    try {
        const samples = {};
        for (const work of works) {
            const agent = await host.open({ utilities: SINGLE });
            samples[work] = await WORKS[work](agent, rounds).catch(({ message }) => ({ error: message }));
            await agent.close();
        }
        return samples;
    } finally {
        await host.stop();
    }
}

const WORKS = {
    /** The script between the click and the message reaching the client, publish and the copy for every listener included. */
    async click(agent, rounds) {
        await agent.answeredCall();
        const button = agent.page.getByRole('button', { name: 'Mute', exact: true, disabled: false });
        return button.evaluate(clickAgainAndAgain, rounds);
    },

    async screen(agent, rounds) {
        const id = await agent.answeredCall();
        return holdAndResume(agent, id, rounds);
    },

    async thirty(agent, rounds) {
        const id = await agent.answeredCall();
        await agent.page.evaluate((count) => {
            for (let number = 0; number < count; number++) {
                window.patchbayHost.simulator.inboundCall({ name: `Caller ${number}` });
            }
        }, LIVE - 1);
        const rows = agent.panel('interaction').locator('c-patchbay-interaction-list [data-id]');
        await rows.nth(LIVE - 1).waitFor();
        return holdAndResume(agent, id, rounds);
    },

    async visited(agent, rounds) {
        await agent.answeredCall();
        await agent.openPanel('log');
        const hints = agent.panel('log').locator('c-patchbay-record-picker [data-hint]');
        await hints.nth(1).waitFor();
        const lists = [await hints.nth(0).elementHandle(), await hints.nth(1).elementHandle()];
        const links = agent.page.locator('[data-area="home"] [data-open]');
        const samples = [];
        for (let at = 0; at < Math.min(rounds, await links.count()); at++) {
            const link = await links.nth(at).elementHandle();
            const took = await agent.page.evaluate(openRecord, [link, lists]);
            if (took !== null) {
                samples.push(took);
            }
            await agent.page.locator('[data-workspace-tab="home"]').click();
        }
        if (samples.length === 0) {
            throw new Error('no record came to a list');
        }
        return samples;
    }
};

/** The client says that a call was held, and that it was resumed, in turn, until the row of the list shows it. */
function holdAndResume(agent, id, rounds) {
    const row = agent.panel('interaction').locator(`c-patchbay-interaction-list [data-id="${id}"]`);
    return row.evaluate(sayAgainAndAgain, [id, rounds]);
}

/** Runs in the page. */
async function clickAgainAndAgain(button, clicks) {
    const { simulator } = window.patchbayHost;
    const receive = simulator.receive.bind(simulator);
    let arrived;
    simulator.receive = (message) => {
        arrived = performance.now();
        return receive(message);
    };
    const samples = [];
    for (let click = 0; click < clicks; click++) {
        arrived = undefined;
        const started = performance.now();
        button.click();
        if (arrived === undefined) {
            throw new Error(`click ${click} published nothing`);
        }
        samples.push(arrived - started);
        // The client answers in its own time, and the button is drawn anew.
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return samples;
}

/** Runs in the page. */
async function sayAgainAndAgain(row, [id, rounds]) {
    const { simulator } = window.patchbayHost;
    const { facts } = simulator.find(id);
    const samples = [];
    for (let round = 0; round < rounds; round++) {
        const [state, phase] = round % 2 ? ['CONNECTED', 'connected'] : ['HELD', 'held'];
        const shown = new Promise((resolve, reject) => {
            const look = () => {
                if (row.dataset.phase === phase) {
                    observer.disconnect();
                    resolve(document.body.offsetHeight);
                }
            };
            const observer = new MutationObserver(look);
            observer.observe(row, { attributes: true });
            setTimeout(() => reject(new Error(`${phase} is not shown`)), 5000);
        });
        const started = performance.now();
        simulator.say({ type: 'Interaction', category: 'change', data: { old: facts, new: { ...facts, state } } });
        await shown;
        samples.push(performance.now() - started);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return samples;
}

/** Runs in the page: until one of the lists says another count; null if none does. */
async function openRecord([link, lists]) {
    const before = lists.map(({ textContent }) => textContent);
    let observer;
    const changed = new Promise((resolve) => {
        observer = new MutationObserver(() => {
            if (lists.some(({ textContent }, at) => textContent !== before[at])) {
                resolve([document.body.offsetHeight, performance.now()]);
            }
        });
        lists.forEach((list) => observer.observe(list, { childList: true, characterData: true, subtree: true }));
        setTimeout(() => resolve(null), 2000);
    });
    const started = performance.now();
    link.click();
    const shown = await changed;
    observer.disconnect();
    return shown && shown[1] - started;
}
