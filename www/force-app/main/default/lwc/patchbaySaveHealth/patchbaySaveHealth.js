/** Whether all that the agent does reaches Salesforce: says so while it does not, and once it does again. */
import { LightningElement } from 'lwc';
import { subscribe } from 'c/patchbaySession';
import { announcement, counted } from 'c/patchbayShared';
import labels from './labels';

export default class PatchbaySaveHealth extends LightningElement {
    labels = labels;

    offline = !navigator.onLine;
    /** Logs that could not be saved yet. */
    failing = 0;
    saving = false;
    news = [];
    session = null;

    followNetwork = () => {
        this.compare(() => {
            this.offline = !navigator.onLine;
        });
    };
    unsubscribe = null;

    connectedCallback() {
        this.unsubscribe = subscribe((state) => this.onState(state), { keepsLog: true });
        window.addEventListener('online', this.followNetwork);
        window.addEventListener('offline', this.followNetwork);
    }

    disconnectedCallback() {
        this.unsubscribe();
        window.removeEventListener('online', this.followNetwork);
        window.removeEventListener('offline', this.followNetwork);
    }

    onState({ session }) {
        this.session = session;
        this.compare(() => {
            this.failing = (this.session?.logs ?? []).filter(isFailing).length;
        });
    }

    /** Tells what became different, if a person would call it so. */
    compare(change) {
        const before = this.trouble?.name;
        change();
        const { trouble } = this;
        if (trouble?.name !== before) {
            this.news = announcement(trouble?.text ?? labels.allSaved);
        }
    }

    get trouble() {
        if (this.offline) {
            return { name: 'offline', icon: 'utility:offline', text: labels.offline, canSave: false };
        }
        if (this.failing) {
            const text = counted(this.failing, labels.oneLogUnsaved, labels.logsUnsaved);
            return { name: 'unsaved', icon: 'utility:sync', text, canSave: true };
        }
        return null;
    }

    /** What cannot be saved now either, the log says at its own place. */
    async handleSave() {
        this.saving = true;
        await this.session.saveNow().catch(() => {});
        this.saving = false;
    }
}

function isFailing({ failures, engagement }) {
    return failures > 0 || engagement?.failures > 0;
}
