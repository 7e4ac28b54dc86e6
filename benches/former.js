/* The figures of the former page beside today's: won, lost, or no further apart than two runs of the same build. */
import { reading } from './goals.js';

/** Two runs of the same build may differ by this factor; bytes do not differ at all. */
const NOISE = { '×': 1.15, ms: 1.15, µs: 1.15, bytes: 1 };

/** `[{ work, host, peer, unit, then, now, verdict }]`, those that are not measured any more included. */
export function beside({ ratios, amounts }, results) {
    const ofRatios = Object.entries(ratios).flatMap(([work, hosts]) =>
        Object.entries(hosts).flatMap(([host, peers]) =>
            Object.entries(peers).map(([peer, then]) => {
                const now = results.hosts[host]?.[work]?.[peer]?.ratio;
                return { work, host, peer, unit: '×', then, now, verdict: verdict(then, now, '×') };
            })
        )
    );
    const ofAmounts = Object.entries(amounts).map(([id, [then, unit]]) => {
        const [work, host] = id.split('/');
        const now = reading(results, { work, host, unit });
        return { work, host, unit, then, now, verdict: verdict(now, then, unit) };
    });
    return [...ofAmounts, ...ofRatios];
}

/** For figures where more is better; the other way round where less is. */
function verdict(then, now, unit) {
    if (then === undefined || now === undefined) {
        return 'missing';
    }
    const noise = NOISE[unit];
    return now > then * noise ? 'won' : now * noise < then ? 'lost' : 'same';
}
