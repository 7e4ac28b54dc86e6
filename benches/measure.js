/*
 * Timing. Contenders take turns, pass by pass, so that whatever slows the machine slows all of them; before each batch a contender
 * gets inputs that nobody has seen, outside of the time.
 *
 * A loop of its own: tinybench measures one task after the other, and LWC's compiler refuses the private methods it is written
 * with; mitata makes its loops with eval, which pages of Salesforce forbid.
 */
/** Milliseconds that a contender is timed in one pass. */
const PASS = 6;
/** At least so many milliseconds, inputs included, and batches, in which the engine compiles what it will. */
const WARM_UP = { milliseconds: 300, batches: 20 };

let sink;

/**
 * Nanoseconds of one thing by contender and pass. A contender is `{ name, run, prepare, per }`: `run` does `per` things with what
 * `prepare` made for it.
 */
export function measure(contenders, { passes }) {
    contenders.forEach(warmUp);
    const lanes = contenders.map((contender) => ({ contender, samples: [] }));
    // The first pass does not count: a contender's code may have been given up and compiled anew by what the others did.
    for (let pass = -1; pass < passes; pass++) {
        for (let turn = 0; turn < lanes.length; turn++) {
            const { contender, samples } = lanes[(turn + pass + 1) % lanes.length];
            const took = timed(contender);
            if (pass >= 0) {
                samples.push(took);
            }
        }
    }
    return Object.fromEntries(lanes.map(({ contender, samples }) => [contender.name, samples]));
}

function warmUp({ run, prepare }) {
    const until = performance.now() + WARM_UP.milliseconds;
    for (let batch = 0; batch < WARM_UP.batches || performance.now() < until; batch++) {
        sink = run(prepare());
    }
}

function timed({ run, prepare, per }) {
    let [took, batches] = [0, 0];
    while (took < PASS) {
        const given = prepare();
        const started = performance.now();
        sink = run(given);
        took += performance.now() - started;
        batches += 1;
    }
    return (took * 1e6) / batches / per;
}

/** What the last run made: read by nobody, so that no compiler can leave the work out. */
export const lastMade = () => sink;
