import { AGENTS } from '../../../www/host/genesys/directory.js';
import { GenesysSimulator } from '../../../www/host/genesys/simulator.js';
import { TestClock } from './clock.js';

const UPDATE_STATE = 'PureCloud.Interaction.updateState';

/** A started simulator on a test clock, what it published, and short ways to order and to wait. */
export function play() {
    const clock = new TestClock();
    const published = [];
    let made = 0;
    const simulator = new GenesysSimulator({
        publish: (message) => published.push(message),
        clock,
        newId: () => `interaction-${(made += 1)}`
    });
    simulator.start();
    clock.advance(1000);
    published.length = 0;
    return {
        simulator,
        clock,
        published,
        order: (action, id, more) => simulator.receive({ type: UPDATE_STATE, data: { action, id, ...more } }),
        wait: (milliseconds = 20_000) => clock.advance(milliseconds),
        state: (id) => simulator.find(id)?.state,
        /** The published messages as short words: 'change CONNECTED', 'blindTransfer', 'routingStatus IDLE'. */
        story: () => published.map(word)
    };
}

function word({ type, category, data }) {
    if (type === 'Interaction') {
        const state = data.new?.state ?? data.state;
        return state ? `${category} ${state}` : category;
    }
    if (category === 'interactionSelection') return `selection ${data.interactionId}`;
    return category ? `${category} ${data.status ?? data}` : type;
}

/** A participantContext. */
export const to = (transferTarget, transferTargetType = 'address') => ({
    participantContext: { transferTarget, transferTargetType }
});
export const robin = to(AGENTS[0].id, 'userId');

/** A stage on which a call was picked up. */
export function connectedCall() {
    const stage = play();
    const id = stage.simulator.inboundCall();
    stage.order('pickup', id);
    stage.wait();
    stage.published.length = 0;
    return { ...stage, id };
}
