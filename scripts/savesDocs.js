/* The part of docs/what-happens-when.md that lists the saves of a captured call. */
import { readFile } from 'node:fs/promises';
import { path } from './paths.js';
import { inVirtualTime } from './virtualTime.js';

const TASK = '00T5g00000LqT4rEAF';
const CALL = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';
const NADIA = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren' };
const CASE = { id: '5005g00000RvW2qAAF', objectApiName: 'Case', name: '00001026' };

const QUIET_AGENT = [];
const BUSY_AGENT = [
    [2700, 'The caller’s contact pops', (session) => session.associate(CALL, [NADIA])],
    [8000, 'Agent opens case 00001026', (session) => session.visit(CASE)],
    [9000, 'Agent chooses it as Related To', (session) => session.selectRecord(CALL, 'relatedTo', CASE.id)],
    [15000, 'Agent writes', (session) => session.updateFields(CALL, { Description: 'Water' })],
    [15400, 'Agent writes', (session) => session.updateFields(CALL, { Description: 'Water in the cellar' })],
    [
        27000,
        'Agent writes',
        (session) => session.updateFields(CALL, { Description: 'Water in the cellar; assessor called.' })
    ]
];

const INTRO = `## The saves of a captured call

The inbound call among the captured event streams has 28 messages in 28 seconds. A log is saved when a field differs from what was
last saved. The save waits for 1.5 seconds without a change. It is sent at once when the interaction is disconnected, wrapped up or
removed, when the agent opens the log, and when the page closes. \`callLog\` holds the fields that differ, and \`Id\` from the second
save on. When [a log is saved](interaction-log.md#when-it-is-saved) has the rules.
`;

/** The section, in Markdown. */
export async function savesOfACapturedCall(patchbay) {
    const { events } = JSON.parse(await readFile(path('tests/fixtures/inbound-call.json'), 'utf8'));
    const quiet = await play(patchbay, events, QUIET_AGENT);
    const busy = await play(patchbay, events, BUSY_AGENT);
    return `${INTRO}
With an agent who only talks, ${events.length} messages make ${saves(quiet)} saves:

${table(quiet)}

With an agent who also works on the log, the same call makes ${saves(busy)} saves:

${table(busy)}
`;
}

/** The rows of a table: each message and action of the agent, and each save. */
function play(patchbay, events, agent) {
    return inVirtualTime(async ({ pass, elapsed }) => {
        const rows = [];
        const note = (who, what) => rows.push([(elapsed() / 1000).toFixed(1), who, what]);
        const session = patchbay.session({
            storage: null,
            locale: 'en-US',
            timeZone: 'UTC',
            taskStatuses: [
                { name: 'Not Started', isClosed: false },
                { name: 'Completed', isClosed: true }
            ],
            save({ eventName, callLog }) {
                note('**Save**', `\`${eventName}\` \`${JSON.stringify(callLog)}\``);
                return TASK;
            }
        });
        let at = 0;
        const messages = events.map(({ afterMs, message }) => {
            at += afterMs;
            return [at, 'Client', (it) => it.receive(message), `\`${message.type}\` ${message.category}`];
        });
        const agenda = [...messages, ...agent.map(([when, who, act]) => [when, who, act, ''])].sort(
            ([a], [b]) => a - b
        );
        for (const [when, who, act, what] of agenda) {
            await pass(when - elapsed());
            const before = rows.length;
            note(who, what);
            if (act(session).logs.length === 0) rows.splice(before);
        }
        await pass(60_000);
        const closed = session.close();
        await pass(0);
        await closed;
        return rows;
    });
}

const saves = (rows) => rows.filter(([, who]) => who === '**Save**').length;

/** Consecutive messages without a save share a row. */
function table(rows) {
    const lines = [];
    for (const [seconds, who, what] of rows) {
        const last = lines.at(-1);
        if (last?.[1] === 'Client' && who === 'Client') last[2].push(what);
        else lines.push([seconds, who, [what]]);
    }
    const cells = lines.map(([seconds, who, whats]) => [seconds, who, tally(whats)]);
    return [['Second', 'Who', 'What'], Array(3).fill('---'), ...cells]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n');
}

function tally(whats) {
    const counted = new Map();
    for (const what of whats) counted.set(what, (counted.get(what) ?? 0) + 1);
    return [...counted].map(([what, times]) => (times > 1 ? `${what} ×${times}` : what)).join(', ');
}
