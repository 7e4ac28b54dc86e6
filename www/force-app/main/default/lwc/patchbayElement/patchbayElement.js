/** What Patchbay's components share: the module loaded once, the channel, sending what Rust built, showing what Rust said. */
import { LightningElement, wire } from 'lwc';
import { MessageContext, publish } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load, PatchbayError } from 'c/patchbay';
import { fill, timeOfDay } from 'c/patchbayWording';
import labels from './labels';

export default class PatchbayElement extends LightningElement {
    @wire(MessageContext) messageContext;

    patchbay = null;
    loadError = null;
    problems = [];
    confirmation = '';

    // A field speaks up only after its first keystroke, or once everything was sent.
    touched = new Set();

    async connectedCallback() {
        try {
            this.patchbay = await load();
            this.loadError = null;
        } catch ({ reason, message }) {
            this.loadError = { reason, message };
        }
    }

    /** All that c-patchbay-panel shows around a component's own content. */
    get view() {
        const { patchbay, loadError, problems, confirmation } = this;
        return { loading: !patchbay && !loadError, loadError, problems, confirmation };
    }

    /** Publishes the message that `build` makes of Patchbay; what Rust refuses is shown and nothing leaves. */
    send(label, build) {
        this.clearFeedback();
        let message;
        try {
            message = build(this.patchbay);
            publish(this.messageContext, CLIENT_EVENT, message);
        } catch (error) {
            this.refuse(problemsOf(error));
            return;
        }
        // The time makes a second "Hold" a new sentence, which a screen reader reads again.
        this.confirmation = fill(labels.sentAt, label, timeOfDay());
        this.dispatchEvent(new CustomEvent('sent', { detail: { message } }));
    }

    /** Asks Rust about what is typed so far: what `build` returns, or null and the reasons at the fields already touched. */
    check(field, build) {
        this.touched.add(field.dataset.field);
        let result = null;
        let problems = [];
        try {
            result = build(this.patchbay);
        } catch (error) {
            problems = problemsOf(error);
        }
        this.showAtFields(problems.filter(({ path }) => this.touched.has(lastSegment(path))));
        return result;
    }

    /** What Rust has against what `build` makes; nothing is shown or sent. */
    objections(build) {
        try {
            build(this.patchbay);
            return [];
        } catch (error) {
            return problemsOf(error);
        }
    }

    refuse(problems) {
        const { fields } = this;
        fields.forEach((field) => this.touched.add(field.dataset.field));
        this.problems = this.showAtFields(problems);
        fields.find((field) => belongsTo(field, problems))?.focus();
    }

    /** Takes back everything said so far, at the fields too. */
    clearFeedback() {
        this.problems = [];
        this.confirmation = '';
        this.touched.clear();
        this.showAtFields([]);
    }

    /** Elements that carry the name of a message's property in data-field. */
    get fields() {
        return [...this.template.querySelectorAll('[data-field]')];
    }

    /** Shows each problem at the field its path ends in; returns those that have no field. */
    showAtFields(problems) {
        const { fields } = this;
        for (const field of fields) {
            const sentences = problems.filter((problem) => belongsTo(field, [problem])).map(({ message }) => message);
            field.setCustomValidity(sentences.join(' '));
            field.reportValidity();
        }
        return problems.filter((problem) => !fields.some((field) => belongsTo(field, [problem])));
    }
}

function problemsOf(error) {
    if (error instanceof PatchbayError) {
        return error.problems;
    }
    return [{ severity: 'error', path: '', code: error.name, message: error.message }];
}

function lastSegment(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

function belongsTo(field, problems) {
    return problems.some(({ path }) => lastSegment(path) === field.dataset.field);
}
