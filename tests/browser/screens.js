import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { day } from './appDay.js';
import { AppPage, WIDE } from './appPage.js';
import { partsDay } from './partsDay.js';

/** What the bar of the picture has beside this utility. */
const UTILITIES = ['genesys', 'interaction', 'log', 'engagement', 'status', 'inspector', 'records', 'integrations'];

const REASONS = ['csp', 'sandbox', 'corrupt', 'unsupported'];

/** The README's picture: an agent about to transfer a call, in the local console. */
export async function takePicture(host, file) {
    const agent = await AppPage.open(host, { viewport: { width: 1440, height: 900 }, beside: UTILITIES, scale: 1.5 });
    await agent.toggle('genesys', true);
    await agent.connected();
    await agent.tab('transfer');
    await agent.part('c-patchbay-transfer-panel', 'input[role="combobox"]').fill('au');
    // Long enough for the screen pop.
    await agent.page.waitForTimeout(2500);
    await agent.page.screenshot({ path: file, caret: 'hide' });
    await agent.close();
}

/** The utility in every state, one picture each, into `folder`; in German, with forced colours and wide, some of them. */
export async function takeScreens(host, folder) {
    await mkdir(folder, { recursive: true });
    const taking = (app, prefix, wanted) => (name) =>
        wanted?.includes(name) === false ? null : shoot(app, join(folder, `${prefix}${name}.png`));

    for (const reason of [...REASONS, 'never']) {
        const app = await AppPage.open(host, { trouble: reason, scale: 1.5 });
        await app.app.locator('[data-load-error], [data-loading]').waitFor();
        await taking(app, '')(reason === 'never' ? 'starting' : `not-started-${reason}`);
        if (reason === 'corrupt') {
            await app.part('c-patchbay-load-trouble', 'button').click();
            await app.part('c-patchbay-load-trouble', '[data-tried]').waitFor();
            await taking(app, '')('not-started-again');
        }
        await app.close();
    }
    const some = ['connected', 'transfer-search', 'log'];
    for (const [prefix, options, wanted] of [
        ['', {}, undefined],
        ['german-', { query: '?lang=de' }, some],
        ['forced-colours-', { media: { forcedColors: 'active' } }, some],
        ['wide-', { viewport: WIDE }, ['connected']]
    ]) {
        const app = await AppPage.open(host, { scale: 1.5, ...options });
        if (prefix === 'wide-') {
            await app.widen();
        }
        await day(app, taking(app, prefix, wanted));
        await app.close();
    }
}

/** The components beside the utility in each of their states, alike. */
export async function takeParts(host, folder) {
    await mkdir(folder, { recursive: true });
    await partsDay(
        (options) => AppPage.open(host, { scale: 1.5, ...options }),
        (app, part, name) => shoot(app, join(folder, `${name}.png`), app.panel(part))
    );
}

/** The panel alone, nothing of it pointed at, once what fades in has done so. */
async function shoot(app, file, panel = app.app) {
    await app.page.mouse.move(0, 0);
    await app.page.waitForTimeout(400);
    await panel.screenshot({ path: file, caret: 'hide' });
}
