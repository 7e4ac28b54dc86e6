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
    const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return value.toLocaleString('en', { maximumFractionDigits: digits });
}

export function bytes(count) {
    return count.toLocaleString('en');
}

/** With its unit, or that there is none. */
export function amount(value, unit) {
    if (value === undefined) {
        return 'not measured';
    }
    return unit === '×' ? `${figure(value)}×` : `${unit === 'bytes' ? bytes(value) : figure(value)} ${unit}`;
}

/** What a goal asks for, in a few words. */
export function wanted({ peer, name, growth, relation, wanted: value, unit }) {
    const bound = `${relation} ${amount(value, unit)}`;
    if (growth) {
        return `${bound} what it was after a tenth`;
    }
    if (!peer) {
        return bound;
    }
    const who = name === 'messages' ? ', messages only' : '';
    return relation === '≥'
        ? `${bound} as fast as ${CONTENDERS[peer]}`
        : `${bound} the time of ${CONTENDERS[peer]}${who}`;
}
