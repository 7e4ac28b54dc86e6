/* What is done while the engine looks on: V8's profiler, in Node and in Chromium alike. */

/** Microseconds between two looks. */
const INTERVAL = 100;

/**
 * The profile of some work.
 *
 * @param post speaks the protocol of V8's inspector
 * @param work does the work for so many milliseconds
 */
export async function watch(post, work, { warmUp, milliseconds, interval = INTERVAL }) {
    await post('Profiler.enable');
    await post('Profiler.setSamplingInterval', { interval });
    let taken;
    // Code that is compiled before the engine is watched does not tell which functions were put into which.
    for (const time of [warmUp, milliseconds].filter(Boolean)) {
        await post('Profiler.start');
        await work(time);
        taken = await post('Profiler.stop');
    }
    await post('Profiler.disable');
    return taken.profile;
}
