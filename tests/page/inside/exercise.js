/** What "works" means: a message is built, an event received, and what may be done now known. Anything else is its reason. */
const ID = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';

/** @param module what `pkg/index.js` or `c/patchbay` exports */
export default async function exercise({ load }) {
    let patchbay;
    try {
        patchbay = await load();
    } catch ({ name, reason, message }) {
        return { name, reason, message };
    }
    const message = patchbay.blindTransfer(ID, { flow: 'Auditor Secure Flow' });
    const session = patchbay.session({ storage: null });
    session.receive({ type: 'Interaction', category: 'add', data: { id: ID, name: 'Zoë', state: 'CONNECTED' } });
    const { phase, name } = session.interaction(ID);
    const result = {
        reason: 'works',
        target: message.data.participantContext.transferTarget,
        valid: patchbay.validate(message).valid,
        phase,
        name,
        can: session.can(ID).length,
        classified: patchbay.settings([]).classify(null, 'On Queue')
    };
    await session.close();
    return result;
}
