/* Two messages of a captured call that take turns, of the size of a busy call's: it is held, it is taken off hold. */
const HELD = 16;
const RESUMED = 18;
const SIZE = 2600;

/** @param events of tests/fixtures/inbound-call.json */
export function holdAndResume(events) {
    return [HELD, RESUMED].map((at) => padded(JSON.parse(JSON.stringify(events[at].message))));
}

/** What came before, so that the interaction is connected. */
export function untilConnected(events) {
    return events.slice(0, HELD).map(({ message }) => message);
}

/** Attributes, as a flow in front of the agent sets them, until the message has its size. */
function padded(message) {
    const { old, new: now } = message.data;
    for (let number = 1; JSON.stringify(message).length < SIZE - 60; number++) {
        old.attributes[`Participant.answer${number}`] = now.attributes[`Participant.answer${number}`] =
            `menu ${number}`;
    }
    return message;
}
