/* The part of docs/what-happens-when.md that tells the saves of a captured call, one by one. */
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
    [9000, 'Agent chooses it as Related To', (session) => session.choose(CALL, 'relatedTo', CASE.id)],
    [15000, 'Agent writes', (session) => session.edit(CALL, { Description: 'Water' })],
    [15400, 'Agent writes', (session) => session.edit(CALL, { Description: 'Water in the cellar' })],
    [27000, 'Agent writes', (session) => session.edit(CALL, { Description: 'Water in the cellar; assessor called.' })]
];

const INTRO = `## The saves of a captured call

The captured inbound call of the tests: 28 messages in 28 seconds. A save is made when a field of the log is different from
what was last saved: one and a half seconds after the last difference, or at once when the interaction is disconnected,
wrapped up or let go, when the agent opens the log, and when the page goes. \`callLog\` holds what is different, and \`Id\`
from the second save on.
`;

/** The section, in Markdown. */
export async function savesOfACapturedCall(patchbay) {
    const { events } = JSON.parse(await readFile(path('tests/fixtures/inbound-call.json'), 'utf8'));
    const quiet = await play(patchbay, events, QUIET_AGENT);
    const busy = await play(patchbay, events, BUSY_AGENT);
    return `${INTRO}
${events.length} messages, and an agent who only talks: ${saves(quiet)} saves.

${table(quiet)}

The same call, and an agent who works: ${saves(busy)} saves.

${table(busy)}
`;
}

/** What of the agent's doing and of the messages led to which save. */
function play(patchbay, events, agent) {
    return inVirtualTime(async ({ pass, elapsed }) => {
        const rows = [];
        const note = (who, what) => rows.push([(elapsed() / 1000).toFixed(1), who, what]);
        const session = patchbay.session({
            storage: null,
            locale: 'en-US',
            timeZone: 'UTC',
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

/** Messages after which there is no save are told in one line. */
function table(rows) {
    const told = [];
    for (const [seconds, who, what] of rows) {
        const last = told.at(-1);
        if (last?.[1] === 'Client' && who === 'Client') last[2].push(what);
        else told.push([seconds, who, [what]]);
    }
    const cells = told.map(([seconds, who, whats]) => [seconds, who, tally(whats)]);
    return [['Second', 'Who', 'What'], Array(3).fill('---'), ...cells]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n');
}

function tally(whats) {
    const counted = new Map();
    for (const what of whats) counted.set(what, (counted.get(what) ?? 0) + 1);
    return [...counted].map(([what, times]) => (times > 1 ? `${what} ×${times}` : what)).join(', ');
}
