/* An agent's clicks in the local console, while the engine looks on: many, since one takes a millisecond. */
/* global window */
import { startConsole } from '../../tests/browser/consolePage.js';
import { arrives, begins } from './marks.js';
import { watch } from './watch.js';

/** A click is short beside the wait for the client's answer, so it is looked at oftener. */
const INTERVAL = 50;

/** The profile of so many clicks on one button of `c-call-controls`. */
export async function watchClicks(clicks) {
    const host = await startConsole();
    try {
        const agent = await host.open();
        await agent.answeredCall();
        const client = await agent.page.context().newCDPSession(agent.page);
        const handle = await agent.page
            .getByRole('button', { name: 'Mute', exact: true, disabled: false })
            .elementHandle();
        await agent.page.evaluate(`window.marks = { begins: ${begins}, arrives: ${arrives} };`);
        const work = (times) => handle.evaluate(clickAgainAndAgain, times);
        const post = (method, given) => client.send(method, given);
        return await watch(post, work, { warmUp: clicks / 4, milliseconds: clicks, interval: INTERVAL });
    } finally {
        await host.stop();
    }
}

/** Runs in the page. */
async function clickAgainAndAgain(button, clicks) {
    const { simulator } = window.patchbayHost;
    const receive = simulator.receive.bind(simulator);
    let published;
    simulator.receive = (message) => {
        window.marks.arrives();
        published = true;
        return receive(message);
    };
    for (let click = 0; click < clicks; click++) {
        published = false;
        window.marks.begins();
        button.click();
        if (!published) {
            throw new Error(`click ${click} published nothing`);
        }
        // The client answers in its own time, and the button is drawn anew; slower than usual, since it is watched.
        await new Promise((resolve) => setTimeout(resolve, 400));
    }
    simulator.receive = receive;
}
