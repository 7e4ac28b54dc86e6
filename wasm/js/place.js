import { PatchbayError } from './errors.js';
import { PROBLEMS, problem } from './problems.js';

/**
 * Where a session lives in the module: under a number, which is another one when the module begins anew. `open(kept)`
 * gives the number of a session opened with what is kept, or without; `renewed()` is told of another one later.
 */
export function openPlace(instance, open, { isKept, renewed }) {
    let withKept = true;
    const place = {
        number: 0,
        /** Which of its lives it is in; answers to another one are answers to nobody. */
        life: 0,
        restore() {
            place.number = open(withKept);
            place.life += 1;
            place.news = problem(
                PROBLEMS[!withKept ? 'SessionWithoutKept' : isKept ? 'SessionRestarted' : 'SessionEmptied']
            );
            Promise.resolve().then(renewed);
        },
        giveUp() {
            const could = withKept;
            withKept = false;
            return could;
        },
        /** What is to be told of a life that has begun, as a problem; null once it was taken. */
        news: null,
        takeNews() {
            const { news } = place;
            place.news = null;
            return news;
        },
        leave: () => instance.remove(place)
    };
    const settle = () => {
        place.number = open(withKept);
    };
    try {
        instance.call(settle);
    } catch (error) {
        if (!(error instanceof PatchbayError) || !place.giveUp()) {
            throw error;
        }
        instance.call(settle);
        place.news = problem(PROBLEMS.SessionWithoutKept);
    }
    instance.add(place);
    return place;
}
