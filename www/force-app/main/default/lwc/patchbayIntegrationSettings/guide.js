/** Where nobody stores settings: which value goes where, and where it comes from. Secrets are not among the values. */
import { fill } from 'c/patchbayShared';
import { formOf, titleOf } from './forms';
import labels from './labels';

/** Of settings with defaults filled in, in the order in which they are configured. */
export function toGuide(settings) {
    return settings.map((setting, at) => ({
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

function valueOf({ name, secret, toggle }, setting) {
    if (secret) {
        return { text: null, remark: labels.secretOfApp };
    }
    if (toggle) {
        return { text: setting[name] ? labels.enabled : labels.disabled };
    }
    return String(setting[name] ?? '') ? { text: String(setting[name]) } : { text: null, remark: labels.leaveEmpty };
}
