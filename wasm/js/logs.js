/** The logs of a session as JavaScript holds them: what Rust tells of them, and their lists, which only ever grow by what joined. */
export class Logs {
    logs = new Map();
    listed = Object.freeze([]);

    get(id) {
        return this.logs.get(id)?.log ?? null;
    }

    /**
     * Takes over what became different in lists, and every log that is different: null for one that was removed, and no log
     * where its lists alone have grown.
     */
    apply(changed, lists) {
        for (const { id, log } of changed) {
            if (log === null) {
                this.logs.delete(id);
            } else if (log !== undefined) {
                const kept = this.logs.get(id) ?? { name: new List(), relatedTo: new List() };
                kept.told = frozen(log);
                this.logs.set(id, kept);
            }
        }
        for (const { id, list, added, selected } of lists) {
            this.logs.get(id)?.[list].apply(added, selected);
        }
        for (const { id } of changed) {
            const kept = this.logs.get(id);
            if (kept) {
                kept.log = face(kept);
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

class List {
    entries = [];
    places = new Map();
    selected = null;
    snapshot = null;

    apply(added, selected) {
        for (const entry of added) {
            const at = this.places.get(entry.id) ?? this.entries.length;
            this.places.set(entry.id, at);
            this.entries[at] = entry;
        }
        this.selected = selected;
        this.snapshot = null;
    }

    /** Made when somebody looks: a record that joins a long list costs no copy of it. */
    get all() {
        this.snapshot ??= Object.freeze(
            this.entries.map((entry) => Object.freeze({ ...entry, selected: entry.id === this.selected }))
        );
        return this.snapshot;
    }
}

/** What Rust tells of a log, its parts frozen. */
function frozen({ chosen, values, problems, engagement, ...rest }) {
    return {
        ...rest,
        chosen: freeze({ name: freeze(chosen.name), relatedTo: freeze(chosen.relatedTo) }),
        values: freeze(values),
        problems: freeze(problems.map(freeze)),
        engagement: engagement && freeze({ ...engagement, problems: freeze(engagement.problems.map(freeze)) })
    };
}

function face({ told, name, relatedTo }) {
    return Object.freeze({
        ...told,
        counts: freeze({ name: name.entries.length, relatedTo: relatedTo.entries.length }),
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
