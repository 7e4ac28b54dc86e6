/** A form for one record of Setup, by its fields: {name, label, help, type, length, required, values}. */
import { LightningElement, api } from 'lwc';

export default class SetupForm extends LightningElement {
    @api fields = [];
    /** The values by field. */
    @api record = {};
    /** Why the record was refused. */
    @api failure = null;
    @api canCancel = false;

    get rows() {
        return this.fields.map((field) => {
            const value = this.record[field.name] ?? '';
            return {
                ...field,
                value,
                maxLength: field.length ?? 255,
                isPicklist: field.type === 'picklist',
                inputType: field.type === 'number' ? 'number' : 'text',
                describedBy: `help-${field.name}`,
                options: [{ name: '', label: '--None--' }, ...(field.values ?? [])].map((option) => ({
                    ...option,
                    selected: option.name === value
                }))
            };
        });
    }

    handleSubmit(event) {
        event.preventDefault();
        const inputs = [...this.template.querySelectorAll('[data-field]')];
        const valueOf = ({ value, type }) => (type === 'number' && value !== '' ? Number(value) : value);
        const values = Object.fromEntries(inputs.map((input) => [input.dataset.field, valueOf(input)]));
        this.dispatchEvent(new CustomEvent('save', { detail: { values } }));
    }

    handleCancel() {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
