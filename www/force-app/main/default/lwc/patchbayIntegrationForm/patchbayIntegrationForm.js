/** One form of a list of settings: its fields, what is wrong with each, and what it makes of the agent's status. */
import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayShared';
import labels from './labels';

export default class PatchbayIntegrationForm extends LightningElement {
    labels = labels;
    /** {kind, values, secretStored, replacing} */
    @api draft;
    /** {title, fields, counts}, and what it is called in the list. */
    @api form;
    @api heading;
    /** Its place in the list, and how many there are. */
    @api at;
    @api count;
    /** What is to be told now: [{field, severity, message}] */
    @api problems = [];
    /** What Patchbay says of these settings alone. */
    @api report;
    @api agent;

    /** The secret as far as it is typed. */
    @api
    get secret() {
        return this.fieldElement('clientSecret')?.secret ?? '';
    }

    @api
    forgetSecret() {
        this.fieldElement('clientSecret')?.forgetSecret();
    }

    /** Goes to the first field with an error; false when there is none. */
    @api
    focusError() {
        const isWrong = ({ name }) =>
            this.problems.some(({ field, severity }) => field === name && severity === 'error');
        const field = this.form.fields.find(isWrong);
        if (field) {
            this.fieldElement(field.name).focus();
        } else if (this.ownProblems.some(({ severity }) => severity === 'error')) {
            this.focusHeading();
        } else {
            return false;
        }
        return true;
    }

    @api
    focusHeading() {
        this.template.querySelector('h3').focus();
    }

    /** Goes to the button that was pressed, or to its neighbour when there is nowhere further to go. */
    @api
    focusMove(direction) {
        const buttons = [...this.template.querySelectorAll('[data-move]')].filter(({ disabled }) => !disabled);
        (buttons.find(({ dataset }) => dataset.move === direction) ?? buttons[0])?.focus();
    }

    get buttons() {
        const { heading } = this;
        return {
            up: fill(labels.moveUp, heading),
            down: fill(labels.moveDown, heading),
            remove: fill(labels.remove, heading)
        };
    }

    get isFirst() {
        return this.at === 0;
    }

    get isLast() {
        return this.at === this.count - 1;
    }

    get rows() {
        const { values } = this.draft;
        return this.form.fields.map((field) => ({
            ...field,
            field,
            value: values[field.name],
            helpLabel: fill(labels.helpFor, field.label),
            problems: this.problems.filter((problem) => problem.field === field.name)
        }));
    }

    /** What belongs to none of the fields. */
    get ownProblems() {
        const names = this.form.fields.map(({ name }) => name);
        return this.problems.filter(({ field }) => !names.includes(field));
    }

    fieldElement(name) {
        return this.template.querySelector(`[data-name="${name}"] .control`);
    }

    handleField(event) {
        this.tell(event.type, event.detail);
    }

    handleToggle({ currentTarget, detail: { checked } }) {
        const { name } = currentTarget;
        this.tell('write', { name, value: checked });
        this.tell('leave', { name });
    }

    handleMove({ currentTarget }) {
        this.tell('move', { direction: currentTarget.dataset.move });
    }

    handleRemove() {
        this.tell('remove');
    }

    tell(type, detail = {}) {
        this.dispatchEvent(new CustomEvent(type, { detail: { id: this.draft.id, ...detail } }));
    }
}
