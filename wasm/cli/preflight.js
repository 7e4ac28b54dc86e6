/** `patchbay preflight PATH` */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { load } from '../../pkg/index.js';
import { factsOf } from './facts.js';
import { readProject } from './project.js';
import { asJson, asText } from './print.js';

export const USAGE = `patchbay preflight PATH [--related-to OBJECT,OBJECT] [--json]

Judges a retrieved Salesforce project: what in it would keep Patchbay from working.

  PATH          a folder with metadata in source format, force-app for example
  --related-to  API names of the objects that you want in Related To
  --json        print JSON

Ends with 0 when there is no error, with 1 when there is one, with 2 when the project cannot be read.
`;

const [OK, FAULTY, UNREADABLE] = [0, 1, 2];

/** @returns {Promise<number>} the exit code */
export async function preflight(args) {
    const asked = understood(args);
    if (!asked) {
        process.stderr.write(`Usage: ${USAGE}`);
        return UNREADABLE;
    }
    const { path, json, relatedTo, help } = asked;
    if (help) {
        process.stdout.write(`Usage: ${USAGE}`);
        return OK;
    }
    let project;
    try {
        project = await readProject(path);
    } catch (error) {
        process.stderr.write(`${path} cannot be read: ${error.message}\n`);
        return UNREADABLE;
    }
    const { files, skipped } = project;
    if (files.length === 0) {
        skipped.forEach(({ file, reason }) => process.stderr.write(`${file}: ${reason}\n`));
        process.stderr.write(`${path} holds no metadata that preflight reads; give a project in source format.\n`);
        return UNREADABLE;
    }
    const report = (await load()).preflight(factsOf(files, relatedTo));
    process.stdout.write((json ? asJson : asText)({ path, report, files, skipped }));
    return report.valid ? OK : FAULTY;
}

/** What was asked, or null. */
function understood(args) {
    try {
        const { values, positionals } = parseArgs({
            args,
            allowPositionals: true,
            options: {
                json: { type: 'boolean', default: false },
                help: { type: 'boolean', short: 'h', default: false },
                'related-to': { type: 'string', default: '' }
            }
        });
        const relatedTo = values['related-to'].split(',').map((name) => name.trim());
        const isWhole = positionals.length === 1;
        return isWhole || values.help
            ? { ...values, path: positionals[0], relatedTo: relatedTo.filter(Boolean) }
            : null;
    } catch {
        return null;
    }
}
