/** A copy of the logs of a session in Rust. Rust reports the lists Name and Related To by the records that joined them. */
export class Logs {
    logs = new Map();
    listed = Object.freeze([]);

    get(id) {
        return this.logs.get(id)?.log ?? null;
    }

    /**
     * Applies the changed logs and lists that Rust reports. `log` is null for a log that was removed, and missing if only records
     * joined its lists.
     */
    apply(changed, lists) {
        for (const { id, log } of changed) {
            if (log === null) {
                this.logs.delete(id);
            } else if (log !== undefined) {
                const entry = this.logs.get(id) ?? { name: new List(), relatedTo: new List() };
                entry.reported = frozen(log);
                this.logs.set(id, entry);
            }
        }
        for (const { id, list, added, selected, proposed } of lists) {
            this.logs.get(id)?.[list].apply(added, selected, proposed);
        }
        for (const { id } of changed) {
            const entry = this.logs.get(id);
            if (entry) {
                entry.log = publicLog(entry);
            }
        }
        if (changed.length > 0) {
            this.listed = Object.freeze(Array.from(this.logs.values(), ({ log }) => log));
        }
    }

    clear() {
        this.logs.clear();
        this.listed = Object.freeze([]);
    }
}

/** A list of a log: its records by rank, the highest first. */
class List {
    entries = [];
    /** The index of each record, by its ID. */
    indexes = new Map();
    selected = null;
    /** The ID of the record that one key confirms. */
    proposed = null;
    snapshot = null;

    apply(added, selected, proposed) {
        this.proposed = proposed;
        for (const { id, ...entry } of added) {
            const at = this.indexes.get(id) ?? this.entries.length;
            this.indexes.set(id, at);
            this.entries[at] = Object.freeze({ id, ...entry, selected: id === selected });
        }
        if (selected !== this.selected) {
            this.mark(this.selected, false);
            this.mark(selected, true);
            this.selected = selected;
        }
        this.snapshot = null;
    }

    mark(id, selected) {
        const at = this.indexes.get(id);
        if (at !== undefined) {
            this.entries[at] = Object.freeze({ ...this.entries[at], selected });
        }
    }

    get proposedEntry() {
        return this.entries[this.indexes.get(this.proposed)] ?? null;
    }

    /** The array that is published. Built when it is read, so that a record can join a long list without a copy of it. */
    get all() {
        this.snapshot ??= Object.freeze([...this.entries].sort((one, other) => other.rank - one.rank));
        return this.snapshot;
    }
}

/** A log as Rust reports it, with all its parts frozen. */
function frozen({ chosen, values, problems, engagement, ...rest }) {
    return {
        ...rest,
        chosen: freeze({ name: freeze(chosen.name), relatedTo: freeze(chosen.relatedTo) }),
        values: freeze(values),
        problems: freeze(problems.map(freeze)),
        engagement: engagement && freeze({ ...engagement, problems: freeze(engagement.problems.map(freeze)) })
    };
}

/** A log as it is published. */
function publicLog({ reported, name, relatedTo }) {
    return Object.freeze({
        ...reported,
        counts: freeze({ name: name.entries.length, relatedTo: relatedTo.entries.length }),
        proposed: freeze({ name: name.proposedEntry, relatedTo: relatedTo.proposedEntry }),
        get name() {
            return name.all;
        },
        get relatedTo() {
            return relatedTo.all;
        }
    });
}

function freeze(value) {
    return Object.freeze(value);
}
