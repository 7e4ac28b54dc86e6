/** The entries of an open list that match what is typed. The list may be very long; only its beginning is ever shown. */

const MAX_SHOWN = 50;

export class Search {
    all;
    aboutOf;
    text;
    shown;
    total;

    /** `aboutOf` gives the second line of an entry. */
    constructor(entries, aboutOf, text = '') {
        const words = text.toLowerCase().split(/\s+/).filter(Boolean);
        const isMatch = (entry) => hasAll(`${entry.name} ${aboutOf(entry)}`.toLowerCase(), words);
        const matches = words.length ? entries.filter(isMatch) : entries;
        this.all = entries;
        this.aboutOf = aboutOf;
        this.text = text;
        this.shown = matches.slice(0, MAX_SHOWN);
        this.total = matches.length;
    }

    get more() {
        return this.total - this.shown.length;
    }

    /** The entries that have every word of this text in one of their lines. */
    narrowedTo(text) {
        return new Search(this.all, this.aboutOf, text);
    }

    /** The same search once these records have joined, each where its rank says, or have another name or rank now. */
    with(records) {
        const joining = new Map(records.map((entry) => [entry.id, entry]));
        const known = this.all.map((entry) => {
            const renamed = joining.get(entry.id);
            joining.delete(entry.id);
            return renamed ?? entry;
        });
        const all = [...known, ...joining.values()].sort((one, other) => other.rank - one.rank);
        return new Search(all, this.aboutOf, this.text);
    }
}

function hasAll(lines, words) {
    return words.every((word) => lines.includes(word));
}
