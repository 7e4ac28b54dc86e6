/** What the other party, a flow or a survey adds to an interaction: attributes at any time, and the length of a chat. */
import { LightningElement, api } from 'lwc';
import { simulator } from 'host/softphone';

export default class CallerSide extends LightningElement {
    /** { id, name, attributes, writes, transcriptLength } */
    @api interaction;
    attribute = 'Participant.survey';
    value = '';
    told = '';

    get attributes() {
        return this.interaction.attributes;
    }

    get heading() {
        return `Attributes (${this.attributes.length})`;
    }

    get cannotSet() {
        return this.attribute.trim() === '';
    }

    handleAttribute({ detail }) {
        this.attribute = detail.value;
    }

    handleValue({ detail }) {
        this.value = detail.value;
    }

    handleSubmit(event) {
        event.preventDefault();
        const attribute = this.attribute.trim();
        simulator.setAttributes(this.interaction.id, { [attribute]: this.value });
        this.told = `${attribute} is set.`;
    }

    handleLength({ currentTarget }) {
        const length = currentTarget.value === '' ? null : Number(currentTarget.value);
        if (currentTarget.checkValidity()) simulator.setTranscriptLength(this.interaction.id, length);
    }
}
