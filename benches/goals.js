/*
 * The figures to reach. Most are the project's own plan for this version; where it says `own`, nobody but this page has set the
 * bound, and `why` says by what measure. `about` is what the time is made of, for whoever wants more of it.
 */
const EVERYWHERE = ['node', 'chromium', 'csp', 'sandbox'];
const OUTSIDE = ['node', 'chromium', 'csp'];

const UNITS = { ms: 1e6, µs: 1e3 };

/** At most so much of something. */
const atMost = (wanted, unit) => ({ wanted, unit, relation: '≤' });
/** So many times as fast as a peer. */
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
        about: 'the message’s way through the message service and the membrane, and every component that is shown.'
    },
    {
        work: 'visited',
        hosts: ['sandbox'],
        goals: [atMost(100, 'ms')],
        own: 'what people feel as at once',
        about: 'the page of the record is drawn as well, its fields are read, and then the lists are.'
    },
    {
        work: 'thirty',
        hosts: ['sandbox'],
        goals: [atMost(50, 'ms')],
        own: 'beyond it a browser calls a task long',
        about: 'the same as with one interaction, and thirty rows that are made and compared.'
    },
    {
        work: 'memory',
        hosts: ['node', 'chromium', 'sandbox'],
        goals: [atMost(2 * 2 ** 20, 'bytes'), { ...atMost(1, '×'), growth: true }],
        own: '10,000 interactions in one page, flat after the first tenth',
        about: 'logs of the last interactions, which are kept for the agent who still writes into them.'
    },
    {
        work: 'build',
        hosts: EVERYWHERE,
        goals: [asFastAs('ajvStandalone', 1.2)],
        about: 'a look at every text for what Rust would have to judge.'
    },
    {
        work: 'validate',
        hosts: EVERYWHERE,
        goals: [asFastAs('ajvStandalone', 1)],
        about: 'every value is read once, and the name of every property.'
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
        about: 'the text is read value by value, compared with what is known, followed by the log, and the changed interaction comes back.'
    },
    {
        work: 'visit',
        hosts: ['node', 'chromium', 'sandbox'],
        goals: [timeOf('few', 1.5)],
        own: 'a list may be as long as it likes',
        about: 'the record is looked up by its ID, and the change alone is told.'
    },
    {
        work: 'file',
        hosts: ['largest'],
        goals: [atMost(1_000_000, 'bytes')],
        about: 'Salesforce takes no larger file in a component.'
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
