/* A message of the client that tells nothing new: received, read, and nothing has changed. */
import { load } from '#patchbay';
import { holdAndResume, untilConnected } from '../events.js';

export const eventQuiet = {
    async open({ events }) {
        const session = (await load()).session({ storage: null });
        const [held] = holdAndResume(events).map((message) => JSON.stringify(message));
        untilConnected(events).forEach((message) => session.receive(message));
        session.receive(held);
        return [
            {
                name: 'patchbay',
                check() {
                    if (session.receive(held).interactions.length > 0) {
                        throw new Error('a message that was received before changed something');
                    }
                },
                run: () => session.receive(held)
            }
        ];
    }
};
