import { ACTIONS } from './vocabulary.js';

/** The interactions of a session as JavaScript holds them: what Rust tells of them. */
export class Interactions {
    known = new Map();
    listed = Object.freeze([]);

    get(id) {
        return this.known.get(id)?.interaction ?? null;
    }

    /** The actions that are possible with one that is known. */
    can(id) {
        return this.known.get(id)?.can;
    }

    /** Takes over the values of every interaction that is different, or of one that was let go only its ID. */
    apply(changed) {
        for (const values of changed) {
            const id = values[0];
            if (values.length === 1) {
                // So that one that comes back stands among the youngest.
                this.known.delete(id);
            } else {
                this.known.set(id, face(values, this.known.get(id)));
            }
        }
        const listed = [];
        for (const { interaction } of this.known.values()) {
            listed.push(interaction);
        }
        this.listed = Object.freeze(listed);
    }

    clear() {
        this.known.clear();
        this.listed = Object.freeze([]);
    }
}

/** Gives the values their names, in the order in which Rust writes them. Attributes that are as before are not told again. */
function face(values, before) {
    const [
        id,
        can,
        kind,
        phase,
        direction,
        live,
        internal,
        consulting,
        consultOf,
        transferring,
        name,
        address,
        queue,
        startTime,
        connectedTime,
        endTime,
        recording,
        securePause,
        dialer,
        wrapUpCode,
        durationSeconds,
        attributes
    ] = values;
    const interaction = {
        id,
        kind,
        phase,
        direction,
        live,
        internal,
        consulting,
        consultOf,
        transferring,
        name,
        address,
        queue,
        startTime,
        connectedTime,
        endTime,
        recording,
        securePause,
        dialer: Object.freeze(dialer),
        wrapUpCode,
        durationSeconds,
        attributes: attributes ? Object.freeze(attributes) : before.interaction.attributes
    };
    return { interaction: Object.freeze(interaction), can: actionsOf(can) };
}

const LISTS = new Map();

/** The actions of which there is a bit for each. */
export function actionsOf(bits) {
    if (!LISTS.has(bits)) {
        LISTS.set(bits, Object.freeze(ACTIONS.filter((_, action) => (bits >> action) & 1)));
    }
    return LISTS.get(bits);
}
