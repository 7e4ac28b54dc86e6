/* What the module gives at run time is what its types declare: no property more, none less, no value of another type. */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { load } from '#patchbay';
import { path } from '../../scripts/paths.js';
import { diagnose } from '../types/diagnose.js';

const CASE = { id: '5005g00000RvW2q', objectApiName: 'Case', name: '00001026' };
const NADIA = { id: '0035g00000LqT4r', objectApiName: 'Contact', name: 'Nadia Lindgren' };
const FORMS = [
    {
        kind: 'historical',
        platform: 'Genesys Cloud',
        group: 'a',
        status: true,
        clientSecret: 'x',
        readyActivities: 'Ready'
    },
    { kind: 'realtime', platform: 'Genesys Cloud', group: 'a', status: true, eventName: 'Agent__e' },
    { kind: 'other', platform: 5 }
];

const fixture = async (name) => JSON.parse(await readFile(path(`tests/fixtures/${name}.json`), 'utf8'));

/** Everything that a session gives while it receives these messages, by type. */
function play(patchbay, { events }) {
    const changes = [];
    const interactions = [];
    const logs = [];
    const pending = [];
    const session = patchbay.session({
        storage: null,
        save: () => new Promise(() => {}),
        engagement: { apiVersion: 62, save: () => new Promise(() => {}) },
        onChange: (change) => changes.push(change)
    });
    for (const { message } of [...events, { message: 5 }]) {
        session.receive(message);
        session.visit(CASE);
        session.visit(NADIA);
        interactions.push(...session.interactions);
        logs.push(...session.logs);
        pending.push(...session.pending);
        changes.push(...session.logs.map(({ id }) => session.openLog(id)));
    }
    const { agent } = session;
    session.close();
    return { changes, interactions, logs, pending, agents: [agent] };
}

function source(values) {
    const types = Object.keys(values).map((declared) => /\w+/.exec(declared)[0]);
    const lines = Object.entries(values).map(
        ([declared, list], at) => `export const values${at}: readonly (${declared})[] = ${JSON.stringify(list)};`
    );
    return `import type { ${types.join(', ')}, Problem } from '#patchbay';\n${lines.join('\n')}\n`;
}

describe('the types', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    for (const name of ['inbound-call', 'consult-transfer', 'chat-and-dialer']) {
        it(`are those of what a session gives: ${name}`, async () => {
            const { changes, interactions, logs, pending, agents } = play(patchbay, await fixture(name));
            for (const list of [changes, interactions, logs, pending]) {
                expect(list).to.not.have.length(0);
            }
            expect(new Set(pending.map(({ kind }) => kind))).to.deep.equal(new Set(['log', 'engagement']));
            const given = {
                Change: changes,
                Interaction: interactions,
                InteractionLog: logs,
                PendingSave: pending,
                Agent: agents
            };
            expect(diagnose(source(given))).to.deep.equal([]);
        }).timeout(60_000);
    }

    it('are those of what the rest gives', () => {
        const message = patchbay.blindTransfer('1', { flow: 'Auditor' });
        const settings = patchbay.settings(FORMS);
        const { valid, problems, settings: list } = settings;
        const given = {
            ParticipantContext: [patchbay.participantContext({ phone: '1' })],
            Validation: [patchbay.validate(message), patchbay.validate({ data: { x: 1 } })],
            EngagementAnswer: [
                patchbay.engagement('create', { id: '1', phase: 'connected' }, { apiVersion: 62 }),
                patchbay.engagement('create', {}, {})
            ],
            SettingsVerdict: [{ valid, problems, settings: list }],
            ActivityClass: [settings.classify(null, 'Ready')],
            'ServiceLevel & { readonly problems: readonly Problem[] }': [settings.serviceLevel('a', [])]
        };
        expect(diagnose(source(given))).to.deep.equal([]);
    }).timeout(60_000);

    it('would be found wrong', () => {
        const agent = { status: null, subStatus: null, routingStatus: null };
        const { status, ...less } = agent;
        for (const wrong of [less, { ...agent, more: status }, { ...agent, status: 5 }]) {
            expect(diagnose(source({ Agent: [wrong] }))).to.have.length(1);
        }
    }).timeout(60_000);

    it('stand in the same order in every build', async () => {
        const types = await readFile(path('pkg/types.d.ts'), 'utf8');
        const names = [...types.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
        // Those before `Action` are typed by hand in the build.
        const written = names.slice(names.indexOf('Action'));
        expect(written)
            .to.have.length.above(20)
            .and.deep.equal([...written].sort());
    });
});
