/** What stands in for what is not known, so that Rust can judge what was done to it. */
import { TEXT_FUNCTIONS } from './values.js';

/**
 * What a value is like is taken from its name; what Patchbay says of such a value is what it would say of the real one. A value
 * whose name says nothing is taken as one that every rule accepts, or, if a person typed it, as one with a space.
 */
const SAMPLES = [
    [/card.?(?:num|no$|nr)|^pan$/i, '4111111111111111'],
    [/^cv[cv]2?$|security.?code/i, '123'],
    [/flow.?id$/i, '741f4f39-7a94-470d-a1dd-dd68d01e0dd8'],
    [/flow.?name/i, 'Auditor Secure Flow'],
    [/(?:queue|user|agent).?id$/i, '31fe3bac-dea6-44b7-bed7-47f91660a1a0'],
    [/phone|^number$|mobile|msisdn/i, '+1 (317) 555-0123']
];

/** What is put behind a prefix, or encoded, is a flow where its name says so; alone, it may be an ID, or have its prefix already. */
const SAMPLES_IN_TEXT = [...SAMPLES, [/flow/i, 'Auditor Secure Flow']];

const PLAIN = '12';
const TYPED = '1 2';

/** What is called a target or an URL has probably been made one. */
const MADE = /target|encod|ur[il]$/i;

function sample({ name, typed }, samples) {
    const [, found] = samples.find(([pattern]) => pattern.test(name) && !MADE.test(name)) ?? [];
    return found ?? (typed ? TYPED : PLAIN);
}

/** A text for something unknown. */
export const sampleOf = (value) => sample(value, SAMPLES);

/** Whether a value that is unknown as a whole is known well enough to be judged. */
export const isTelling = (value) => sampleOf(value) !== PLAIN;

/** The samples that stand in a value. */
export function samplesIn(value) {
    const holes = value.kind === 'text' ? value.parts.filter(({ hole }) => hole).map(({ hole }) => hole) : [];
    return value.kind === 'unknown' ? [sampleOf(value)] : holes.map((hole) => sample(hole, SAMPLES_IN_TEXT));
}

/** A text with samples for what is not known in it. */
export function sampled({ parts }, { encodes = false } = {}) {
    const isOften = ({ through }) => through.filter((name) => name === 'encodeURIComponent').length > (encodes ? 0 : 1);
    return parts
        .map((part) => {
            if (typeof part === 'string') {
                return part;
            }
            const found = sample(part.hole, SAMPLES_IN_TEXT);
            // Encoding it again shows only in a text that has something to encode.
            return part.through.reduce(
                (text, name) => TEXT_FUNCTIONS[name](text),
                found === PLAIN && isOften(part) ? TYPED : found
            );
        })
        .join('');
}
