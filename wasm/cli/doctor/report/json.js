/** A report for a program. */
import { CODES } from '../codes.js';

export function asJson({ findings, uses, skipped, files, read, parsed, fixed }) {
    const told = findings.map((finding) => ({ ...finding, why: CODES[finding.code].why }));
    const rewritten = fixed.map(({ file, changes }) => ({ file, changes }));
    return `${JSON.stringify({ findings: told, uses, skipped, fixed: rewritten, files, read, parsed }, null, 2)}\n`;
}
