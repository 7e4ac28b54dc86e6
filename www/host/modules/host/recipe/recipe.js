/**
 * The recipe in the address, ?recipe=patchbayCaseTransfer. Other parameters become its properties. A button plays the flow: it does what
 * Next does on a screen, or starts an action.
 */
import { LightningElement } from 'lwc';
import { workspace } from 'host/workspace';
import recipes from 'host/recipes';

const { recipe: NAME, ...GIVEN } = Object.fromEntries(new URLSearchParams(window.location.search));

export default class Recipe extends LightningElement {
    constructorOf = Object.hasOwn(recipes, NAME) ? recipes[NAME] : null;
    recordId = workspace.frontId;
    answer = '';
    #stop;

    connectedCallback() {
        this.#stop = workspace.watch(() => {
            this.recordId = workspace.frontId;
        });
    }

    disconnectedCallback() {
        this.#stop();
    }

    get unfound() {
        return !this.constructorOf;
    }

    get unknown() {
        return `There is no recipe '${NAME}'; there are ${Object.keys(recipes).join(', ')}.`;
    }

    has(name) {
        return name in this.constructorOf.prototype;
    }

    /** On a record page, components receive the record's ID. */
    get properties() {
        const given = Object.entries({ recordId: this.recordId, ...GIVEN });
        return Object.fromEntries(given.filter(([name]) => this.has(name)));
    }

    get inFlow() {
        return this.has('validate') || this.has('invoke');
    }

    async handleNext() {
        const { shown } = this.refs;
        this.answer = '…';
        try {
            const result = await (this.has('validate') ? shown.validate() : shown.invoke());
            this.answer = `The flow goes on: ${JSON.stringify(result ?? null)}`;
            if (result && !result.isValid) this.answer = `The screen stays: ${result.errorMessage}`;
        } catch ({ message }) {
            this.answer = `The flow takes its fault path: ${message}`;
        }
    }
}
