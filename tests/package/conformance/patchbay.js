/* Patchbay itself, as the conformance kit asks it: a session on a clock that the kit moves. */
import { openTesting } from '../../../pkg/testing/index.js';

export const patchbay = {
    async open({ fields, save }) {
        const { session, receive, passTime, close } = await openTesting({ fields, save });
        return {
            receive,
            passTime,
            close,
            settle: () => passTime(0),
            visit: (record) => session.visit(record),
            leave: () => session.leave(),
            pop: (interactionId, records) => session.associate(interactionId, records),
            phases: () => Object.fromEntries(session.interactions.map(({ id, phase }) => [id, phase])),
            agent: () => session.agent,
            log(id) {
                const log = session.log(id);
                return (
                    log && {
                        name: log.name.map((record) => record.id),
                        relatedTo: log.relatedTo.map((record) => record.id),
                        chosenName: log.chosen.name?.id ?? null,
                        chosenRelatedTo: log.chosen.relatedTo?.id ?? null,
                        values: log.values
                    }
                );
            }
        };
    }
};
