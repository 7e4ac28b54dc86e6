// The custom setting and the custom metadata types of the package, read from its metadata: what Setup shows of them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { generated } from './platform.js';

const LISTS = ['value', 'layoutSections', 'layoutColumns', 'layoutItems'];
const parser = new XMLParser({ isArray: (name) => LISTS.includes(name), parseTagValue: false });
const read = (file) => Object.values(parser.parse(readFileSync(file, 'utf8'))).at(-1);

/** [{name, label, pluralLabel, description, isSetting, fields: [{name, label, help, type, length, required, values}]}]. */
export function readSetupObjects(packageDir) {
    const folder = join(packageDir, 'objects');
    return readdirSync(folder)
        .filter((name) => existsSync(join(folder, name, `${name}.object-meta.xml`)))
        .map((name) => readObject(packageDir, name))
        .filter(({ name, isSetting }) => isSetting || name.endsWith('__mdt'));
}

function readObject(packageDir, name) {
    const folder = join(packageDir, 'objects', name);
    const { label, pluralLabel, description, customSettingsType } = read(join(folder, `${name}.object-meta.xml`));
    const fields = readdirSync(join(folder, 'fields')).map((file) => readField(join(folder, 'fields', file)));
    const order = orderOf(join(packageDir, 'layouts', `${name}-${label} Layout.layout-meta.xml`));
    const place = (field) => order.indexOf(field.name);
    const sorted = [...fields].sort((one, other) => place(one) - place(other));
    return { name, label, pluralLabel, description, isSetting: Boolean(customSettingsType), fields: sorted };
}

function readField(file) {
    const { fullName, label, inlineHelpText, type, length, required, valueSet } = read(file);
    return {
        name: fullName,
        label,
        help: inlineHelpText,
        type: { Text: 'text', Number: 'number', Picklist: 'picklist' }[type],
        length: length ? Number(length) : null,
        required: required === 'true',
        values: (valueSet?.valueSetDefinition.value ?? []).map((value) => ({
            name: value.fullName,
            label: value.label
        }))
    };
}

/** Custom settings have no layout. */
function orderOf(file) {
    if (!existsSync(file)) return [];
    const { layoutSections } = read(file);
    const columns = layoutSections.flatMap(({ layoutColumns }) => layoutColumns);
    return columns.flatMap((column) => column.layoutItems ?? []).map(({ field }) => field);
}

/** `host/setupObjects`: what `readSetupObjects` gives. */
export function setupObjects(objects, { rootDir }) {
    const all = generated(rootDir, 'setup-objects');
    return {
        name: 'patchbay-setup-objects',
        resolveId: (id) => (id === 'host/setupObjects' ? all : null),
        load: (id) => (id === all ? `export default ${JSON.stringify(objects)};` : null)
    };
}
