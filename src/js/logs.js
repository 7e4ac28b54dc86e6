/** The logs of a session as JavaScript holds them: what Rust tells of them, and their lists, which only ever grow by what joined. */
export class Logs {
    logs = new Map();
    listed = Object.freeze([]);

    get(id) {
        return this.logs.get(id)?.log ?? null;
    }

    /** Takes over `[id, log or null]` of every log that is different, and what became different in lists. */
    apply(changed, lists) {
        for (const [id, log] of changed) {
            if (log === null) {
                this.logs.delete(id);
            } else {
                const kept = this.logs.get(id) ?? { name: new List(), relatedTo: new List() };
                kept.log = face(log, kept);
                this.logs.set(id, kept);
            }
        }
        for (const { id, list, added, selected } of lists) {
            this.logs.get(id)?.[list].apply(added, selected);
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

function face(log, lists) {
    const { chosen, problems, engagement } = log;
    return Object.freeze({
        ...log,
        chosen: Object.freeze({ name: freeze(chosen.name), relatedTo: freeze(chosen.relatedTo) }),
        counts: freeze(log.counts),
        values: freeze(log.values),
        problems: freeze(problems.map(freeze)),
        engagement: engagement && freeze({ ...engagement, problems: freeze(engagement.problems.map(freeze)) }),
        get name() {
            return lists.name.all;
        },
        get relatedTo() {
            return lists.relatedTo.all;
        }
    });
}

function freeze(value) {
    return Object.freeze(value);
}
