/** A report for a person. */
import { CODES } from '../codes.js';

/** Names come out of files: what would move a terminal's cursor is not printed. */
const plain = (text) => text.replace(/[\p{Cc}\p{Cf}]/gu, '�');

const many = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const KINDS = {
    publish: 'publication',
    subscribe: 'subscription',
    handler: 'handler',
    message: 'message',
    'save-log': 'onSaveLog method'
};

export function asText({ path, findings, uses, skipped, files, fixed }) {
    const sections = [...grouped(findings)].flatMap(([file, list]) => [plain(file), ...list.flatMap(lines), '']);
    const skips = skipped.map(({ file, reason }) => `  ${plain(file)}: ${plain(reason)}`);
    const fixes = fixed.map(({ file, changes }) => `  ${plain(file)}: ${many(changes, 'change')}`);
    const count = (severity) => findings.filter((one) => one.severity === severity).length;
    return [
        `Doctor of ${plain(path)}: ${many(files, 'file')}, ${usesIn(uses)}.`,
        '',
        ...sections,
        ...(fixes.length > 0 ? ['Rewritten:', ...fixes, ''] : []),
        ...(skips.length > 0 ? ['Not judged:', ...skips, ''] : []),
        `${many(count('error'), 'error')}, ${many(count('warning'), 'warning')}${fixable(findings)}.`,
        ''
    ].join('\n');
}

/** Findings by their files. */
function grouped(findings) {
    const groups = new Map();
    findings.forEach((one) => groups.set(one.file, [...(groups.get(one.file) ?? []), one]));
    return groups;
}

function lines({ line, column, severity, code, what, write, fixable: isFixable }) {
    const sentence = write ? `${capital(what)}; ${write}.` : `${capital(what)}.`;
    return [
        `  ${line}:${column}  ${severity}  ${code}${isFixable ? '  (--fix)' : ''}`,
        `    ${plain(sentence).replace(/\.\.$/, '.')}`,
        `    ${CODES[code].why}`
    ];
}

function usesIn(uses) {
    const counts = Object.entries(KINDS).map(([kind, word]) => [uses.filter((one) => one.kind === kind).length, word]);
    const told = counts.filter(([count]) => count > 0).map(([count, word]) => many(count, word));
    return told.length > 0 ? told.join(', ') : 'no use of the channel';
}

function fixable(findings) {
    const count = findings.filter((one) => one.fixable).length;
    return count > 0 ? `; --fix rewrites ${count}` : '';
}
