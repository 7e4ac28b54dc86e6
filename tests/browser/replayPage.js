import { readFile } from 'node:fs/promises';
import { path } from '../../scripts/paths.js';

/** The messages of a captured stream. */
export async function fixture(name) {
    const { events } = JSON.parse(await readFile(path(`tests/fixtures/${name}.json`), 'utf8'));
    return events.map(({ message }) => message);
}

/** What an agent sees of the session while messages that were captured once come in again. */
export class ReplayPage {
    constructor({ page }) {
        this.page = page;
        this.rows = page.locator('c-patchbay-interaction-list [data-phase]');
        // What shows another interaction acts on none.
        this.buttons = page.locator(
            ':is(c-patchbay-call-controls, c-patchbay-transfer-panel) [data-action]:not([data-action="show"]) button'
        );
    }

    /** Waits until the components have a session. */
    async ready() {
        await this.page.locator('[data-lws]').waitFor();
        await this.page.locator('c-patchbay-interaction-list :is([data-phase], .empty)').first().waitFor();
    }

    /** The client publishes a message, outside the sandbox; resolves when the components have drawn what they make of it. */
    publish(message, times = 1) {
        return this.page.evaluate(
            async ([published, copies]) => {
                for (let copy = 0; copy < copies; copy += 1) window.patchbayHost.replay(published);
                // Components draw in microtasks: the next task comes after all of them. No timer: those stand still.
                const { port1, port2 } = new MessageChannel();
                await new Promise((resolve) => {
                    port1.onmessage = resolve;
                    port2.postMessage(null);
                });
            },
            [message, times]
        );
    }

    async reload() {
        await this.page.reload();
        await this.ready();
    }

    /** Waits until the components have heard that an interaction is in this phase. */
    inPhase(id, phase) {
        return this.page.locator(`c-patchbay-interaction-list [data-id="${id}"][data-phase="${phase}"]`).waitFor();
    }

    /** Makes an interaction the one that the controls act on. */
    choose(id) {
        return this.page.locator(`c-patchbay-interaction-list [data-id="${id}"]`).click();
    }

    /** The list, the one that is marked in it, and the buttons that can be pressed. */
    async seen() {
        const rows = await this.rows.evaluateAll((all) =>
            all.map((row) => ({
                id: row.dataset.id,
                phase: row.dataset.phase,
                current: row.getAttribute('aria-current') === 'true'
            }))
        );
        const enabled = await this.buttons.evaluateAll((all) =>
            all.filter(({ disabled }) => !disabled).map(({ name }) => name)
        );
        return {
            phases: Object.fromEntries(rows.map(({ id, phase }) => [id, phase])),
            current: rows.find(({ current }) => current)?.id ?? null,
            enabled
        };
    }
}
