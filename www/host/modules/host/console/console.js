/** The console: header, navigation bar, one area per workspace tab, utility bar. */
import { LightningElement } from 'lwc';
import { workspace } from 'host/workspace';
import { STORED } from '../../../records/schema.js';

export default class Console extends LightningElement {
    areas = [];
    #stop;

    connectedCallback() {
        this.#stop = workspace.watch(() => this.refresh());
        this.refresh();
    }

    disconnectedCallback() {
        this.#stop();
    }

    // Tabs stay in the page while they are hidden, as they do in a Salesforce console.
    refresh() {
        this.areas = workspace.tabs.map(({ id, label, objectApiName }) => ({
            id,
            label,
            isHome: objectApiName === undefined,
            isStored: STORED.includes(objectApiName),
            active: id === workspace.frontId
        }));
    }
}
