/** The console's workspace tabs: which records are open and which is active. */
import { org } from 'host/org';
import { findRecord } from '../../../data/records.js';
import { toId } from '../../../records/ids.js';
import { SCHEMA, STORED, nameOf, objectOf } from '../../../records/schema.js';

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

    /** Opens a record in a new tab, or activates its tab. */
    open(recordId) {
        const record = findRecord(recordId) ?? storedRecord(recordId);
        if (!record) throw new Error(`There is no record ${recordId}`);
        if (!this.tabs.some(({ id }) => id === record.id)) {
            this.tabs = [...this.tabs, tabOf(record)];
            if (STORED.includes(record.objectApiName)) this.#name(record.id);
        }
        this.activate(record.id);
    }

    // The store gives the name of a record a moment later. The tab of a deleted record stays without a name.
    #name = async (id) => {
        const record = await (await org.ready).find(id);
        if (!record) return;
        this.tabs = this.tabs.map((tab) => (tab.id === id ? { ...tab, label: nameOf(record) } : tab));
        this.#changed();
    };

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

function storedRecord(recordId) {
    const id = toId(recordId);
    const objectApiName = id && objectOf(id);
    return STORED.includes(objectApiName) ? { id, objectApiName, name: SCHEMA[objectApiName].label } : null;
}

function tabOf({ id, objectApiName, name }) {
    return {
        id,
        label: name,
        icon: SCHEMA[objectApiName].icon,
        objectApiName,
        pageReference: {
            type: 'standard__recordPage',
            attributes: { recordId: id, objectApiName, actionName: 'view' },
            state: {}
        }
    };
}

export const workspace = new Workspace();
