/** The timeline of the selected interaction: what happened, when and by whom, and its summary for the comments. */
import { LightningElement } from 'lwc';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';
import { reasonForNoLog, worded } from 'c/patchbayShared';
import labels from './labels';
import { News } from './news';
import { summaryText, toRow } from './sentences';

const ALL = 'all';

/** A reader who is so near to the end, in pixels, follows what comes. */
const NEAR_END = 24;

const NONE = Object.freeze([]);

export default class PatchbayStory extends PatchbayInteractionMixin(LightningElement) {
    labels = labels;
    keepsLog = true;
    topic = ALL;
    topics = [
        { value: ALL, label: labels.storyAll },
        { value: 'call', label: labels.storyCall },
        { value: 'records', label: labels.storyRecords },
        { value: 'log', label: labels.storyLog },
        { value: 'conversation', label: labels.storyConversation }
    ];
    /** The list of the session, which is another one once something happened. */
    entries = NONE;
    said = [];
    news = new News((said) => {
        this.said = said;
    });
    /** Whether the list stays at its end. */
    followsEnd = true;

    disconnectedCallback() {
        super.disconnectedCallback();
        this.news.stop();
    }

    renderedCallback() {
        super.renderedCallback();
        const { list } = this.refs;
        if (list && this.followsEnd) {
            list.scrollTop = list.scrollHeight;
        }
    }

    update() {
        super.update();
        this.entries = (this.shownId && this.session?.timeline(this.shownId)) || NONE;
        if (this.shownId) {
            this.news.follow(this.entries);
        }
    }

    reset() {
        super.reset();
        this.news.stop();
        this.said = [];
        this.followsEnd = true;
    }

    get empty() {
        return this.log ? null : labels.storyEmpty;
    }

    get rows() {
        const { topic } = this;
        const isShown = (entry) => topic === ALL || !entry.topic || entry.topic === topic;
        return this.entries.filter(isShown).map(toRow);
    }

    /** Where somebody else keeps the log, there are no comments to add to. */
    get hasSummary() {
        return !reasonForNoLog(this.session);
    }

    get noSummary() {
        return this.session.summary(this.shownId).length === 0;
    }

    handleTopic({ detail: { value } }) {
        this.topic = value;
    }

    handleScroll({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) {
        this.followsEnd = scrollHeight - scrollTop - clientHeight < NEAR_END;
    }

    handleSummary() {
        this.clearFeedback();
        const { session, shownId } = this;
        const { logs, problems } = session.addSummary(shownId, summaryText(session.summary(shownId)));
        const lasting = session.problems;
        this.problems = problems.filter((problem) => !lasting.includes(problem)).map(worded);
        if (!this.problems.length) {
            this.confirmation = logs.length ? labels.storySummaryAdded : labels.storySummaryThere;
        }
    }
}
