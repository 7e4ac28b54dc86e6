/* The figures to reach. A goal is of one work in one host; `met` says whether the results reach it. */
const OUTSIDE = ['node', 'chromium'];
const EVERYWHERE = ['node', 'chromium', 'sandbox'];
const ENCODING = ['encodeClean', 'encodeShort', 'encodeKilobyte', 'encodeTenKilobytes', 'encodeMixed'];

/** So many times as fast as the peer. */
const faster = (peer, figure) => ({ peer, measure: 'speed', relation: '≥', figure });
/** At most so many times the peer's time. */
const within = (peer, figure) => ({ peer, measure: 'time', relation: '≤', figure });
const atMost = (figure, measure) => ({ measure, relation: '≤', figure });

const ROWS = [
    {
        row: 'validate + build, valid',
        works: ['build', 'validate'],
        goals: [
            [OUTSIDE, [faster('ajvStandalone', 2), faster('zod', 3.5), faster('valibot', 12), within('hand', 1.3)]],
            [['sandbox'], [faster('ajvStandalone', 1.3), faster('valibot', 8), faster('zod', 80), within('hand', 1.3)]],
            [['csp'], [faster('ajvStandalone', 1.2), faster('zod', 7)]]
        ]
    },
    {
        row: 'invalid, full list of problems with texts',
        works: ['invalid'],
        goals: [
            [OUTSIDE, [faster('ajvStandalone', 0.8), faster('zod', 25), faster('valibot', 15)]],
            [['sandbox'], [faster('valibot', 15), faster('zod', 150)]]
        ]
    },
    { row: 'encode, clean', works: ['encodeClean'], goals: [[OUTSIDE, [faster('native', 1.5)]]] },
    { row: 'encode, 10 K non-ASCII', works: ['encodeTenKilobytes'], goals: [[OUTSIDE, [faster('native', 1.3)]]] },
    { row: 'encode, anything', works: ENCODING, goals: [[EVERYWHERE, [faster('native', 0.9)]]] },
    {
        row: 'event of 2.6 KB, received to Change',
        works: ['eventText'],
        goals: [
            [OUTSIDE, [faster('hand', 1), faster('xstate', 3)]],
            [['sandbox'], [atMost(15, 'microseconds')]]
        ]
    },
    {
        row: 'event of 2.6 KB, as an object from outside',
        works: ['eventObject'],
        goals: [[['sandbox'], [atMost(250, 'microseconds')]]]
    },
    {
        row: 'visit at 100,000 records',
        works: ['visit'],
        goals: [[EVERYWHERE, [within('few', 1.5), faster('snapshot', 1000)]]]
    },
    { row: '20-operation delta', works: ['delta'], goals: [[['sandbox'], [faster('jsonParse', 7)]]] },
    {
        row: 'start-up, bytes in hand to first message',
        works: ['startUp'],
        goals: [
            [OUTSIDE, [faster('zodMini', 1), faster('zod', 2), faster('ajv', 7)]],
            [['sandbox'], [atMost(6, 'milliseconds')]]
        ]
    },
    {
        row: 'agent’s click to published message',
        works: ['click'],
        goals: [[['sandbox'], [atMost(1, 'milliseconds')]]]
    },
    { row: 'module + glue, brotli', works: ['module'], goals: [[['size'], [atMost(30_000, 'bytes')]]] },
    { row: 'the largest LWC file', works: ['lwc'], goals: [[['size'], [atMost(1_000_000, 'bytes')]]] },
    {
        row: 'memory after 10,000 interactions and 100,000 events',
        works: ['memory'],
        goals: [[EVERYWHERE, [atMost(2 * 2 ** 20, 'bytes'), { measure: 'growth', relation: '≤', figure: 1 }]]]
    }
];

/** Every goal: `{ id, row, work, host, peer, measure, relation, figure }`. */
export const GOALS = ROWS.flatMap(({ row, works, goals }) =>
    works.flatMap((work) =>
        goals.flatMap(([hosts, ofHosts]) =>
            hosts.flatMap((host) =>
                ofHosts.map((goal) => ({
                    id: [work, host, goal.peer ?? goal.measure].join('/'),
                    row,
                    work,
                    host,
                    ...goal
                }))
            )
        )
    )
).filter(isStrictest);

/** “Anything” says less of a text than the goal that this text has of its own. */
function isStrictest(goal, at, all) {
    return !all.some((other) => other.id === goal.id && other.figure > goal.figure);
}

/** What was measured, or undefined where nothing was. */
export function reading({ hosts, size }, { work, host, peer, measure }) {
    if (host === 'size') {
        return work === 'module' ? size?.module.total : size?.lwc[0][1];
    }
    const contenders = hosts[host]?.works[work];
    if (!contenders) {
        return undefined;
    }
    switch (measure) {
        case 'speed':
            return contenders[peer].ratio;
        case 'time':
            return 1 / contenders[peer].ratio;
        case 'growth':
            return contenders.patchbay.last / contenders.patchbay.first;
        case 'bytes':
            return contenders.patchbay.last;
        default:
            return contenders.patchbay.median / { microseconds: 1e3, milliseconds: 1e6 }[measure];
    }
}

export function met(results, goal) {
    const value = reading(results, goal);
    return value !== undefined && (goal.relation === '≥' ? value >= goal.figure : value <= goal.figure);
}
