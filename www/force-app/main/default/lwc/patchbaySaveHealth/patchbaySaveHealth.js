/** Whether all that the agent does reaches Salesforce: says so while it does not, and once it does again. */
import PatchbaySessionElement from 'c/patchbaySessionElement';
import { counted } from 'c/patchbayWording';
import labels from './labels';

export default class PatchbaySaveHealth extends PatchbaySessionElement {
    labels = labels;

    offline = !navigator.onLine;
    /** Logs that could not be saved yet. */
    failing = 0;
    saving = false;
    // The same sentence twice is news twice: each is an element of its own in its live region.
    news = [];
    told = 0;

    followNetwork = () => {
        this.compare(() => {
            this.offline = !navigator.onLine;
        });
    };

    connectedCallback() {
        super.connectedCallback();
        window.addEventListener('online', this.followNetwork);
        window.addEventListener('offline', this.followNetwork);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        window.removeEventListener('online', this.followNetwork);
        window.removeEventListener('offline', this.followNetwork);
    }

    follow(state) {
        super.follow(state);
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
            this.news = [{ key: ++this.told, text: trouble?.text ?? labels.allSaved }];
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
