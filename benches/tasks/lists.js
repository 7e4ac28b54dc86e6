/* Records that join a log's lists: what one more costs among few and among many, and what twenty at once cost. */
import { load } from '#patchbay';

const ID = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';
const FEW = 10;
const MANY = 100_000;
const CHUNK = 1000;
const TWENTY = 20;

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
    session.receive({
        type: 'Interaction',
        category: 'add',
        data: { id: ID, state: 'CONNECTED', direction: 'Inbound' }
    });
    for (let from = 0; from < count; from += CHUNK) {
        session.associate(ID, records(from, Math.min(CHUNK, count - from)));
    }
    return session;
}

function expectCount(session, count) {
    const { relatedTo } = session.log(ID).counts;
    if (relatedTo !== count) {
        throw new Error(`the list holds ${relatedTo} records instead of ${count}`);
    }
}

// Records nobody has opened before.
let opened = MANY;
const fresh = (count) => records((opened += count) - count, count);

function visiting(name, openSession) {
    let session;
    let visits;
    return {
        name,
        times: 200,
        before(times) {
            session = openSession(session);
            visits = fresh(times);
        },
        run: (time) => session.visit(visits[time]).lists[0].added[0]
    };
}

export const visit = {
    async open() {
        const patchbay = await load();
        const large = openWith(patchbay, MANY);
        const few = (before) => {
            before?.close();
            return openWith(patchbay, FEW);
        };
        return [
            { ...visiting('patchbay', () => large), check: () => expectCount(large, MANY) },
            visiting('few', few),
            {
                name: 'snapshot',
                times: 1,
                // The list is made anew only after something joined it.
                before: () => large.visit(...fresh(1)),
                run: () => large.log(ID).relatedTo.length
            }
        ];
    }
};

export const delta = {
    async open() {
        const patchbay = await load();
        let session = openWith(patchbay, 0);
        const { lists } = session.associate(ID, records(0, TWENTY));
        const text = JSON.stringify(lists);
        let groups;
        return [
            {
                name: 'patchbay',
                times: 50,
                check() {
                    if (lists.length !== 1 || lists[0].added.length !== TWENTY) {
                        throw new Error(`one change of ${TWENTY} records is told as ${text}`);
                    }
                },
                before(times) {
                    session.close();
                    session = openWith(patchbay, 0);
                    groups = Array.from({ length: times }, (_, at) => records(at * TWENTY, TWENTY));
                },
                run: (time) => session.associate(ID, groups[time]).lists[0].added.at(-1).name
            },
            { name: 'jsonParse', run: () => JSON.parse(text)[0].added.at(-1).name }
        ];
    }
};
