/*
 * An agent's click in the local console: real components in the real sandbox. Timed is the script between the click and the
 * message reaching the client, publish and the copy for every listener included.
 */
/* global window */
import { startConsole } from '../../tests/browser/consolePage.js';

/** The milliseconds of so many clicks. */
export async function runClicks(clicks) {
    const host = await startConsole();
    try {
        const agent = await host.open();
        await agent.answeredCall();
        const button = agent.page.getByRole('button', { name: 'Mute', exact: true, disabled: false });
        return await button.evaluate(clickAgainAndAgain, clicks);
    } finally {
        await host.stop();
    }
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
