/** Where nobody stores settings: which value goes where, and where it comes from. Secrets are not among the values. */
import { LightningElement, api } from 'lwc';
import { formOf, titleOf } from 'c/patchbayIntegrationFields';
import { fill } from 'c/patchbayWording';
import labels from './labels';

export default class PatchbayIntegrationGuide extends LightningElement {
    labels = labels;
    /** Settings with defaults filled in, in the order in which they are configured. */
    @api settings = [];

    @api
    focus() {
        const heading = this.template.querySelector('h3');
        heading.scrollIntoView({ block: 'start' });
        heading.focus({ preventScroll: true });
    }

    get forms() {
        return this.settings.map((setting, at) => ({
            id: setting.id,
            title: titleOf(setting, at),
            platform: fill(labels.platform, setting.platform),
            rows: formOf(setting.kind).fields.map((field) => ({
                name: field.name,
                label: field.label,
                source: field.source,
                ...valueOf(field, setting)
            }))
        }));
    }
}

function valueOf({ name, secret, toggle }, setting) {
    if (secret) {
        return { text: null, remark: labels.secretOfApp };
    }
    if (toggle) {
        return { text: setting[name] ? labels.enabled : labels.disabled };
    }
    return String(setting[name] ?? '') ? { text: String(setting[name]) } : { text: null, remark: labels.leaveEmpty };
}
