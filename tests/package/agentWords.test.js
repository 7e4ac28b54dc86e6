/*
 * What an agent reads: no name of a message, a field or a file, no JSON, and for everything that can be wrong a sentence in both
 * languages.
 */
import { expect } from 'chai';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { path } from '../../scripts/paths.js';
import { readLabels } from '../../www/host/bundle/labels.js';

const PACKAGE = path('www/force-app/main/default');
const LWC = join(PACKAGE, 'lwc');

/** Components for administrators and developers, who read names and messages. */
const NOT_FOR_AGENTS = [
    'patchbay',
    'patchbayActivityClass',
    'patchbayHealth',
    'patchbayIntegrationForm',
    'patchbayIntegrationSettings',
    'patchbayMessageInspector',
    'patchbayMessages',
    'patchbaySettingsField',
    'patchbaySetup'
];

/** Fields of Task whose API names are no words of a sentence. */
const FIELDS = ['WhoId', 'WhatId', 'CallDisposition', 'CallObject', 'CallType', 'CallDurationInSeconds', 'TaskSubtype'];

/** camelCase, API names, dotted names of attributes and messages, files, and what only code has. */
const API_NAME = new RegExp(
    [
        String.raw`\b\p{Ll}+\p{Lu}\w*`,
        String.raw`\w__c\b`,
        String.raw`\b(?:PureCloud|Participant|Interaction|Call|Chat)\.\w`,
        String.raw`\bc/\w`,
        String.raw`[{}]\D|=>|":`,
        String.raw`\b(?:${FIELDS.join('|')})\b`
    ].join('|'),
    'u'
);

/** What a developer reads in the browser's console. */
const FOR_OTHERS = ['Patchbay_ListenerFailed'];

const labels = readLabels(path('www'));

async function bundles() {
    const entries = await readdir(LWC, { withFileTypes: true });
    return entries
        .filter((entry) => entry.isDirectory() && !NOT_FOR_AGENTS.includes(entry.name))
        .map(({ name }) => name);
}

/** The files of a component without its tests: `[name, text]`. */
async function filesOf(bundle, extension) {
    const names = (await readdir(join(LWC, bundle))).filter((name) => name.endsWith(extension));
    return Promise.all(
        names.map(async (name) => [`${bundle}/${name}`, await readFile(join(LWC, bundle, name), 'utf8')])
    );
}

async function all(extension) {
    return (await Promise.all((await bundles()).map((bundle) => filesOf(bundle, extension)))).flat();
}

/** The members of a union of texts in the types that are written out of Rust. */
function members(types, name) {
    const [, union] = new RegExp(`export type ${name} =([^;]+);`).exec(types);
    return Array.from(union.matchAll(/'([^']+)'/g), ([, member]) => member);
}

/** The keys of an object that a script writes literally. */
function keysOf(code, name) {
    const [, body] = new RegExp(`const ${name} = \\{([^}]+)\\}`).exec(code);
    return Array.from(body.matchAll(/^\s*'?([\w-]+)'?:/gm), ([, key]) => key);
}

describe('what an agent reads', () => {
    it('names nothing by its name in a message, a record or a file, in either language', async () => {
        const used = (await all('.js')).flatMap(([, code]) =>
            Array.from(code.matchAll(/'@salesforce\/label\/c\.(\w+)'/g), ([, name]) => name)
        );
        expect(used.length).to.be.above(150);
        const read = [...new Set(used)].filter((name) => !FOR_OTHERS.includes(name));
        const named = read.flatMap((name) =>
            Object.entries(labels[name])
                .filter(([, text]) => API_NAME.test(text.replace(/\{\d+\}/g, '')))
                .map(([language, text]) => `${name} (${language}): ${text}`)
        );
        expect(named).to.deep.equal([]);
    });

    it('is no JSON and no code, unless an administrator asks for it', async () => {
        const asked = /<(\w+) lwc:if=\{showPreview\}[^]*?<\/\1>/g;
        const templates = (await all('.html')).filter(([, html]) => /<(?:code|pre)\b/.test(html.replace(asked, '')));
        expect(templates.map(([name]) => name)).to.deep.equal([]);
        const withPreview = (await all('.js')).filter(([, code]) => code.includes('@api showPreview'));
        expect(withPreview.map(([, code]) => /@api showPreview = (\w+);/.exec(code)[1])).to.deep.equal(['false']);
    });

    it('has a sentence for every reason and for every code that an agent may meet', async () => {
        const types = await readFile(path('pkg/types.d.ts'), 'utf8');
        const [, code] = (await filesOf('patchbayShared', 'problemTexts.js'))[0];
        expect(keysOf(code, 'BY_REASON').sort()).to.deep.equal(members(types, 'ProblemReason').sort());
        const codes = members(types, 'ProblemCode');
        // Only code of the org, an administrator's settings or another sender can have these: they share one sentence.
        const others = [
            'required',
            'type',
            'empty',
            'unknown-value',
            'unknown-type',
            'unknown-property',
            'not-allowed',
            'letter-case',
            'not-encoded',
            'encoded-twice',
            'encoded-prefix',
            'sensitive-data',
            'not-serialisable',
            'checksum',
            'overridden'
        ];
        expect([...keysOf(code, 'BY_CODE'), ...others].sort()).to.deep.equal(codes.sort());
        for (const name of new Set(code.match(/(?<=labels\.)\w+/g))) {
            const { en, de } = labels[`Patchbay_${name[0].toUpperCase()}${name.slice(1)}`];
            expect(
                [en, de].every((text) => /[.}]$|^\p{Lu}/u.test(text)),
                name
            ).to.equal(true);
        }
    });

    it('has a sentence for every likely reason why Genesys Cloud has not reacted', async () => {
        const types = await readFile(path('pkg/types.d.ts'), 'utf8');
        const [, code] = (await filesOf('patchbayShared', 'sent.js'))[0];
        expect(keysOf(code, 'REASONS').sort()).to.deep.equal(members(types, 'UnconfirmedReason').sort());
        expect(keysOf(code, 'TEXTS').sort()).to.deep.equal(members(types, 'SentState').sort());
    });
});
