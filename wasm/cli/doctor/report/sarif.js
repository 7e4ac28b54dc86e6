/** A report in SARIF 2.1.0, which code hosts show beside the lines. */
import { createHash } from 'node:crypto';
import { isAbsolute, relative, sep } from 'node:path';
import process from 'node:process';
import { CODES } from '../codes.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const NAMES = Object.keys(CODES);

const uri = (file) => file.split('/').map(encodeURIComponent).join('/');

/** Where code hosts look: paths from the folder that the command runs in, if the project is below it. */
const ROOT = '%SRCROOT%';
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export function asSarif({ findings, skipped, version, path }) {
    const inside = relative(process.cwd(), path).split(sep).join('/');
    const base = inside && !inside.startsWith('..') && !isAbsolute(inside) ? `${inside}/` : '';
    const based = (list) => list.map((one) => ({ ...one, file: `${base}${one.file}` }));
    const run = {
        tool: { driver: { name: 'patchbay doctor', version, rules: NAMES.map(rule) } },
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that the command ran in, or was given.' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: based(skipped).map(notification) }],
        results: numbered(based(findings)).map(result)
    };
    return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function rule(code) {
    const { title, why, source } = CODES[code];
    return {
        id: code,
        shortDescription: { text: title },
        fullDescription: { text: why },
        help: { text: `Source: ${source}.` }
    };
}

const location = (file, region) => ({
    physicalLocation: { artifactLocation: { uri: uri(file), uriBaseId: ROOT }, ...(region && { region }) }
});

function result({ file, line, column, code, severity, what, write, nth }) {
    // Lines move; a finding is the same one while its file, code and sentence are.
    const identity = createHash('sha256').update([file, code, what, write, nth].join('\0')).digest('hex');
    return {
        ruleId: code,
        ruleIndex: NAMES.indexOf(code),
        level: severity,
        message: { text: `${capital(what)}${write ? `; ${write}` : ''}` },
        locations: [location(file, { startLine: line, startColumn: column })],
        partialFingerprints: { 'patchbayDoctor/v1': identity }
    };
}

/** Of several that say the same of a file, each its number. */
function numbered(findings) {
    const counts = new Map();
    return findings.map((finding) => {
        const key = [finding.file, finding.code, finding.what, finding.write].join('\0');
        counts.set(key, (counts.get(key) ?? 0) + 1);
        return { ...finding, nth: counts.get(key) };
    });
}

const notification = ({ file, reason }) => ({
    level: 'note',
    message: { text: `Not judged: ${reason}.` },
    locations: [location(file)]
});
