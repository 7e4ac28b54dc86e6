// The custom labels, read from metadata: in English as the core package defines them, in German as the package of translations does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** {name: {en, de}} of all labels of the packages in `folder`; a label without a translation has no `de`. */
export function readLabels(folder) {
    const english = readFileSync(join(folder, 'force-app/main/default/labels/CustomLabels.labels-meta.xml'), 'utf8');
    const german = readFileSync(join(folder, 'german/main/default/translations/de.translation-meta.xml'), 'utf8');
    const translated = Object.fromEntries(elements(german, 'customLabels', 'name', 'label'));
    return Object.fromEntries(
        elements(english, 'labels', 'fullName', 'value').map(([name, en]) => [name, { en, de: translated[name] }])
    );
}

function elements(xml, element, key, value) {
    const inside = (text, tag) => plain(text.match(new RegExp(`<${tag}>([^]*?)</${tag}>`))?.[1] ?? '');
    const found = xml.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'));
    return Array.from(found, ([, text]) => [inside(text, key), inside(text, value)]);
}

function plain(text) {
    return text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}
