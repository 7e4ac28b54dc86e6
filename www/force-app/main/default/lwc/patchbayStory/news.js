/** Tells a screen reader of new entries in its turn: one by its sentence, several that come together by their number. */
import { announcement, fill } from 'c/patchbayShared';
import labels from './labels';
import { sentenceOf } from './sentences';

/** So long new entries are gathered, in milliseconds. */
const GATHERED = 2000;

export class News {
    tell;
    timer = null;
    /** The entries that were there before. */
    known = null;
    gathered = [];

    constructor(tell) {
        this.tell = tell;
    }

    /** News is what the client tells: not what was there before, and not what the agent or Patchbay has done here. */
    follow(entries) {
        const { known } = this;
        const isNews = ({ id, by }) => by === 'client' && !known.has(id);
        this.known = new Set(entries.map(({ id }) => id));
        this.gathered.push(...(known ? entries.filter(isNews) : []));
        if (this.gathered.length && !this.timer) {
            // Cleared by `stop`: code-analyzer-suppress(eslint:@lwc/lwc-platform/no-inline-disable)
            // eslint-disable-next-line @lwc/lwc/no-async-operation
            this.timer = setTimeout(() => this.publish(), GATHERED);
        }
    }

    publish() {
        const entries = this.gathered.splice(0);
        this.timer = null;
        this.tell(announcement(entries.length === 1 ? sentenceOf(entries[0]) : fill(labels.storyNews, entries.length)));
    }

    /** Another interaction is shown, or none. */
    stop() {
        clearTimeout(this.timer);
        this.timer = null;
        this.known = null;
        this.gathered = [];
    }
}
