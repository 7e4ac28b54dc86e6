/* The session with XState: one actor an interaction, the same phases as states, the facts as its context. */
import { assign, createActor, setup } from 'xstate';
import { NOTHING_KNOWN, STEPS, read, take, told } from './facts.js';

const PHASES = Object.keys(STEPS);

const fill = (late) => assign(({ context, event }) => ({ facts: take(context.facts, event.news, late) }));

/** Within one step phases may alternate; a message of an earlier step is late, and only fills in what was not known. */
const stateOf = (phase) => ({
    on: Object.fromEntries(
        PHASES.map((next) => [
            next,
            STEPS[next] < STEPS[phase]
                ? { actions: 'fillIn' }
                : next === phase
                  ? { actions: 'take' }
                  : { target: next, actions: 'take' }
        ])
    )
});

const machine = setup({ actions: { take: fill(false), fillIn: fill(true) } }).createMachine({
    initial: 'alerting',
    context: { facts: NOTHING_KNOWN },
    states: Object.fromEntries(PHASES.map((phase) => [phase, stateOf(phase)]))
});

export function open() {
    const actors = new Map();

    function receive(message) {
        const event = read(message);
        if (event === null) {
            return [];
        }
        const { id, news, gone } = event;
        const known = actors.get(id);
        if (gone) {
            known?.stop();
            actors.delete(id);
            return known ? [id] : [];
        }
        const actor = known ?? createActor(machine).start();
        actors.set(id, actor);
        const before = actor.getSnapshot();
        actor.send({ type: told(news) ?? before.value, news });
        const after = actor.getSnapshot();
        return after.value === before.value && after.context.facts === before.context.facts ? [] : [id];
    }

    return { receive, phase: (id) => actors.get(id)?.getSnapshot().value };
}
