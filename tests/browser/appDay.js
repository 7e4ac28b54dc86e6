/**
 * A working day in the utility, state by state: `look` is called with the name of each as soon as it is shown. Everything is
 * found by what does not depend on the language.
 */
export async function day(app, look) {
    await look('empty');
    const id = await app.ringing();
    await look('ringing');
    await app.part('c-patchbay-call-controls', '[data-why]').click();
    await look('reasons');
    await app.part('c-patchbay-call-controls', '[data-why]').click();
    await app.pickUp(id);
    await look('connected');
    await transfer(app, look);
    await log(app, look);
    await trouble(app, look);
    await app.tab('status');
    await look('status');
    await ending(app, id, look);
}

async function transfer(app, look) {
    await app.tab('transfer');
    const search = app.part('c-patchbay-transfer-panel', 'input[role="combobox"]');
    await search.fill('au');
    await search.press('ArrowDown');
    await look('transfer-search');
    await search.fill('nobody');
    await look('transfer-nobody');
    await search.fill('aud');
    await app.part('c-patchbay-transfer-panel', '[role="option"]').first().click();
    await look('transfer-chosen');
    await app.part('c-patchbay-transfer-panel', '[data-advanced]').click();
    await app.part('c-patchbay-transfer-panel', '.kinds label').nth(3).click();
    const target = app.part('c-patchbay-transfer-panel', 'input[name="target"]');
    await target.fill('Auditor%20Secure');
    await look('transfer-refused');
    await target.fill('Auditor Secure Flow');
    await app.part('c-patchbay-transfer-panel', '.slds-has-error').waitFor({ state: 'detached' });
    await look('transfer');
    await app.part('c-patchbay-secure-session', 'textarea').fill('4111 1111 1111 1111');
    await app.part('c-patchbay-secure-session', '[data-action="secureSession"] button').click();
    await app.part('c-patchbay-secure-session', '[role="alert"], .slds-has-error').first().waitFor();
    await look('secure-refused');
    await app.part('c-patchbay-secure-session', 'textarea').fill('');
}

async function log(app, look) {
    await app.tab('log');
    await app.part('c-patchbay-interaction-log', '[data-save-state="saved"]').waitFor();
    await look('log');
    const picker = app.part('c-patchbay-interaction-log', '[data-list="name"] input');
    await picker.click();
    await app.part('c-patchbay-interaction-log', '[data-list="name"] [role="option"]').first().waitFor();
    await look('log-choosing');
    await picker.press('Escape');
}

async function trouble(app, look) {
    const health = (name) => app.part('c-patchbay-save-health', `[data-health="${name}"]`);
    await app.faults({ rate: 100, modes: ['error'] });
    await app.part('c-patchbay-interaction-log', '[data-field="Description"] textarea').fill('Asks about the renewal.');
    await health('unsaved').waitFor();
    await look('unsaved');
    await app.page.context().setOffline(true);
    await health('offline').waitFor();
    await look('offline');
    await app.page.context().setOffline(false);
    await app.faults({ rate: 0 });
    await health('offline').waitFor({ state: 'detached' });
    await app.saved();
}

async function ending(app, id, look) {
    await app.simulate('chat', { name: 'Imani Castellanos', email: 'imani.castellanos@example.com' });
    await app.part('c-patchbay-interaction-list', '[data-phase="alerting"]').waitFor();
    await look('two');
    await app.simulate('customerHangsUp', id);
    await app.part('c-patchbay-interaction-list', `[data-id="${id}"][data-phase="disconnected"]`).waitFor();
    await look('ended');
}
