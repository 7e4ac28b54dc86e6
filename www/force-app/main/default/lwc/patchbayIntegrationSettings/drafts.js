/** Settings while they are written: what stands in each field, and of a secret only whether one is stored. */
import { formOf } from './forms';

/** Stands for a secret that is stored elsewhere; Patchbay wants to know only that there is one. */
const STORED = 'stored';

let made = 0;

/** A unique name for each setting, so that a secret can be stored with its setting. */
function newId() {
    made += 1;
    return `${Date.now().toString(36)}-${made}`;
}

/** Plain settings, whatever was given; a secret that was given goes no further. */
export function copyOf(list) {
    const ids = new Set();
    return JSON.parse(JSON.stringify(Array.isArray(list) ? list : [])).map((given) => {
        const { clientSecret, clientSecretGiven, id, ...setting } = given && typeof given === 'object' ? given : {};
        const ownId = typeof id === 'string' && id && !ids.has(id) ? id : newId();
        ids.add(ownId);
        return { ...setting, id: ownId, clientSecretGiven: Boolean(clientSecretGiven ?? clientSecret) };
    });
}

/** A form of a kind that is empty but for what Patchbay fills in. */
export function newDraft(patchbay, kind) {
    return toDraft({ ...patchbay.settings([{ kind }]).settings[0], id: newId() });
}

export function toDraft({ id, kind, platform, clientSecretGiven, ...setting }) {
    const values = formOf(kind)
        .fields.filter(({ secret }) => !secret)
        .map(({ name, toggle }) => [name, toggle ? (setting[name] ?? true) : text(setting[name])]);
    return {
        id,
        kind,
        platform,
        values: Object.fromEntries(values),
        secretStored: clientSecretGiven === true,
        replacing: false
    };
}

/** What Patchbay judges. An empty field is as good as none. */
export function toForm({ kind, platform, values, secretStored, replacing }, typedSecret) {
    const filled = Object.entries(values).filter(([, value]) => value !== '');
    const clientSecret = secretStored && !replacing ? STORED : typedSecret;
    return { kind, platform, ...Object.fromEntries(filled), clientSecret };
}

/** What is stored: as Patchbay has read it, lists written as the forms write them, and a secret only where one was typed. */
export function toSetting(read, { id }, typedSecret) {
    const written = Object.entries(read).map(([name, value]) => [name, Array.isArray(value) ? text(value) : value]);
    return { id, ...Object.fromEntries(written), ...(typedSecret && { clientSecret: typedSecret }) };
}

function text(value) {
    return Array.isArray(value) ? value.join('; ') : String(value ?? '');
}
