/* The hand-written peer of the benchmarks: it follows phases and fields, and keeps no log. */
import { open } from '../../../benches/peers/reducer.js';

export const reducer = {
    open() {
        const { receive, phase } = open();
        const seen = new Set();
        return {
            receive(message) {
                try {
                    receive(message).forEach((id) => seen.add(id));
                } catch {
                    // Its page survives what it does not understand, as a listener of the channel does.
                }
            },
            phases: () => Object.fromEntries([...seen].map((id) => [id, phase(id)]).filter(([, known]) => known)),
            settle: () => {}
        };
    }
};
