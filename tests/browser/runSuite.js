import { tried } from '../wasm/reliability.js';

/** Runs the suite of a page, and passes on what it says to have tried, with the place in front. */
export async function runSuite({ browser, url }, place) {
    const page = await browser.newPage();
    const said = [];
    page.on('pageerror', (error) => said.push(error.message));
    page.on('console', (message) => said.push(message.text()));
    await page.goto(url);
    try {
        await page.waitForFunction(() => window.results, null, { timeout: 180_000 });
        for (const [, what, cases] of said.flatMap((text) => [
            ...text.matchAll(/^reliability: (.+): (\d+) cases$/gm)
        ])) {
            tried(`${place}, ${what}`, Number(cases));
        }
        return await page.evaluate(() => ({ tests: window.results, marked: 'suiteWasHere' in window }));
    } catch {
        return { tests: [{ title: 'runs to its end', error: said.slice(-20).join('\n') }] };
    } finally {
        await page.close();
    }
}
