/**
 * One field of a form: label, help, what is wrong with it. What is typed as a secret stays in its input: no property, no event
 * and no attribute carries it, and whoever stores it asks for it once.
 */
import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayShared';
import labels from './labels';

export default class PatchbaySettingsField extends LightningElement {
    labels = labels;
    /** {label, help, secret, inputMode, placeholder} */
    @api field;
    @api value = '';
    /** [{severity, message}] */
    @api problems = [];
    /** Of a secret: one is stored. */
    @api stored = false;
    /** Of a secret that is stored: another is being typed. */
    @api replacing = false;

    focusWanted = false;

    renderedCallback() {
        if (this.focusWanted) {
            this.focusWanted = false;
            this.focus();
        }
    }

    /** The secret as far as it is typed. */
    @api
    get secret() {
        return this.field.secret ? (this.input?.value ?? '') : '';
    }

    @api
    forgetSecret() {
        if (this.field.secret && this.input) {
            this.input.value = '';
        }
    }

    @api
    focus() {
        (this.input ?? this.template.querySelector('lightning-button')).focus();
    }

    get input() {
        return this.template.querySelector('input');
    }

    get inputId() {
        return this.field.secret ? 'secret' : 'text';
    }

    get isKept() {
        return this.field.secret && this.stored && !this.replacing;
    }

    get isText() {
        return !this.field.secret;
    }

    get elementClass() {
        return `slds-form-element ${this.hasErrors ? 'slds-has-error' : ''}`;
    }

    get hasErrors() {
        return this.problems.some(({ severity }) => severity === 'error');
    }

    get invalid() {
        return String(this.hasErrors);
    }

    get helpLabel() {
        return fill(labels.helpFor, this.field.label);
    }

    handleInput() {
        this.tell('write', this.field.secret ? {} : { value: this.input.value });
    }

    /** Written and left. */
    handleChange() {
        this.tell('leave');
    }

    handleReplace() {
        this.focusWanted = true;
        this.tell('replace', { replacing: true });
    }

    handleKeep() {
        this.focusWanted = true;
        this.tell('replace', { replacing: false });
    }

    tell(type, detail = {}) {
        this.dispatchEvent(new CustomEvent(type, { detail: { name: this.field.name, ...detail } }));
    }
}
