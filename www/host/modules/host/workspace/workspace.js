/** The console's workspace tabs: which records are open and which is in front. */
import { OBJECTS, findRecord } from '../../../data/records.js';

const HOME = Object.freeze({
    id: 'home',
    label: 'Home',
    icon: 'utility:home',
    pageReference: { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} }
});

class Workspace {
    tabs = [HOME];
    frontId = HOME.id;
    #watchers = new Set();

    /** Opens a record in a tab of its own, or brings its tab to the front. */
    open(recordId) {
        const record = findRecord(recordId);
        if (!record) throw new Error(`There is no record ${recordId}`);
        if (!this.tabs.some(({ id }) => id === record.id)) this.tabs = [...this.tabs, tabOf(record)];
        this.activate(record.id);
    }

    activate(id) {
        this.frontId = id;
        this.#changed();
    }

    close(id) {
        const at = this.tabs.findIndex((tab) => tab.id === id);
        if (at < 1) return; // home stays
        this.tabs = this.tabs.filter((tab) => tab.id !== id);
        if (this.frontId === id) this.frontId = this.tabs[at - 1].id;
        this.#changed();
    }

    /** Where a page reference leads, for lightning/navigation. */
    navigate({ type, attributes }) {
        if (type === 'standard__recordPage') this.open(attributes.recordId);
        else this.activate(HOME.id);
    }

    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    #changed = () => {
        for (const watcher of this.#watchers) watcher();
    };
}

function tabOf({ id, objectApiName, name }) {
    return {
        id,
        label: name,
        icon: OBJECTS[objectApiName].icon,
        record: true,
        pageReference: {
            type: 'standard__recordPage',
            attributes: { recordId: id, objectApiName, actionName: 'view' },
            state: {}
        }
    };
}

export const workspace = new Workspace();
