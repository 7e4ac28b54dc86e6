import { session_open, session_open_in, session_open_kept } from '../../build/wasm/patchbay.js';
import { ACTIONS, ITEMS } from './vocabulary.js';
import { PatchbayError } from './errors.js';
import { problem } from './problems.js';
import { jsonText } from './jsonText.js';

const NOTHING = Object.freeze({
    interactions: Object.freeze([]),
    agent: false,
    selection: false,
    problems: Object.freeze([])
});

/** The only thing that is ever not allowed with a message is to keep what came of it. */
const NOT_KEPT = 'not-allowed';

const NOBODY = Object.freeze({ status: null, subStatus: null, routingStatus: null });

/** One agent's session: a mirror of what Rust holds, brought up to date by every change it tells of. */
export function openSession(port, builders, { storage, onChange } = {}) {
    const number = openIn(storage);
    const mirror = { interactions: new Map(), agent: NOBODY, selected: null };
    let listed = [];
    let open = true;
    let { problems } = apply(port.sessionRestore(number));

    function apply(json) {
        if (json === '') {
            return NOTHING;
        }
        const { interactions, agent, selection, selected, problems: found } = JSON.parse(json);
        for (const [id, interaction] of interactions) {
            // Taken out first, so that one that came back stands among the youngest.
            if (interaction === null) {
                mirror.interactions.delete(id);
            } else {
                mirror.interactions.set(id, freeze(interaction));
            }
        }
        listed = Object.freeze(Array.from(mirror.interactions.values(), ({ interaction }) => interaction));
        mirror.agent = agent ? Object.freeze(agent) : mirror.agent;
        mirror.selected = selected;
        return Object.freeze({
            interactions: Object.freeze(interactions.map(([id]) => id)),
            agent: agent !== null,
            selection,
            problems: Object.freeze(found.map((one) => Object.freeze(one)))
        });
    }

    function receive(message) {
        if (!open) {
            return NOTHING;
        }
        const { text, found } = jsonText(message);
        const change = found && text === null ? { ...NOTHING, problems: Object.freeze([found]) } : take(text, found);
        if (change !== NOTHING) {
            onChange?.(change);
        }
        return change;
    }

    function take(text, found) {
        const json = port.sessionReceive(number, text);
        const change = json === null ? { ...NOTHING, problems: [problem(ITEMS.MessageTooLong)] } : apply(json);
        const keeping = change.problems.filter(({ code }) => code === NOT_KEPT);
        problems = keeping.length > 0 ? Object.freeze([...problems, ...keeping]) : problems;
        return found ? Object.freeze({ ...change, problems: Object.freeze([found, ...change.problems]) }) : change;
    }

    function refuse(action, id) {
        const refusal = typeof id === 'string' ? port.sessionRefuse(number, ACTIONS.indexOf(action), id) : '';
        if (refusal !== '') {
            throw new PatchbayError([Object.freeze(JSON.parse(refusal))]);
        }
    }

    function canOfUnknown(id) {
        const possible = (_, action) => open && port.sessionRefuse(number, action, String(id)) === '';
        return Object.freeze(ACTIONS.filter(possible));
    }

    /** A builder that is not even asked while the interaction's state does not allow its action. */
    const allowed =
        (action, build) =>
        (id, ...rest) => {
            refuse(action, id);
            return build(id, ...rest);
        };

    function updateState(action, id) {
        const message = builders.updateState(action, id);
        // Asked of what was built: the action may have been given in another letter case.
        refuse(message.data.action, id);
        return message;
    }

    return Object.freeze({
        receive,
        get interactions() {
            return listed;
        },
        interaction: (id) => mirror.interactions.get(id)?.interaction ?? null,
        get selected() {
            return mirror.selected;
        },
        get agent() {
            return mirror.agent;
        },
        can: (id) => mirror.interactions.get(id)?.can ?? canOfUnknown(id),
        updateState,
        blindTransfer: allowed('blindTransfer', builders.blindTransfer),
        consultTransfer: allowed('consultTransfer', builders.consultTransfer),
        secureSession: allowed('secureSession', builders.secureSession),
        get problems() {
            return problems;
        },
        async close() {
            if (open) {
                open = false;
                mirror.interactions.clear();
                listed = NOTHING.interactions;
                mirror.agent = NOBODY;
                mirror.selected = null;
                port.sessionClose(number);
            }
        }
    });
}

function openIn(storage) {
    if (storage === undefined) {
        return session_open_kept();
    }
    return storage === null ? session_open() : session_open_in(storage);
}

function freeze({ can, ...interaction }) {
    Object.freeze(interaction.attributes);
    Object.freeze(interaction.dialer);
    return { interaction: Object.freeze(interaction), can: Object.freeze(can) };
}
