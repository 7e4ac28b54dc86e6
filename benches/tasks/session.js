/* Messages of the client received, until what changed is known. */
import { load } from '#patchbay';
import { holdAndResume, untilConnected } from '../events.js';
import * as machine from '../peers/machine.js';
import * as reducer from '../peers/reducer.js';

const CALL = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';

// The captured call, message by message: the phase after it, marked where anything about the interaction changed.
const STORY =
    `- - alerting* alerting* alerting alerting connected* connected connected connected connected connected connected
connected* connected connected* held* held connected* connected connected* connected* disconnected* disconnected
disconnected* disconnected* done* -*`.split(/\s+/);

async function openSessions() {
    const patchbay = await load();
    const ours = () => {
        const session = patchbay.session({ storage: null });
        return {
            receive: (message) => session.receive(message).interactions,
            phase: (id) => session.interaction(id)?.phase,
            close: () => session.close()
        };
    };
    return { patchbay: ours, hand: reducer.open, xstate: machine.open };
}

const receiving = (messagesOf) => ({
    async open(options) {
        const messages = messagesOf(options);
        return Object.entries(await openSessions()).map(([name, open]) => {
            const session = open();
            untilConnected(options.events).forEach((message) => session.receive(message));
            return {
                name,
                check() {
                    check(name, open(), options.events);
                    messages.concat(messages).forEach((message, at) => {
                        if (
                            session.receive(message)[0] !== CALL ||
                            session.phase(CALL) !== ['held', 'connected'][at % 2]
                        ) {
                            throw new Error(`${name}: message ${at} changed nothing, or something else`);
                        }
                    });
                },
                run: (time) => session.receive(messages[time % 2])
            };
        });
    }
});

function check(name, session, events) {
    const told = events.map(({ message }) => {
        const changed = session.receive(JSON.stringify(message)).includes(CALL);
        return `${session.phase(CALL) ?? '-'}${changed ? '*' : ''}`;
    });
    session.close?.();
    const at = STORY.findIndex((wanted, place) => wanted !== told[place]);
    if (at >= 0) {
        throw new Error(`${name}: message ${at} leads to ${told[at]} instead of ${STORY[at]}`);
    }
}

export const eventText = receiving(({ events }) => holdAndResume(events).map((message) => JSON.stringify(message)));

/** As objects; inside a sandbox they come from outside of it, as messages of the message service do. */
export const eventObject = receiving(({ foreign }) => [foreign[0], foreign[1]]);
