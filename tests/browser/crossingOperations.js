/* Runs inside the sandbox: every operation several times over, each between `begin` and `end`, which are the page's. */
import { load } from 'c/patchbay';

const ROUNDS = 6;
const ID = '1234-1234-1234-1234';

const facts = { id: ID, name: 'Nadia Lindgren', direction: 'Inbound', queueName: 'Claims' };
// About 2.6 KB, as large as what the client sends of a call with a good deal of attributes.
const attributes = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`context.attribute${i}`, `a value of some length, number ${i}`])
);
const event = (state) => ({
    type: 'Interaction',
    category: 'change',
    data: { old: {}, new: { ...facts, attributes, state } }
});
const CONNECTED = event('CONNECTED');
const PHASES = [event('HELD'), CONNECTED];
const contact = (round) => ({
    id: `0035g00000LqT${10 + round}`,
    objectApiName: 'Contact',
    name: `Nadia Lindgren ${round}`
});
const SETTING = {
    kind: 'historical',
    clientId: '3MVG9',
    clientSecret: 's3cr3t',
    apiVersion: '53',
    readyActivities: 'On Queue',
    notReadyActivities: 'Break'
};

/** `foreign` makes of a JSON text an object of the page. */
export default async function operations(begin, end, foreign) {
    /** Runs an operation on what `prepare` makes for the round, and makes sure that it did what its name says. */
    function measure(name, operation, { did = () => true, prepare = (round) => round } = {}) {
        for (let round = 0; round < ROUNDS; round += 1) {
            const given = prepare(round);
            begin();
            const result = operation(given);
            end(name);
            if (!did(result)) {
                throw new Error(`'${name}' gave ${JSON.stringify(result)} in round ${round}`);
            }
        }
    }
    known(measure);
    const patchbay = await load();
    builders(measure, patchbay);
    verdicts(measure, patchbay);
    texts(measure, patchbay);
    await session(measure, patchbay, foreign);
    await keptSession(measure, patchbay);
    const settings = patchbay.settings([SETTING]);
    measure('settings.classify', () => settings.classify(null, 'On Queue'), { did: (its) => its === 'ready' });
}

// (module (import "m" "g" (func (result i32)))
//     (func (export "f") (result i32) i32.const 7) (func (export "h") (result i32) call 0))
const SEVEN = [
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 2, 7, 1, 1, 109, 1, 103, 0, 0, 3, 3, 2, 0, 0],
    [7, 9, 2, 1, 102, 0, 1, 1, 104, 0, 2, 10, 11, 2, 4, 0, 65, 7, 11, 4, 0, 16, 0, 11]
].flat();

/** Operations whose crossings are known from how the membrane is made: they test the count itself. */
function known(measure) {
    const { now } = performance;
    const clock = now.bind(performance);
    const decoder = new TextDecoder();
    const decode = decoder.decode.bind(decoder);
    const view = new Uint8Array(8);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(SEVEN)), { m: { g: () => 7 } });
    const { f, h } = exports;
    const here = { a: 1 };
    measure('known: nothing', () => {});
    measure('known: an object and JSON of this side', () => JSON.parse(JSON.stringify(here)).a);
    measure('known: an export read once', () => f());
    measure('known: an export that calls an import', () => h());
    measure('known: a method bound once', () => clock());
    measure('known: a bound method given a view', () => decode(view));
    measure('known: an export read, then called', () => exports.f());
    measure('known: an element of a view read', () => view[3]);
    measure('known: an element of a view written', () => (view[3] = 1));
    measure('known: instanceof', () => here instanceof Uint8Array);
    measure('known: a fresh object as an argument', () => decode(view, {}));
}

function builders(measure, patchbay) {
    const attributes = { 'Case.Number': '00001042', vip: true };
    const secure = { flowId: 'flow-1', userData: 'ticket=1042' };
    const sends = (target) => ({ did: ({ data }) => data.participantContext.transferTarget === target });
    measure('updateState', () => patchbay.updateState('pickup', ID));
    measure('updateStatus', () => patchbay.updateStatus(ID));
    measure('addCustomAttributes', () => patchbay.addCustomAttributes(ID, attributes));
    measure('secureSession', () => patchbay.secureSession(ID, secure));
    measure('transfer to a queue', () => patchbay.blindTransfer(ID, { queueId: ID }), sends(ID));
    measure(
        'transfer, a target to encode',
        () => patchbay.blindTransfer(ID, { flow: 'Kundendienst Zürich' }),
        sends('sip:Kundendienst%20Z%C3%BCrich')
    );
    measure(
        'transfer, a target to look into and encode',
        () => patchbay.blindTransfer(ID, { flow: 'sip:Zürich: 100 %' }),
        sends('sip:Z%C3%BCrich%3A%20100%20%25')
    );
    measure(
        'updateState, refused',
        () => {
            try {
                return patchbay.updateState('answer', ID);
            } catch ({ problems }) {
                return problems;
            }
        },
        { did: ([problem]) => problem.code === 'unknown-value' }
    );
}

function verdicts(measure, patchbay) {
    const message = (data) => ({ type: 'PureCloud.Interaction.updateState', data: { id: ID, ...data } });
    const participantContext = { transferTarget: 'sip:Kundendienst%20Z%C3%BCrich', transferTargetType: 'address' };
    const judge = (name, given, valid, count) =>
        measure(name, () => patchbay.validate(given), {
            did: (verdict) => verdict.valid === valid && verdict.problems.length === count
        });
    judge('validate, valid', message({ action: 'pickup' }), true, 0);
    judge('validate, an encoded target', message({ action: 'blindTransfer', participantContext }), true, 0);
    judge('validate, to mend', message({ action: 'pickUp', other: 1 }), true, 2);
    judge('validate, invalid', message({ action: 'answer', id: 7 }), false, 2);
}

function texts(measure, patchbay) {
    const encode = (name, text) =>
        measure(name, () => patchbay.encode(text), { did: (encoded) => encoded === encodeURIComponent(text) });
    encode('encode, clean', 'Kundendienst');
    encode('encode, short', 'Kundendienst Zürich');
    encode('encode, 10 K', 'Zürich – 東京 🙂 '.repeat(700));
}

async function session(measure, patchbay, foreign) {
    const connected = JSON.stringify(CONNECTED);
    const phases = PHASES.map((phase) => JSON.stringify(phase));
    const own = patchbay.session({ storage: null });
    own.receive(connected);
    const receive = (name, prepare, changed) =>
        measure(name, (given) => own.receive(given), {
            prepare,
            did: ({ interactions, problems }) => interactions.length === changed && problems.length === 0
        });
    const visit = (name, prepare, added) =>
        measure(name, (record) => own.visit(record), {
            prepare,
            did: ({ lists }) => lists.flatMap((list) => list.added).length === added
        });
    receive('receive a text, no change', () => connected, 0);
    receive('receive a text, new phase', (round) => phases[round % 2], 1);
    receive('receive an object, no change', () => CONNECTED, 0);
    receive('receive an object, new phase', (round) => PHASES[round % 2], 1);
    receive('receive a foreign object, new phase', (round) => foreign(phases[round % 2]), 1);
    measure('can', () => own.can(ID), { did: (actions) => actions.includes('hold') });
    measure('can, of an unknown', () => own.can('unknown'), { did: (actions) => actions.length === 9 });
    measure('interactions, selected, agent', () => [own.interactions, own.selected, own.agent]);
    measure('session.updateState', () => own.updateState('hold', ID));
    visit('visit', contact, 1);
    // What was seen before comes up in the list; from then on nothing changes.
    own.visit(contact(0));
    visit('visit again', () => contact(0), 0);
    measure('selectRecord', ({ id }) => own.selectRecord(ID, 'name', id), {
        prepare: contact,
        did: ({ lists }) => lists.length === 1
    });
    measure('read a list', () => own.log(ID).name, { did: (list) => list.length === ROUNDS });
    await own.close();
}

/** As a component has it: what changes is kept in the browser's storage, and saved. */
async function keptSession(measure, patchbay) {
    const kept = patchbay.session({ save: () => '00T5g00000LqT42AAA', user: '0055g00000LqT42' });
    kept.receive(CONNECTED);
    measure('receive, kept and saved', (phase) => kept.receive(phase), { prepare: (round) => PHASES[round % 2] });
    measure('visit, kept and saved', (record) => kept.visit(record), { prepare: contact });
    await kept.close();
}
