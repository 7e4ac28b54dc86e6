/** The Tasks that are stored, newest first, to compare with what the agent saw, to open, and to delete as somebody else would. */
import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { org } from 'host/org';

export default class StoredTasks extends NavigationMixin(LightningElement) {
    tasks = [];
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
            const found = await (await org.ready).query('Task');
            if (asked !== this.#asked) return; // a later look has newer records
            this.tasks = found.reverse().map((record) => ({
                record,
                id: record.id,
                subject: record.fields.Subject ?? 'Task without a subject',
                deleteText: `Delete ${record.fields.Subject ?? record.id}`
            }));
            this.loading = false;
        } catch (error) {
            this.problem = `This browser keeps no records for this page: ${error.message}`;
            this.loading = false;
        }
    }

    get empty() {
        return !this.loading && !this.problem && this.tasks.length === 0;
    }

    get clearable() {
        return this.tasks.length > 0;
    }

    handleOpen({ currentTarget }) {
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: currentTarget.dataset.open, objectApiName: 'Task', actionName: 'view' }
        });
    }

    // The button goes with its Task: the focus stays in the list.
    async handleDelete({ currentTarget }) {
        this.template.querySelector('[data-list]').focus();
        await org.store.delete(currentTarget.dataset.delete);
    }

    async handleClear() {
        this.template.querySelector('[data-list]').focus();
        await org.store.clear();
    }
}
