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
    await pausing(app, id, look);
    await consulting(app, id, look);
    await transfer(app, look);
    await unconfirmed(app, look);
    await log(app, look);
    await trouble(app, look);
    await app.tab('status');
    await look('status');
    await ending(app, id, look);
    await handingOver(app, look);
}

/** Longer than two clicks that are taken for one. */
const PAUSE = 1500;

const NOBODY = '00000000-0000-4000-8000-000000000000';

const control = (app, name) => app.part('c-patchbay-call-controls', `[data-action="${name}"] button`);
const row = (app, id, phase) => app.part('c-patchbay-interaction-list', `[data-id="${id}"][data-phase="${phase}"]`);

/** Lets time pass, be it real or the test's. */
async function pause(app) {
    const end = await app.page.evaluate((milliseconds) => Date.now() + milliseconds, PAUSE);
    await app.page.waitForFunction((time) => Date.now() >= time, end);
}

async function pausing(app, id, look) {
    await control(app, 'hold').click();
    await row(app, id, 'held').waitFor();
    await look('held');
    await pause(app);
    await control(app, 'hold').click();
    await row(app, id, 'connected').waitFor();
    const muted = app.part('c-patchbay-call-controls', '[data-mute-remark]');
    await control(app, 'mute').click();
    await muted.waitFor();
    await look('muted');
    await pause(app);
    await control(app, 'mute').click();
    await muted.waitFor({ state: 'detached' });
}

/** Chooses a colleague by name, and sends. */
async function handTo(app, name, action) {
    await app.tab('transfer');
    await app.part('c-patchbay-transfer-panel', 'input[role="combobox"]').fill(name);
    await app.part('c-patchbay-transfer-panel', '[role="option"]').first().click();
    await app.part('c-patchbay-transfer-panel', `[data-action="${action}"] button`).click();
}

async function consulting(app, id, look) {
    await handTo(app, 'rob', 'consultTransfer');
    const second = app.part('c-patchbay-interaction-list', '.interaction_consult');
    await second.locator('[data-phase="connected"]').waitFor();
    await look('consulting');
    await control(app, 'cancel').click();
    await second.waitFor({ state: 'detached' });
    // The client leaves the customer on hold.
    await control(app, 'hold').click();
    await row(app, id, 'connected').waitFor();
    await app.part('c-patchbay-transfer-panel', 'input[role="combobox"]').fill('');
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

/** The client knows no colleague with this ID, and says nothing. */
async function unconfirmed(app, look) {
    await app.part('c-patchbay-transfer-panel', '.kinds label').first().click();
    const target = app.part('c-patchbay-transfer-panel', 'input[name="target"]');
    await target.fill(NOBODY);
    await app.part('c-patchbay-transfer-panel', '[data-action="blindTransfer"] button').click();
    await app.part('c-patchbay-transfer-panel', '[data-unconfirmed]').waitFor();
    await look('unconfirmed');
    await target.fill('');
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
    await waiting(app, look);
}

/** Another call is selected in the middle of a word. */
async function waiting(app, look) {
    await app.part('c-patchbay-interaction-log', '[data-field="Description"] textarea').click();
    await app.page.keyboard.type('Asks about the re');
    const second = await app.simulate('inboundCall', { name: 'Theo Okafor', number: '+13175550123' });
    await app.simulate('select', second);
    const offer = app.part('c-patchbay-waiting-interaction', '[data-waiting]');
    await offer.waitFor();
    await look('waiting');
    await app.simulate('customerHangsUp', second);
    await offer.waitFor({ state: 'detached' });
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
    const chat = await app.simulate('chat', { name: 'Imani Castellanos', email: 'imani.castellanos@example.com' });
    await app.part('c-patchbay-interaction-list', '[data-phase="alerting"]').waitFor();
    await look('two');
    await app.simulate('customerHangsUp', id);
    await app.part('c-patchbay-interaction-list', `[data-id="${id}"][data-phase="disconnected"]`).waitFor();
    await look('ended');
    await app.simulate('completeWrapUp', id);
    await app.simulate('customerHangsUp', chat);
    await row(app, id, 'disconnected').waitFor({ state: 'detached' });
    await app.part('c-patchbay-interaction-list', `[data-id="${chat}"]`).waitFor({ state: 'detached' });
}

async function handingOver(app, look) {
    const id = await app.simulate('callback', { name: 'Theo Okafor', number: '+13175550123' });
    await row(app, id, 'alerting').waitFor();
    // No captured callback has this documented property, so the simulated one has none by itself.
    await app.page.evaluate((one) => {
        const { simulator } = window.patchbayHost;
        simulator.change(simulator.find(one), { callbackNumbers: ['+13175550123'] }, 0);
    }, id);
    await app.part('c-patchbay-call-controls', '[data-numbers]').waitFor();
    await look('callback');
    await app.pickUp(id);
    await handTo(app, 'rob', 'blindTransfer');
    await row(app, id, 'disconnected').waitFor();
    await look('transferred');
}
