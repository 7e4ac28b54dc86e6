/** A copy of the interactions of a session in Rust. */
export class Interactions {
    known = new Map();
    listed = Object.freeze([]);

    get(id) {
        return this.known.get(id)?.interaction ?? null;
    }

    /** The allowed actions; undefined if the interaction is unknown. */
    can(id) {
        return this.known.get(id)?.can;
    }

    /** The actions that a screen offers; undefined if the interaction is unknown. */
    offered(id) {
        return this.known.get(id)?.offered;
    }

    /** Applies the changed interactions that Rust reports. One that was removed has only an ID. */
    apply(changed) {
        for (const { id, interaction, can, offered } of changed) {
            if (interaction === undefined) {
                // A Map keeps the order of insertion: one that comes back is last again.
                this.known.delete(id);
            } else {
                // Rust leaves attributes out that did not change.
                interaction.attributes ??= this.known.get(id).interaction.attributes;
                Object.freeze(interaction.attributes);
                Object.freeze(interaction.dialer);
                Object.freeze(interaction.callbackNumbers);
                this.known.set(id, {
                    interaction: Object.freeze(interaction),
                    can: Object.freeze(can ?? []),
                    offered: Object.freeze(offered ?? [])
                });
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
