const MOST = 64;

/** Longer texts are looked at anew: they seldom come twice, and would only take room. */
const LONGEST = 256;

/** Remembers what was found of the last texts and words: an agent's messages name the same few again and again. */
export function remembering(look) {
    const known = new Map();
    return (given) => {
        const found = known.get(given);
        if (found !== undefined) {
            return found;
        }
        const looked = look(given);
        if (typeof given === 'number' || given.length <= LONGEST) {
            if (known.size === MOST) {
                known.clear();
            }
            known.set(given, looked);
        }
        return looked;
    };
}
