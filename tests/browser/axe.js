import { readFile } from 'node:fs/promises';
import { path } from '../../scripts/paths.js';
import { passingTime } from './clock.js';

/** Runs axe in a page, or in a part of it; the rules of WCAG 2.2 up to AA, and axe's good practice. */
export async function violations(page, part) {
    if (!(await page.evaluate(() => 'axe' in window))) {
        await page.evaluate(await readFile(path('node_modules/axe-core/axe.min.js'), 'utf8'));
    }
    const within = part ? await part.elementHandle() : null;
    // axe takes pauses.
    return passingTime(
        page,
        page.evaluate(async (element) => {
            const { violations: found } = await window.axe.run(element ?? document, { resultTypes: ['violations'] });
            return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
        }, within)
    );
}
