/**
 * The stored records, newest first, tasks as an org lists them: open ones, and those that are closed. They are there to compare with
 * what the agent saw, to open, and to delete as another user would.
 */
import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { org } from 'host/org';
import { SCHEMA, STORED, nameOf } from '../../../records/schema.js';

/** An org shows a task in one of the first two lists. */
const LISTS = [
    { name: 'open', label: 'Open Activities', has: ({ fields }) => fields.IsClosed === false },
    { name: 'history', label: 'Activity History', has: ({ fields }) => fields.IsClosed === true },
    { name: 'others', label: 'Other records', has: ({ fields }) => fields.IsClosed === undefined }
];

export default class StoredRecords extends NavigationMixin(LightningElement) {
    records = [];
    loading = true;
    problem = '';
    #stop;
    #asked = 0;

    connectedCallback() {
        this.#stop = org.watch(() => this.refresh());
        this.refresh();
    }

    disconnectedCallback() {
        this.#stop();
    }

    async refresh() {
        const asked = (this.#asked += 1);
        try {
            const store = await org.ready;
            const found = (await Promise.all(STORED.map((name) => store.query(name)))).flat();
            if (asked !== this.#asked) return; // a later look has newer records
            this.records = found
                .sort((a, b) => b.number - a.number)
                .map((stored) => {
                    const { id, objectApiName } = stored;
                    const { label, icon } = SCHEMA[objectApiName];
                    const name = nameOf(stored);
                    return { stored, id, objectApiName, label, icon, name, deleteText: `Delete ${name}` };
                });
            this.loading = false;
        } catch (error) {
            this.problem = `This browser keeps no records for this page: ${error.message}`;
            this.loading = false;
        }
    }

    get lists() {
        const lists = LISTS.map(({ has, ...list }) => ({
            ...list,
            records: this.records.filter(({ stored }) => has(stored))
        }));
        return lists.filter(({ records }) => records.length > 0);
    }

    get empty() {
        return !this.loading && !this.problem && this.records.length === 0;
    }

    get clearable() {
        return this.records.length > 0;
    }

    handleOpen({ currentTarget }) {
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: currentTarget.dataset.open, actionName: 'view' }
        });
    }

    // The button disappears with its record, so the focus moves within the list.
    async handleDelete({ currentTarget }) {
        this.template.querySelector('[data-list]').focus();
        await org.store.delete(currentTarget.dataset.delete);
    }

    async handleClear() {
        this.template.querySelector('[data-list]').focus();
        await org.store.clear();
    }
}
