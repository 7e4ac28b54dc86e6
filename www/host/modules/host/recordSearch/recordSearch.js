/** Finds records by name, number or what they are about, and opens them in a workspace tab. */
import { LightningElement } from 'lwc';
import { workspace } from 'host/workspace';
import { OBJECTS, RECORDS } from '../../../data/records.js';

export default class RecordSearch extends LightningElement {
    term = '';

    get results() {
        const term = this.term.trim().toLowerCase();
        if (!term) return [];
        return RECORDS.filter(({ name, about, fields }) =>
            [name, about, ...Object.values(fields)].some((value) => String(value).toLowerCase().includes(term))
        )
            .slice(0, 6)
            .map(({ id, objectApiName, name, about }) => ({ id, name, about, icon: OBJECTS[objectApiName].icon }));
    }

    get searching() {
        return this.term.trim() !== '';
    }

    get nothingFound() {
        return this.results.length === 0;
    }

    handleChange({ detail }) {
        this.term = detail.value;
    }

    handleKeydown({ key }) {
        if (key === 'Escape') this.term = '';
        if (key === 'Enter' && this.results.length > 0) this.open(this.results[0].id);
    }

    handleOpen({ currentTarget }) {
        this.open(currentTarget.dataset.open);
    }

    open(id) {
        this.term = '';
        workspace.open(id);
    }
}
