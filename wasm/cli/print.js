/** A report for a person, and for a program. */
import { SENTENCES, TITLES } from '../../build/wasm/preflight.js';

/** What asks for the most comes first. */
const ORDER = ['error', 'warning', 'unknown', 'ok'];
const WIDTH = 9;

/** Names come out of files: what would move a terminal's cursor is not printed. */
const plain = (text) => text.replace(/[\p{Cc}\p{Cf}]/gu, '�');

const sentence = ({ code, values }) => SENTENCES[code].replace('{0}', () => plain(values.join(', ')));

const ranked = (findings) =>
    [...findings].sort((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status));

export function asText({ path, report, files, skipped }) {
    const count = (status) => report.findings.filter((finding) => finding.status === status).length;
    const lines = ranked(report.findings).map(
        (finding) => `${finding.status.padEnd(WIDTH)}${TITLES[finding.check]}: ${sentence(finding)}`
    );
    const skips = skipped.map(({ file, reason }) => `  ${plain(file)}: ${plain(reason)}`);
    return [
        `Preflight of ${plain(path)}, by ${many(files.length, 'file')} of metadata.`,
        '',
        ...lines,
        '',
        ...(skips.length > 0 ? ['Not read:', ...skips, ''] : []),
        `${many(count('error'), 'error')}, ${many(count('warning'), 'warning')}, ${count('unknown')} unknown, ${count('ok')} ok.`,
        ''
    ].join('\n');
}

export function asJson({ report, files, skipped }) {
    const findings = report.findings.map((finding) => ({ ...finding, message: sentence(finding) }));
    return `${JSON.stringify({ ...report, findings, files: files.length, skipped }, null, 2)}\n`;
}

const many = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
