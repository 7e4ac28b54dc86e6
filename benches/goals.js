/*
 * The figures to reach. Most come from the plan for this version; `own` marks a bound that this page has set itself, and says why.
 * `about` says where the time or the bytes go.
 */
const EVERYWHERE = ['node', 'chromium', 'csp', 'sandbox'];
const OUTSIDE = ['node', 'chromium', 'csp'];

const UNITS = { ms: 1e6, µs: 1e3 };

/** At most so much of something. */
const atMost = (wanted, unit) => ({ wanted, unit, relation: '≤' });
/** Minimum ratio of a peer’s time to ours. */
const asFastAs = (peer, wanted) => ({ peer, wanted, unit: '×', relation: '≥' });
/** At most so many times a peer's time; of the build with messages only, if it says so. */
const timeOf = (peer, wanted, name = 'patchbay') => ({ peer, wanted, unit: '×', relation: '≤', name });

const ROWS = [
    {
        work: 'size',
        hosts: ['everything'],
        goals: [atMost(120_000, 'bytes')],
        about: 'sessions, logs, saving, settings and EngagementInteraction, with what they share of the standard library. 100,000 would be better still.'
    },
    {
        work: 'size',
        hosts: ['messages only'],
        goals: [atMost(14_000, 'bytes')],
        about: 'the rules for messages, the sentences of their problems, and the JavaScript around them.'
    },
    {
        work: 'startUp',
        hosts: ['sandbox'],
        goals: [timeOf('zod', 0.8), timeOf('zod', 0.35, 'messages')],
        about: 'the sandbox reads the whole text, and the engine compiles the WebAssembly: both grow with the bytes.'
    },
    {
        work: 'click',
        hosts: ['sandbox'],
        goals: [atMost(1, 'ms')],
        own: 'a sixteenth of a frame',
        about: 'from the button’s event through the base component, the framework and the membrane to the channel; the message itself is built in less than a microsecond.'
    },
    {
        work: 'screen',
        hosts: ['sandbox'],
        goals: [atMost(16.7, 'ms')],
        own: 'one frame at 60 Hz',
        about: 'the way through the message service and the membrane, and drawing every component on screen.'
    },
    {
        work: 'visited',
        hosts: ['sandbox'],
        goals: [atMost(100, 'ms')],
        own: 'up to 100 ms feels immediate',
        about: 'the record’s page is drawn and its fields are read before the lists are drawn.'
    },
    {
        work: 'thirty',
        hosts: ['sandbox'],
        goals: [atMost(50, 'ms')],
        own: 'browsers report anything longer as a long task',
        about: 'the same as with one interaction, plus thirty rows to compute and compare.'
    },
    {
        work: 'memory',
        hosts: ['node', 'chromium', 'sandbox'],
        goals: [atMost(2 * 2 ** 20, 'bytes'), { ...atMost(1, '×'), growth: true }],
        own: '10,000 interactions in one page, flat after the first tenth',
        about: 'logs of the last interactions, kept for agents who still write into them.'
    },
    {
        work: 'build',
        hosts: EVERYWHERE,
        goals: [asFastAs('ajvStandalone', 1.2)],
        about: 'checking every text for anything that Rust has to decide.'
    },
    {
        work: 'validate',
        hosts: EVERYWHERE,
        goals: [asFastAs('ajvStandalone', 1)],
        about: 'every value and every property name is read once.'
    },
    {
        work: 'invalid',
        hosts: OUTSIDE,
        goals: [asFastAs('zod', 1)],
        about: 'the message crosses into Rust as text, and problems come back with sentences that quote what was given and say what to write instead.'
    },
    {
        work: 'invalid',
        hosts: ['sandbox'],
        goals: [asFastAs('zod', 4)],
        about: 'the message crosses into Rust as text, and problems come back with sentences that quote what was given and say what to write instead.'
    },
    {
        work: 'eventText',
        hosts: ['sandbox'],
        goals: [atMost(15, 'µs')],
        about: 'the text is parsed, compared with what is known and taken over by the log; then the changed interaction comes back.'
    },
    {
        work: 'visit',
        hosts: ['node', 'chromium', 'sandbox'],
        goals: [timeOf('few', 1.5)],
        own: 'the length of a list must not matter',
        about: 'the record is looked up by its ID, and only the change is reported.'
    },
    {
        work: 'file',
        hosts: ['largest'],
        goals: [atMost(1_000_000, 'bytes')],
        about: 'Salesforce accepts no larger file in a component.'
    }
];

/** Every goal: `{ id, work, host, own, about, wanted, unit, relation }`. */
export const GOALS = ROWS.flatMap(({ hosts, goals, ...row }) =>
    hosts.flatMap((host) =>
        goals.map((goal) => ({
            id: [row.work, host, goal.name === 'messages' ? 'messages' : goal.peer, goal.growth && 'growth']
                .filter(Boolean)
                .join('/'),
            host,
            ...row,
            ...goal
        }))
    )
);

/** What was measured, or undefined where nothing was. */
export function reading({ hosts, size }, { work, host, peer, unit, relation, growth, name = 'patchbay' }) {
    if (work === 'size') {
        return size?.[host]?.total;
    }
    if (work === 'file') {
        return size?.files?.[0]?.[1];
    }
    const contenders = hosts?.[host]?.[work];
    const ours = contenders?.[name];
    if (work === 'memory') {
        return growth ? contenders?.last / contenders?.first || undefined : contenders?.last;
    }
    if (!peer) {
        return ours && ours.median / UNITS[unit];
    }
    const theirs = contenders?.[peer]?.ratio;
    if (theirs === undefined || !ours) {
        return undefined;
    }
    // Ratios are peers' times by Patchbay's; the build with messages only is a contender beside it.
    return relation === '≥' ? theirs : (ours.ratio ?? 1) / theirs;
}

/** Whether it is reached: true, false, or undefined where nothing was measured. */
export function met(results, goal) {
    const value = reading(results, goal);
    return value === undefined ? undefined : goal.relation === '≥' ? value >= goal.wanted : value <= goal.wanted;
}
