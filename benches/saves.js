/* What one interaction costs an org: the captured call of the tests, played to a session, with an agent who talks and one who works. */
import { inVirtualTime } from '../scripts/virtualTime.js';
import { load } from '#patchbay';

const TASK = '00T5g00000LqT4rEAF';
const CALL = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';
const CONTACT = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia Lindgren' };
const CASE = { id: '5005g00000RvW2qAAF', objectApiName: 'Case', name: '00001026' };

const WORK = [
    [2700, (session) => session.associate(CALL, [CONTACT])],
    [8000, (session) => session.visit(CASE)],
    [9000, (session) => session.selectRecord(CALL, 'relatedTo', CASE.id)],
    [15_000, (session) => session.updateFields(CALL, { Description: 'Water in the cellar' })],
    [27_000, (session) => session.updateFields(CALL, { Description: 'Water in the cellar; assessor called.' })]
];

const bytes = (value) => Buffer.byteLength(JSON.stringify(value));

/** `{ messages: { count, bytes }, talking: { saves, bytes }, working: { saves, bytes } }` */
export async function savesOfACall(events) {
    const patchbay = await load();
    const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
    const tally = (requests) => ({ saves: requests.length, bytes: sum(requests) });
    return {
        messages: { count: events.length, bytes: sum(events.map(({ message }) => bytes(message))) },
        talking: tally(await play(patchbay, events, [])),
        working: tally(await play(patchbay, events, WORK))
    };
}

/** The size of every save. */
function play(patchbay, events, work) {
    return inVirtualTime(async ({ pass, elapsed }) => {
        const requests = [];
        const session = patchbay.session({
            storage: null,
            locale: 'en-US',
            timeZone: 'UTC',
            save(request) {
                requests.push(bytes(request));
                return TASK;
            }
        });
        let at = 0;
        const messages = events.map(({ afterMs, message }) => [(at += afterMs), (it) => it.receive(message)]);
        for (const [when, act] of [...messages, ...work].sort(([a], [b]) => a - b)) {
            await pass(when - elapsed());
            act(session);
        }
        await pass(60_000);
        const closed = session.close();
        await pass(0);
        await closed;
        return requests;
    });
}
