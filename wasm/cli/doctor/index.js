/** `patchbay doctor`: reads a project, finds every use of the channel, and judges each. */
import { inApex, inJavaScript } from './rules/index.js';
import { readApex, saveLogs } from './apex.js';
import { judgeBuilders } from './builders.js';
import { changedText } from './fix.js';
import { findUses } from './find.js';
import { Callers } from './follow/callers.js';
import { Follower } from './follow/evaluate.js';
import { judgeMessages } from './judge.js';
import { Project } from './project.js';
import { readBundles } from './read.js';

/** A change may bring another to light; after so many rounds there is none. */
const MAX_ROUNDS = 6;

/**
 * @typedef {{file: string, line: number, column: number, code: string, severity: 'error' | 'warning', what: string, write: string,
 *     fixable: boolean}} Finding
 * @typedef {{findings: Finding[], uses: {kind: string, file: string, line: number, column: number}[],
 *     skipped: {file: string, reason: string}[], files: number, read: number, parsed: number, fixed: {file: string, path: string,
 *     text: string, changes: number}[]}} Report
 *
 * @param {string} root
 * @param {{patchbay: object, fix?: boolean}} options with `fix`, the report is of the files as `fixed` has them
 * @returns {Promise<Report>}
 */
export async function examine(root, { patchbay, fix = false }) {
    const { bundles, seen, read, skipped } = await readBundles(root);
    let found = judge(bundles, patchbay);
    const originals = new Map(bundles.flatMap(({ files }) => files).map((file) => [file, file.text]));
    const changes = new Map();
    for (let round = 0; fix && round < MAX_ROUNDS && repair(bundles, found.findings, changes); round += 1) {
        const before = found.skipped.length;
        found = judge(bundles, patchbay);
        if (found.skipped.length > before) {
            // A file that no longer parses is left as it was.
            originals.forEach((text, file) => (file.text = text));
            changes.clear();
            found = judge(bundles, patchbay);
            break;
        }
    }
    const fixed = bundles
        .flatMap(({ files }) => files)
        .filter(({ file }) => changes.has(file))
        .map(({ file, path, text }) => ({ file, path, text, changes: changes.get(file) }));
    return {
        findings: found.findings.map(({ change, ...finding }) => ({ ...finding, fixable: Boolean(change) })),
        uses: found.uses,
        skipped: [...skipped, ...found.skipped],
        files: seen,
        read,
        parsed: found.parsed,
        fixed
    };
}

function judge(bundles, patchbay) {
    const project = new Project(bundles);
    const follower = new Follower(project);
    const findings = [];
    const uses = [];
    const skipped = [];
    const concerned = bundles.filter((bundle) => bundle.kind !== 'apex' && bundle.concerned);
    // What one component publishes, another may have built.
    const callers = new Callers(
        follower,
        concerned.flatMap((bundle) => project.sources(bundle))
    );
    const tools = { project, follower, callers, patchbay };
    for (const bundle of concerned) {
        try {
            const judged = judgeBundle(bundle, tools);
            findings.push(...judged.findings);
            uses.push(...judged.uses);
        } catch (error) {
            // A component that nobody foresaw costs no other its judgement.
            skipped.push({ file: bundle.files[0].file, reason: `its component cannot be judged: ${error.message}` });
        }
        for (const circle of project.circles(bundle)) {
            const files = [...circle, circle[0]].join(', ');
            skipped.push({ file: circle[0], reason: `files import each other in a circle: ${files}` });
        }
    }
    const apex = readApex(bundles);
    const saves = saveLogs(apex.extensions);
    findings.push(...inApex({ ...apex, saves }));
    uses.push(...saves.map(({ kind, unit, node }) => ({ kind, ...placeOf(unit, node.start.start) })));
    return {
        findings: ordered(findings.map(placed)),
        uses: ordered(uses),
        skipped: [...skipped, ...project.skipped, ...apex.skipped],
        parsed: project.parsed + apex.parsed
    };
}

function judgeBundle(bundle, tools) {
    const facts = { ...tools, bundle, uses: findUses(bundle, tools) };
    const { findings, alone } = judgeMessages(facts, facts);
    const told = facts.uses.filter((use) => use.kind !== 'message' || alone.includes(use));
    return {
        findings: [...findings, ...judgeBuilders(facts), ...inJavaScript(facts)],
        uses: told.map(({ kind, node, source }) => ({ kind, ...placeOf(source, node.start) }))
    };
}

function placed({ source, unit, node, code, severity, what, write, fix }) {
    const place = source ? placeOf(source, node.start) : placeOf(unit, node.start.start);
    return { ...place, code, severity, what, write, change: fix ?? null };
}

function placeOf({ file, text }, start) {
    const before = text.slice(0, start).split('\n');
    return { file, line: before.length, column: before.at(-1).length + 1 };
}

const rank = ({ file, line, column, code = '', kind = '', what = '' }) =>
    [file, String(line).padStart(9, '0'), String(column).padStart(9, '0'), code + kind, what].join('\0');

/** In the order of the files, each once: two ways to one message have the same fault. */
function ordered(list) {
    const ranked = new Map(list.map((one) => [rank(one), one]));
    return [...ranked].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}

/** Makes the changes that are certain; false if there are none. */
function repair(bundles, findings, changes) {
    let isChanged = false;
    for (const file of bundles.flatMap(({ files }) => files)) {
        const own = findings.filter((finding) => finding.file === file.file && finding.change);
        if (own.length > 0) {
            file.text = changedText(
                file.text,
                own.map(({ change }) => change)
            );
            changes.set(file.file, (changes.get(file.file) ?? 0) + own.length);
            isChanged = true;
        }
    }
    return isChanged;
}
