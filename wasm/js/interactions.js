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

    /** Takes over every interaction that is different; one that was removed is an ID alone. */
    apply(changed) {
        for (const { id, interaction, can } of changed) {
            if (interaction === undefined) {
                // So that one that comes back stands among the youngest.
                this.known.delete(id);
            } else {
                // Attributes that are as before are not told again.
                interaction.attributes ??= this.known.get(id).interaction.attributes;
                Object.freeze(interaction.attributes);
                Object.freeze(interaction.dialer);
                Object.freeze(interaction.callbackNumbers);
                this.known.set(id, { interaction: Object.freeze(interaction), can: Object.freeze(can ?? []) });
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

const LISTS = new Map();

/** The actions of which there is a bit for each. */
export function actionsOf(bits) {
    if (!LISTS.has(bits)) {
        LISTS.set(bits, Object.freeze(ACTIONS.filter((_, action) => (bits >> action) & 1)));
    }
    return LISTS.get(bits);
}
