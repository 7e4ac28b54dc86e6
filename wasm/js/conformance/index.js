/*
 * The conformance kit: streams of events with the phases, lists and saves that follow from them, run against any implementation. It
 * holds what is expected and compares; how to get there is the implementation's matter.
 */
import { FACTS } from './facts.js';
import { RECORDINGS } from './recordings.js';
import { Org } from './org.js';

/** All streams, in the order in which they are run. */
export const streams = Object.freeze([...RECORDINGS, ...FACTS]);

/** Milliseconds that pass after the last message of a stream, so that whatever waits to be saved is sent. */
const REST = 60_000;

const METHODS = ['receive', 'phases', 'settle'];

/** Runs the streams against an implementation, one after the other, each with an instance of its own. */
export async function run(implementation, { only = () => true } = {}) {
    if (typeof implementation?.open !== 'function') {
        throw new TypeError('The implementation has no method open; write { open({ fields, save }) { … } }.');
    }
    const checks = [];
    for (const stream of streams.filter(only)) {
        checks.push(...(await runStream(implementation, stream)));
    }
    const passed = checks.filter((check) => check.passed).length;
    return { passed, total: checks.length, score: checks.length === 0 ? 0 : passed / checks.length, checks };
}

async function runStream(implementation, stream) {
    const org = new Org();
    const checks = stream.steps.flatMap(({ expect }) => expectationsOf(expect)).concat(expectationsOf(stream.expect));
    const found = [];
    let instance = null;
    let error = null;
    try {
        instance = await implementation.open({ fields: { ...stream.fields }, save: (request) => org.save(request) });
        demandMethods(instance);
        for (const step of stream.steps) {
            await take(instance, step);
            found.push(...expectationsOf(step.expect).map((expectation) => look(instance, org, expectation)));
        }
        await instance.passTime?.(REST);
        await instance.settle();
        found.push(...expectationsOf(stream.expect).map((expectation) => look(instance, org, expectation)));
    } catch (thrown) {
        error = thrown;
    }
    await close(instance);
    // What comes after an error counts as failed: nobody looked.
    return checks.map((expectation, at) => ({
        area: stream.area,
        stream: stream.name,
        source: stream.source,
        what: expectation.what,
        expected: expectation.expected,
        ...(found[at] ?? { passed: false, found: `threw ${String(error?.message ?? error)}` })
    }));
}

function demandMethods(instance) {
    const missing = METHODS.filter((name) => typeof instance?.[name] !== 'function');
    if (missing.length > 0) {
        throw new TypeError(`what open() returned has no method ${missing.join(', ')}`);
    }
}

/** What an agent, the client or a page does. An implementation that does not follow pages is told nothing of them. */
async function take(instance, { receive, visit, leave, pop, afterMs = 0 }) {
    await instance.passTime?.(afterMs);
    if (receive !== undefined) {
        instance.receive(copy(receive));
    } else if (visit !== undefined) {
        instance.visit?.(copy(visit));
    } else if (leave !== undefined) {
        instance.leave?.();
    } else {
        instance.pop?.(pop.interactionId, copy(pop.records));
    }
}

async function close(instance) {
    try {
        await instance?.close?.();
    } catch {
        // Whether it closes well is no part of the specification.
    }
}

/** One check for each thing that is expected. */
function expectationsOf({ phases = {}, agent, logs = {}, records, savesAtMost } = {}) {
    const checks = Object.entries(phases).map(([id, expected]) => ({
        what: `phase of ${id}`,
        kind: 'phase',
        id,
        expected
    }));
    const ofAgent = Object.entries(agent ?? {}).map(([name, expected]) => ({
        what: `the agent's ${name}`,
        kind: 'agent',
        name,
        expected
    }));
    const ofLogs = Object.entries(logs).flatMap(([id, { values = {}, ...facts }]) => [
        ...Object.entries(facts).map(([name, expected]) => ({
            what: `${name} of the log of ${id}`,
            kind: 'log',
            id,
            name,
            expected
        })),
        ...Object.entries(values).map(([name, expected]) => ({
            what: `${name} in the log of ${id}`,
            kind: 'value',
            id,
            name,
            expected
        }))
    ]);
    checks.push(...ofAgent, ...ofLogs);
    if (records) {
        checks.push({ what: 'how many records there are', kind: 'count', expected: records.length });
        records.forEach((fields, at) => {
            Object.entries(fields).forEach(([name, expected]) =>
                checks.push({
                    what: `${name} of record ${at + 1}`,
                    kind: 'record',
                    of: fields.CallObject,
                    at,
                    name,
                    expected
                })
            );
        });
    }
    if (savesAtMost !== undefined) {
        checks.push({ what: 'how many saves there were, at most', kind: 'saves', expected: savesAtMost });
    }
    return checks;
}

const LOOKS = {
    phase: (instance, org, { id, expected }) => {
        const phase = instance.phases()[id] ?? 'gone';
        return { passed: [expected].flat().includes(phase), found: phase };
    },
    agent: (instance, org, { name, expected }) => same(instance.agent?.()?.[name], expected),
    log: (instance, org, { id, name, expected }) => same(instance.log?.(id)?.[name], expected),
    value: (instance, org, { id, name, expected }) => same(instance.log?.(id)?.values?.[name], expected),
    count: (instance, org, { expected }) => same(org.records.length, expected),
    record: (instance, org, { of, at, name, expected }) => same(org.record(of, at)?.[name], expected),
    saves: (instance, org, { expected }) => ({ passed: org.saves <= expected, found: org.saves })
};

function look(instance, org, expectation) {
    return LOOKS[expectation.kind](instance, org, expectation);
}

/** Everything that is compared is plain JSON. What is not there is not the same as null; a list has no order of its own. */
function same(found, expected) {
    return { passed: JSON.stringify(sorted(found)) === JSON.stringify(sorted(expected)), found: found ?? null };
}

function sorted(value) {
    return Array.isArray(value) ? [...value].sort() : value;
}

/** No implementation gets at what the next one is given. */
function copy(value) {
    return JSON.parse(JSON.stringify(value));
}
