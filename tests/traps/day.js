/* A day with one call, an agent who works with it, and a server: played on a clock that stands until it is moved. */
import { memory } from '../wasm/helpers.js';
import { Clock } from '../wasm/standingClock.js';
import { inboundCall } from '../../pkg/testing/fixtures.js';

const CONTACT = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren' };
const CASE = { id: '5005g00000RvW2qAAF', objectApiName: 'Case', name: '00001026' };
const ID = inboundCall.events.find(({ message }) => message.category === 'add').message.data.id;

/** Milliseconds after which nothing is on its way any more, whatever has to be sent again. */
const LONG = 60_000;

/** What happens, in order: messages of the client, and in between what the agent does. */
export const STEPS = inboundCall.events.flatMap(({ afterMs, message }, at) => [
    { afterMs, act: (session) => session.receive(message) },
    ...(at === 6 ? [{ afterMs: 10, act: (session) => session.associate(ID, [CONTACT]) }] : []),
    ...(at === 9 ? [{ afterMs: 10, act: (session) => session.visit(CASE) }] : []),
    ...(at === 10
        ? [{ afterMs: 10, act: (session) => session.updateFields(ID, { Description: 'Wants a ring back' }) }]
        : []),
    ...(at === 14 ? [{ afterMs: 10, act: (session) => session.selectRecord(ID, 'relatedTo', CASE.id) }] : [])
]);

/** Opens the day. Its server keeps one record for each Call Object, as the Apex of the project does. */
export function openDay(patchbay, { storage = memory(), ...options } = {}) {
    const clock = new Clock();
    const records = {};
    const changes = [];
    const save = async ({ callLog, interaction }) => {
        const id = `00T${String(Object.keys(records).length + 1).padStart(12, '0')}EAA`;
        const record = (records[interaction.id] ??= { Id: id });
        Object.assign(record, callLog, { Id: record.Id });
        return record.Id;
    };
    const onChange = (change) => changes.push(change);
    const session = patchbay.session({ storage, save, onChange, locale: 'en-US', timeZone: 'UTC', ...options }, clock);
    return {
        clock,
        changes,
        session,
        records,
        problems: () => changes.flatMap(({ problems }) => problems.map(({ code }) => code)),
        async step(at) {
            await clock.pass(STEPS[at].afterMs);
            return STEPS[at].act(session);
        },
        async end() {
            await clock.pass(LONG);
            const view = viewOf(session);
            // It may wait for answers, but no longer than three seconds.
            const closed = session.close();
            await clock.pass(5_000);
            await closed;
            return { ...view, records };
        }
    };
}

/** All that a page can see of a session. */
export function viewOf(session) {
    const logs = session.logs.map(({ id, name, relatedTo, chosen, values, state, counts }) => ({
        id,
        name,
        relatedTo,
        chosen,
        values,
        state,
        counts
    }));
    const can = session.interactions.map(({ id }) => session.can(id));
    const { interactions, agent, selected } = session;
    return JSON.parse(JSON.stringify({ interactions, agent, selected, logs, can }));
}

/** The module breaks off at these places next. */
export function breakOff(...traps) {
    globalThis.patchbayTraps = traps;
}
