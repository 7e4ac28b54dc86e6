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

/** So few are compared with one another sooner than they are looked up. */
const FEW = 4;

/** Remembers the last few texts only: where looking costs little, a longer memory costs a text that is new more than it saves. */
export function lately(look) {
    const texts = new Array(FEW).fill(null);
    const found = new Array(FEW).fill(null);
    let oldest = 0;
    return (text) => {
        for (let at = 0; at < FEW; at++) {
            if (texts[at] === text) {
                return found[at];
            }
        }
        const looked = look(text);
        if (text.length <= LONGEST) {
            texts[oldest] = text;
            found[oldest] = looked;
            oldest = (oldest + 1) % FEW;
        }
        return looked;
    };
}
