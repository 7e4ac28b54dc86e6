/* Messages of the client received until what changed is known, and records that join a list of a log. */
import { load } from '#patchbay';
import { corpus } from '../corpus.js';
import { holdAndResume, untilConnected } from '../events.js';
import * as machine from '../peers/machine.js';
import * as reducer from '../peers/reducer.js';

const CALL = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';

// The captured call, message by message: the phase after it, marked where anything about the interaction changed.
const STORY =
    `- - alerting* alerting* alerting alerting connected* connected connected connected connected connected connected
connected* connected connected* held* held connected* connected connected* connected* disconnected* disconnected
disconnected* disconnected* done* -*`.split(/\s+/);

const BATCH = 100;

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

/** `makeBatch` gives messages that hold and resume in turn. */
const receiving = (per, makeBatch) => ({
    async open(options) {
        return Object.entries(await openSessions()).map(([name, open]) => {
            const session = open();
            untilConnected(options.events).forEach((message) => session.receive(message));
            return {
                name,
                per,
                prepare: () => makeBatch(options, per),
                check() {
                    followsTheStory(name, open(), options.events);
                    makeBatch(options, per).forEach((message, at) => {
                        const [changed] = session.receive(message);
                        if (changed !== CALL || session.phase(CALL) !== ['held', 'connected'][at % 2]) {
                            throw new Error(`${name}: message ${at} changed nothing, or something else`);
                        }
                    });
                },
                run(messages) {
                    let changed;
                    for (const message of messages) {
                        changed = session.receive(message);
                    }
                    return changed;
                }
            };
        });
    }
});

function followsTheStory(name, session, events) {
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

const { note } = corpus(5);

/** Each with an attribute that has another value than ever before. */
function eventTexts({ events }, count) {
    const pair = holdAndResume(events);
    return Array.from({ length: count }, (_, at) => {
        const message = pair[at % 2];
        message.data.new.attributes['Participant.answer1'] = note();
        return JSON.parse(JSON.stringify([JSON.stringify(message)]))[0];
    });
}

export const eventText = receiving(BATCH, eventTexts);

/** As objects; inside a sandbox they come from outside of it, as messages of the message service do, and are the same two. */
export const eventObject = receiving(20, ({ foreign }, count) =>
    Array.from({ length: count }, (_, at) => foreign[at % 2])
);

const FEW = 10;
const MANY = 100_000;
const CHUNK = 1000;

// Of one list: 15 characters, of which the last twelve count up.
const record = (number) => ({
    id: `500${String(number).padStart(12, '0')}`,
    objectApiName: 'Case',
    name: String(number).padStart(8, '0')
});
const records = (from, count) => Array.from({ length: count }, (_, at) => record(from + at));

/** A session with one live call, and so many records in a list of its log. */
function openWith(patchbay, count) {
    const session = patchbay.session({ storage: null });
    const data = { id: CALL, state: 'CONNECTED', direction: 'Inbound' };
    session.receive({ type: 'Interaction', category: 'add', data });
    for (let from = 0; from < count; from += CHUNK) {
        session.associate(CALL, records(from, Math.min(CHUNK, count - from)));
    }
    return session;
}

export const visit = {
    async open() {
        const patchbay = await load();
        const large = openWith(patchbay, MANY);
        let opened = MANY;
        let few;
        const visiting = (name, sessionOf) => ({
            name,
            per: BATCH,
            prepare: () => [sessionOf(), records((opened += BATCH) - BATCH, BATCH)],
            check() {
                const { relatedTo } = large.log(CALL).counts;
                if (relatedTo !== MANY) {
                    throw new Error(`the list holds ${relatedTo} records instead of ${MANY}`);
                }
            },
            run([session, visits]) {
                let added;
                for (const one of visits) {
                    added = session.visit(one).lists[0].added[0];
                }
                return added;
            }
        });
        const another = () => {
            few?.close();
            return (few = openWith(patchbay, FEW));
        };
        return [visiting('patchbay', () => large), visiting('few', another)];
    }
};
