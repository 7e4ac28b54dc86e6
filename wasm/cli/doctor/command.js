/** `patchbay doctor PATH` */
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { load } from '../../../pkg/index.js';
import { examine } from './index.js';
import { asJson } from './report/json.js';
import { asSarif } from './report/sarif.js';
import { asText } from './report/text.js';

export const USAGE = `patchbay doctor PATH [--fix] [--format text|json|sarif] [--json]

Judges hand-written integrations of Genesys Cloud in a Salesforce project: every message that is published, every subscription,
handler and onSaveLog.

  PATH      a folder with Lightning components, Visualforce pages, static resources or Apex in source format
  --fix     rewrites what is certain: how targets are encoded, and the letter case of names
  --format  text, json or sarif (2.1.0)

Ends with 0 when nothing is found, with 1 when something is, with 2 when it could not run.
`;

const FORMATS = { text: asText, json: asJson, sarif: asSarif };
const [CLEAN, FOUND, FAILED] = [0, 1, 2];

/** @returns {Promise<number>} the exit code */
export async function doctor(args) {
    const asked = understood(args);
    if (!asked) {
        process.stderr.write(`Usage: ${USAGE}`);
        return FAILED;
    }
    if (asked.help) {
        process.stdout.write(`Usage: ${USAGE}`);
        return CLEAN;
    }
    const { path, fix, format } = asked;
    try {
        const patchbay = await load();
        const report = await examine(path, { patchbay, fix });
        if (report.read === 0) {
            process.stderr.write(`${path} holds nothing that the doctor reads; give a project in source format.\n`);
            return FAILED;
        }
        for (const file of report.fixed) {
            await writeFile(file.path, file.text);
        }
        process.stdout.write(FORMATS[format]({ ...report, path, version: patchbay.version }));
        return report.findings.length > 0 ? FOUND : CLEAN;
    } catch (error) {
        process.stderr.write(`${path} cannot be examined: ${error.message}\n`);
        return FAILED;
    }
}

/** What was asked, or null. */
function understood(args) {
    try {
        const { values, positionals } = parseArgs({
            args,
            allowPositionals: true,
            options: {
                fix: { type: 'boolean', default: false },
                json: { type: 'boolean', default: false },
                format: { type: 'string', default: 'text' },
                help: { type: 'boolean', short: 'h', default: false }
            }
        });
        const format = values.json ? 'json' : values.format;
        const isWhole = positionals.length === 1 && Object.hasOwn(FORMATS, format);
        return isWhole || values.help ? { ...values, format, path: positionals[0] } : null;
    } catch {
        return null;
    }
}
