/*
 * A working day of thirty interactions (of a commit: ten) in the utility, inside Lightning Web Security: calls, chats and dialled calls, with everything
 * that interrupts an agent. In the evening the record store has one closed record of each, with exactly what was written for it.
 */
import { expect } from 'chai';
import { AppPage } from './appPage.js';
import { startConsole } from './consolePage.js';
import { ALL } from '../wasm/reliability.js';

/** A commit has one round of ten interactions, every night three. */
const ROUNDS = ALL ? 3 : 1;

/** Milliseconds for which an agent types a letter. */
const PER_LETTER = 100;

/** Milliseconds for which an agent looks at what rings. */
const GLANCE = 1000;

const CALLERS = [
    { name: 'Mobile Number, Australia', number: '+61491570156' },
    { name: 'Theo Okafor', number: '+13175550123' },
    { name: 'Unknown', number: '+13175550199' }
];

/** One day: what the agent does, and what was written for whom. */
class Day {
    /** The comments by interaction. */
    written = new Map();
    /** The interactions in their order. */
    ids = [];

    constructor(app) {
        this.app = app;
    }

    part(component, selector) {
        return this.app.part(`c-patchbay-${component}`, selector);
    }

    control(action) {
        return this.part('call-controls', `[data-action="${action}"] button`);
    }

    row(id, phase) {
        return this.part('interaction-list', `[data-id="${id}"]${phase ? `[data-phase="${phase}"]` : ''}`);
    }

    comments() {
        return this.part('interaction-log', '[data-field="Description"] textarea');
    }

    log(id) {
        return this.part('interaction-log', `[data-log="${id}"]`);
    }

    async arrives(what = 'inboundCall') {
        const id = await this.app.simulate(what, CALLERS[this.ids.length % CALLERS.length]);
        this.ids.push(id);
        await this.row(id).waitFor();
        return id;
    }

    /** The comments of the one before may have the focus still. */
    async pickUp(id) {
        const offer = this.part('waiting-interaction', '[data-waiting] button');
        await this.app.page.clock.runFor(GLANCE);
        if (await offer.isVisible()) {
            await offer.click();
        }
        await this.control('pickup').click();
        await this.row(id, 'connected').waitFor();
    }

    async answered(what) {
        const id = await this.arrives(what);
        await this.pickUp(id);
        return id;
    }

    /** Begins to write for this interaction, or goes on. */
    async begin(id) {
        await this.app.tab('log');
        await this.log(id).waitFor();
        await this.comments().click();
        await this.app.page.keyboard.press('Control+End');
    }

    /** Writes where the focus is, which has to be the field of this interaction. */
    async write(id, text) {
        await this.app.page.keyboard.type(text);
        await this.app.page.clock.runFor(text.length * PER_LETTER);
        this.written.set(id, (this.written.get(id) ?? '') + text);
        expect(await this.comments().inputValue()).to.equal(this.written.get(id));
    }

    async note(id, text) {
        await this.begin(id);
        await this.write(id, text);
    }

    /** The interaction is over: wrapped up in the client, and gone from the list. */
    async wrapUp(id) {
        await this.row(id, 'disconnected').waitFor();
        await this.app.simulate('completeWrapUp', id);
        await this.row(id).waitFor({ state: 'detached' });
    }

    async hangUp(id) {
        await this.control('disconnect').click();
        await this.wrapUp(id);
    }

    /** Hands over to a colleague by name. */
    async handOver(action) {
        await this.app.tab('transfer');
        await this.app.page.keyboard.type('rob');
        await this.part('transfer-panel', '[role="option"]').first().click();
        await this.part('transfer-panel', `[data-action="${action}"] button`).click();
    }
}

/** What happens in a round, each with an interruption of its own. */
const SCENES = {
    async 'a call, and a comment'(day) {
        const id = await day.answered();
        await day.note(id, 'Asks about the renewal.');
        await day.hangUp(id);
    },

    async 'another call rings in the middle of a sentence'(day) {
        const id = await day.answered();
        await day.note(id, 'Wants a callback on Mo');
        const second = await day.arrives();
        await day.app.simulate('select', second);
        await day.app.page.clock.runFor(500);
        await day.write(id, 'nday morning.');
        await day.part('waiting-interaction', '[data-waiting] button').click();
        await day.log(second).waitFor();
        await day.app.simulate('customerHangsUp', id);
        await day.pickUp(second);
        await day.note(second, 'Moved house.');
        await day.wrapUp(id);
        await day.hangUp(second);
    },

    async 'a call on hold, by a double click'(day) {
        const id = await day.answered();
        await day.control('hold').dblclick();
        await day.row(id, 'held').waitFor();
        await day.note(id, 'Waits for the colleague.');
        await day.control('hold').click();
        await day.row(id, 'connected').waitFor();
        await day.hangUp(id);
    },

    async 'a recording paused, by a double click'(day) {
        const id = await day.answered();
        await day.control('securePause').dblclick();
        const isPaused = () =>
            day.app.page.waitForFunction(
                (one) => window.patchbayHost.simulator.find(one).facts.securePause === true,
                id
            );
        await isPaused();
        await day.app.page.clock.runFor(3000);
        await isPaused();
        await day.note(id, 'Has paid.');
        await day.hangUp(id);
    },

    async 'a transfer to a colleague'(day) {
        const id = await day.answered();
        await day.note(id, 'Has to speak to Robin.');
        await day.handOver('blindTransfer');
        await day.wrapUp(id);
    },

    async 'a consultation that is concluded'(day) {
        const id = await day.answered();
        await day.note(id, 'Robin knows more.');
        await day.handOver('consultTransfer');
        await day.app.app.locator('.interaction_consult [data-phase="connected"]').waitFor();
        await day.control('conclude').click();
        await day.wrapUp(id);
    },

    async 'a chat'(day) {
        const id = await day.answered('chat');
        await day.note(id, 'Needs the form.');
        await day.app.simulate('customerHangsUp', id);
        await day.wrapUp(id);
    },

    async 'a network that fails'(day) {
        const id = await day.answered();
        await day.app.faults({ rate: 100, modes: ['error'] });
        await day.note(id, 'Calls from the car.');
        await day.hangUp(id);
        await day.app.faults({ rate: 0 });
        await day.app.saved();
    },

    async 'a reload in the middle of a sentence'(day) {
        const id = await day.answered();
        await day.note(id, 'Hail has bro');
        await day.app.page.reload();
        await day.app.page.locator('[data-lws]').waitFor({ state: 'attached' });
        await day.app.toggle('console', true);
        await day.row(id, 'connected').waitFor();
        await day.note(id, 'ken the roof.');
        await day.hangUp(id);
    }
};

describe('a working day', () => {
    let host;
    let app;
    before(async () => {
        host = await startConsole({ ownTime: true });
    });
    afterEach(() => app?.closeWithoutErrors());
    after(() => host?.stop());

    it('leaves one closed record of each, with what was written for it', async () => {
        app = await AppPage.open(host);
        const day = new Day(app);
        for (let round = 0; round < ROUNDS; round += 1) {
            for (const scene of Object.values(SCENES)) {
                await scene(day);
            }
        }
        expect(day.ids).to.have.length(ROUNDS * 10);
        await app.page.waitForFunction(async (ids) => {
            const all = await window.patchbayHost.records.tasks();
            return ids.every((id) => all.some((task) => task.CallObject === id && task.Status === 'Completed'));
        }, day.ids);
        await app.saved();
        const tasks = await app.page.evaluate(async () => {
            const all = await window.patchbayHost.records.tasks();
            return all.map(({ CallObject, Description, Status }) => [CallObject, [Description, Status]]);
        });
        const ours = tasks.filter(([id]) => day.ids.includes(id));
        const wanted = day.ids.map((id) => [id, [day.written.get(id), 'Completed']]);
        expect(ours.sort()).to.deep.equal(wanted.sort());
        // Nothing of any of them is left in the browser.
        await app.page.waitForFunction(
            (ids) => Object.entries(localStorage).every(([key, text]) => !ids.some((id) => (key + text).includes(id))),
            day.ids
        );
    });
});
