/** The EngagementInteraction record of the selected interaction: what is stored in it, and whether it is saved. */
import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import PatchbayInteractionMixin from 'c/patchbayInteractionMixin';
import { setObjectInfo } from 'c/patchbaySession';
import {
    announcement,
    fill,
    lossesOf,
    lossNews,
    reasonForNoLog,
    savingNews,
    timeOfDay,
    worded
} from 'c/patchbayShared';
import { elsewhere, toFields } from './fields';
import labels from './labels';

/** Where problems of the setup of these records are. */
const OF_SETUP = /^\/(engagement|Patchbay_Settings__c\/Engagement_API_Version__c)/;

export default class PatchbayEngagementInteraction extends NavigationMixin(PatchbayInteractionMixin(LightningElement)) {
    labels = labels;
    keepsLog = true;
    news = [];
    /** Not asked for where no such records are kept: the organisation may not have the object. */
    objectApiName;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    takeObjectInfo({ data }) {
        setObjectInfo(data);
    }

    onState(state) {
        super.onState(state);
        this.objectApiName = this.isKept ? 'EngagementInteraction' : undefined;
    }

    update() {
        const before = this.log;
        super.update();
        if (before?.engagement && before.id === this.log?.id) {
            const text = newsOf(before.engagement, this.engagement);
            this.news = text ? announcement(text) : this.news;
        }
    }

    get isKept() {
        return Boolean(this.state.configuration.options.engagement);
    }

    get engagement() {
        return this.log?.engagement ?? null;
    }

    get empty() {
        if (this.session && !this.isKept) {
            return labels.noneKept;
        }
        return reasonForNoLog(this.session) ?? (this.log ? null : labels.nothingToKeep);
    }

    /** With what is wrong with the setup of these records. */
    get view() {
        const ofSetup = this.state.problems?.filter(({ path }) => OF_SETUP.test(path)) ?? [];
        return { ...super.view, problems: [...this.problems, ...ofSetup] };
    }

    get rows() {
        return toFields(this.engagement, {
            losses: this.losses,
            names: this.state.infos.engagementInfo?.fields ?? {},
            attendee: this.log.chosen.name
        });
    }

    get losses() {
        return lossesOf(this.engagement);
    }

    get otherLosses() {
        return elsewhere(this.losses);
    }

    /** All that is not saved goes out together, so another log may be what could not be. */
    async handleStore() {
        this.clearFeedback();
        const { session, shownId } = this;
        const problems = await session.saveNow().then(
            () => [],
            (error) => error.problems.map(worded)
        );
        // The agent may have gone on meanwhile.
        if (shownId === this.shownId) {
            this.problems = problems.map((problem) => named(problem, session));
            this.confirmation = problems.length ? '' : confirm(this.engagement);
        }
    }

    handleOpen() {
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: {
                recordId: this.engagement.recordId,
                objectApiName: 'EngagementInteraction',
                actionName: 'view'
            }
        });
    }
}

function newsOf(before, after) {
    const what = labels.theEngagement;
    return [...lossNews(lossesOf(before), lossesOf(after)), ...savingNews(before, after, what)].join(' ');
}

/** What could not be saved names its interaction by the ID alone. */
function named({ path, message }, session) {
    const log = session.log(path.slice(1));
    return { path, message: log ? `${log.subject}: ${message}` : message };
}

function confirm({ saveState }) {
    const sentences = {
        saved: fill(labels.storedAt, timeOfDay()),
        none: labels.nothingToStore
    };
    return sentences[saveState] ?? '';
}
