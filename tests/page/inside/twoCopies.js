/* Two copies of the module on one page, each with a session: what one hears the other does not, and what both hear both have. */

/** @param copies what two copies of the module export */
export default async function twoCopies(copies) {
    const before = globals();
    const [one, other] = await Promise.all(copies.map(({ load }) => load()));
    const sessions = [one, other].map((patchbay) => patchbay.session({ storage: null }));
    const seen = () =>
        sessions.map((session) => session.interactions.map(({ id, phase }) => `${id} ${phase}`).join(', '));
    const steps = {};
    sessions[0].receive(told('a', 'ALERTING'));
    sessions[1].receive(told('b', 'DIALING'));
    steps.apart = seen();
    sessions.forEach((session) => session.receive(told('c', 'CONNECTED')));
    steps.together = seen();
    // Each refuses what its own interaction does not allow, and knows nothing of the other's.
    steps.allowed = sessions.map((session) => [session.can('a').length, session.can('b').length]);
    await sessions[0].close();
    sessions[1].receive(told('c', 'HELD'));
    steps.oneClosed = seen();
    await sessions[1].close();
    return {
        same: one === other,
        versions: [one.version, other.version],
        messages: [one, other].map((patchbay) => JSON.stringify(patchbay.updateState('hold', 'c'))),
        steps,
        left: globals().filter((name) => !before.includes(name))
    };
}

function told(id, state) {
    return { type: 'Interaction', category: 'add', data: { id, state } };
}

/** Everything by which two modules of a page could know of each other. */
function globals() {
    const places = {
        globalThis,
        Object: Object.prototype,
        Array: Array.prototype,
        WebAssembly,
        localStorage,
        sessionStorage
    };
    return Object.entries(places).flatMap(([place, object]) =>
        Reflect.ownKeys(object).map((key) => `${place}.${String(key)}`)
    );
}
