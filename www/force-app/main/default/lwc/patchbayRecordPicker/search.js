/** The entries of an open list that match what is typed. The list may be very long; only its beginning is ever shown. */

const MAX_SHOWN = 50;

export class Search {
    all;
    text;
    shown;
    total;

    constructor(entries, text = '') {
        const words = text.toLowerCase().split(/\s+/).filter(Boolean);
        const matches = words.length ? entries.filter(({ name }) => hasAll(name.toLowerCase(), words)) : entries;
        this.all = entries;
        this.text = text;
        this.shown = matches.slice(0, MAX_SHOWN);
        this.total = matches.length;
    }

    get more() {
        return this.total - this.shown.length;
    }

    /** The entries whose names have every word of this text in them. */
    narrowedTo(text) {
        return new Search(this.all, text);
    }

    /** The same search once these records have joined at the end, or have another name now. */
    with(records) {
        const joining = new Map(records.map((entry) => [entry.id, entry]));
        const known = this.all.map((entry) => {
            const renamed = joining.get(entry.id);
            joining.delete(entry.id);
            return renamed ?? entry;
        });
        return new Search([...known, ...joining.values()], this.text);
    }
}

function hasAll(name, words) {
    return words.every((word) => name.includes(word));
}
