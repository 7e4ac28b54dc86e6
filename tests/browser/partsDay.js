/** Components that are no part of the utility, by the panel that each has in the local console. */
const PARTS = ['engagement', 'story', 'inspector', 'integrations'];

/** High enough for what is in the panel. */
const HIGH = { width: 1600, height: 900 };
const MIDDLE = { width: 1600, height: 576 };
const LOW = { width: 1600, height: 496 };

/** What is no message the client would understand. */
const BROKEN = { type: 'PureCloud.Interaction.updateState', data: { action: 'blindTransfer', id: '' } };

/**
 * The components beside the utility, state by state. `open` gives an AppPage with these options; `look` is called with it, and with
 * the panel and the name of each state, as soon as it is shown.
 */
export async function partsDay(open, look) {
    for (const [trouble, state, sign] of [
        ['never', 'loading', 'lightning-spinner'],
        ['csp', 'not-started', '[data-load-error]']
    ]) {
        const app = await only(open, { trouble, viewport: LOW });
        for (const part of PARTS) {
            await app.toggle(part, true);
            await app.panel(part).locator(sign).first().waitFor();
            await look(app, part, `${part}-${state}`);
            await app.toggle(part, false);
        }
        await app.close();
    }
    const app = await only(open, { viewport: LOW });
    await empty(app, look);
    await engagement(app, look);
    await story(app, look);
    await inspector(app, look);
    await integrations(app, look);
    await app.closeWithoutErrors();
}

async function only(open, options) {
    const app = await open({ ...options, beside: PARTS });
    await app.toggle('console', false);
    return app;
}

async function empty(app, look) {
    for (const part of PARTS) {
        await app.toggle(part, true);
        if (part === 'inspector') {
            // The client says how the agent is as soon as it is there.
            await app.panel(part).locator('[data-action="clear"] button').click();
        }
        await look(app, part, `${part}-empty`);
        await app.toggle(part, false);
    }
}

async function engagement(app, look) {
    await app.page.setViewportSize(MIDDLE);
    await app.toggle('engagement', true);
    await app.faults({ rate: 100, modes: ['error'] });
    await app.toggle('console', true);
    await app.connected();
    await app.toggle('console', false);
    const panel = app.panel('engagement');
    await panel.locator('[data-save-state="failing"]').waitFor();
    await look(app, 'engagement', 'engagement-failing');
    await app.faults({ rate: 0 });
    await panel.locator('[data-action="store"] button').click();
    await panel.locator('[data-save-state="saved"]').waitFor();
    await look(app, 'engagement', 'engagement');
    await app.toggle('engagement', false);
}

async function story(app, look) {
    await app.page.setViewportSize(HIGH);
    await app.toggle('story', true);
    await app.panel('story').locator('[data-kind="answered"]').waitFor();
    await look(app, 'story', 'story');
    await app.toggle('story', false);
}

async function inspector(app, look) {
    await app.page.setViewportSize(HIGH);
    await app.toggle('inspector', true);
    await look(app, 'inspector', 'inspector');
    await app.page.evaluate((message) => window.patchbayHost.replay(message), BROKEN);
    const panel = app.panel('inspector');
    await panel.locator('.message__head').first().click();
    await panel.locator('.problem').first().waitFor();
    await look(app, 'inspector', 'inspector-refused');
    await panel.locator('input[type="search"]').fill('no such text');
    await panel.locator('.nothing').waitFor();
    await app.page.setViewportSize(LOW);
    await look(app, 'inspector', 'inspector-filtered');
    await app.toggle('inspector', false);
}

async function integrations(app, look) {
    await app.page.setViewportSize(HIGH);
    await app.toggle('integrations', true);
    const panel = app.panel('integrations');
    await panel.getByRole('button', { name: 'Add historical settings' }).click();
    await look(app, 'integrations', 'integrations');
    await panel.getByRole('textbox', { name: 'OAuth 2.0 URL' }).fill('http://example.com');
    await panel.getByRole('button', { name: 'Save settings' }).click();
    await panel.locator('[data-severity]').first().waitFor();
    await look(app, 'integrations', 'integrations-refused');
}
