/* Figures as people read them. */
import { CONTENDERS } from './works.js';

const UNITS = [
    [1e6, 'ms'],
    [1e3, 'µs'],
    [1, 'ns']
];

/** Nanoseconds, in the unit that suits them. */
export function time(nanoseconds) {
    const [size, unit] = UNITS.find(([least]) => nanoseconds >= least) ?? UNITS.at(-1);
    return `${figure(nanoseconds / size)} ${unit}`;
}

/** Two or three digits that count. */
export function figure(value) {
    if (value === undefined) {
        return 'not measured';
    }
    const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return value.toLocaleString('en', { maximumFractionDigits: digits });
}

export function bytes(count) {
    return count.toLocaleString('en');
}

const SUFFIX = { speed: '×', time: '×', growth: '×', microseconds: ' µs', milliseconds: ' ms', bytes: ' bytes' };

/** What a goal asks for, in a few words. */
export function describeGoal({ peer, measure, relation, figure: wanted }) {
    const amount = `${relation} ${withUnit(wanted, measure)}`;
    switch (measure) {
        case 'speed':
            return `${amount} as fast as ${CONTENDERS[peer]}`;
        case 'time':
            return `${amount} the time of ${CONTENDERS[peer]}`;
        case 'growth':
            return `${amount} what it was after a tenth`;
        default:
            return amount;
    }
}

export function withUnit(value, measure) {
    return value === undefined ? 'not measured' : `${figure(value)}${SUFFIX[measure]}`;
}
