/** Setup, as far as Patchbay is concerned: its custom setting, and the records of its custom metadata types. */
import { LightningElement } from 'lwc';
import { org } from 'host/org';
import OBJECTS from 'host/setupObjects';

const LABEL = {
    name: 'MasterLabel',
    label: 'Label',
    help: 'What people read.',
    type: 'text',
    length: 40,
    required: true
};
const NAME = {
    name: 'DeveloperName',
    label: 'Name',
    help: 'Letters, digits and underscores. Problems name the record by it.',
    type: 'text',
    length: 40,
    required: true
};

export default class Setup extends LightningElement {
    name = OBJECTS.find(({ isSetting }) => isSetting).name;
    /** The name of the record in the form, '' for a new one, null while there is no form. */
    edited = null;
    failure = null;
    /** What was typed and refused. */
    draft = null;
    saved = false;
    rows = [];
    #stop;

    connectedCallback() {
        this.#stop = org.configuration.watch(() => this.refresh());
        this.refresh();
    }

    disconnectedCallback() {
        this.#stop();
    }

    refresh() {
        this.rows = this.isSetting
            ? []
            : org.configuration.records(this.name).map((record) => ({
                  name: record.DeveloperName,
                  label: record.MasterLabel,
                  about: this.object.fields
                      .map(({ name }) => record[name])
                      .filter(Boolean)
                      .join(' · '),
                  editLabel: `Edit ${record.MasterLabel}`,
                  deleteLabel: `Delete ${record.MasterLabel}`
              }));
    }

    get object() {
        return OBJECTS.find(({ name }) => name === this.name);
    }

    get objects() {
        return OBJECTS.map(({ name, pluralLabel, label }) => ({
            name,
            label: pluralLabel ?? label,
            selected: name === this.name
        }));
    }

    get isSetting() {
        return this.object.isSetting;
    }

    get isEditing() {
        return this.isSetting || this.edited !== null;
    }

    get fields() {
        return this.isSetting ? this.object.fields : [LABEL, NAME, ...this.object.fields];
    }

    get record() {
        const { configuration } = org;
        if (this.draft) return this.draft;
        if (this.isSetting) return configuration.settings;
        return configuration.records(this.name).find(({ DeveloperName }) => DeveloperName === this.edited) ?? {};
    }

    get canCancel() {
        return !this.isSetting;
    }

    get newLabel() {
        return `New ${this.object.label}`;
    }

    handleObject({ currentTarget }) {
        this.name = currentTarget.value;
        this.handleCancel();
        this.saved = false;
        this.refresh();
    }

    handleNew() {
        this.handleCancel();
        this.edited = '';
        this.saved = false;
    }

    handleEdit({ currentTarget }) {
        this.handleCancel();
        this.edited = currentTarget.dataset.edit;
        this.saved = false;
    }

    handleDelete({ currentTarget }) {
        org.configuration.delete(this.name, currentTarget.dataset.delete);
        this.saved = true;
    }

    handleCancel() {
        this.edited = null;
        this.failure = null;
        this.draft = null;
    }

    handleSave({ detail: { values } }) {
        try {
            if (this.isSetting) org.configuration.saveSettings(values);
            else org.configuration.save(this.name, values, this.edited || null);
            this.handleCancel();
            this.saved = true;
        } catch ({ message }) {
            this.failure = message;
            this.draft = values;
        }
    }

    handleReload() {
        window.location.reload();
    }
}
