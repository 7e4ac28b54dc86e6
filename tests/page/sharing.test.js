/*
 * Tabs and sessions of one user, who have one storage: each keeps its own, nobody saves what is another's, and what a tab left
 * behind is saved by one other.
 */
import { expect } from 'chai';
import { tried } from '../wasm/reliability.js';
import { startPages } from './suite.js';
import { Records, Tab, agree, ended, told } from './tab.js';

const CALL = 'call-1';
const CHAT = 'chat-1';

/** Longer than a log has to lie still to count as left behind. */
const LEFT_BEHIND = 20_000;
const SAVED = 5_000;
const ATTEMPTS = 120_000;

describe('one storage', () => {
    let pages;
    let context;
    let records;
    let cases = 0;
    before(async () => {
        pages = await startPages();
    });
    beforeEach(async () => {
        context = await pages.newContext();
        records = new Records();
        cases += 1;
    });
    afterEach(() => context.close());
    after(async () => {
        await pages?.stop();
        tried('tabs and sessions with one storage', cases);
    });

    const open = (name, more) => Tab.open(pages, { records, context, name, ...more });

    /** A tab whose call has comments that could not be saved. */
    async function withUnsaved(name) {
        const tab = await open(name);
        records.online = false;
        await tab.hear(told(CALL, 'CONNECTED'));
        await tab.edit(CALL, 'Asks about the renewal.');
        await tab.pass(SAVED);
        expect(await tab.unsaved()).to.have.length(1);
        return tab;
    }

    /** Everything is saved, once, and nothing left for later. */
    async function allSaved(tab, ids) {
        expect([...records.all.keys()].sort()).to.deep.equal(ids);
        expect(await tab.unsaved()).to.deep.equal([]);
        for (const standing of await tab.standing()) {
            expect(standing.pending).to.equal(0);
            expect(standing.problems).to.deep.equal([]);
        }
    }

    it('two tabs at work: each saves its own interaction, and nothing of the other', async () => {
        const [one, other] = [await open('one'), await open('other')];
        await one.hear(told(CALL, 'CONNECTED'));
        await other.hear(told(CHAT, 'CONNECTED', { isChat: true }));
        await Promise.all([one.pass(SAVED), other.pass(SAVED)]);
        await one.hear(...ended(CALL));
        await other.hear(...ended(CHAT));
        await Promise.all([one.pass(LEFT_BEHIND), other.pass(LEFT_BEHIND)]);
        for (const [name, id] of [
            ['one', CALL],
            ['other', CHAT]
        ]) {
            const [first, ...updates] = records.savedBy(name).map(({ callLog }) => callLog);
            expect(first).to.include({ CallObject: id });
            expect(updates.map(({ Id }) => Id.slice(0, -3))).to.deep.equal(Array(1).fill(records.all.get(id).id));
        }
        await allSaved(one, [CALL, CHAT]);
        await allSaved(other, [CALL, CHAT]);
    });

    it('two tabs that hear the same call: one record of it, saved to its end', async () => {
        const tabs = [await open('one'), await open('other')];
        for (const messages of [[told(CALL, 'ALERTING')], [told(CALL, 'CONNECTED')], ended(CALL)]) {
            for (const tab of tabs) {
                await tab.hear(...messages);
                await tab.pass(SAVED);
            }
        }
        for (const tab of tabs) {
            await tab.pass(LEFT_BEHIND);
            await allSaved(tab, [CALL]);
        }
        expect(records.all.get(CALL)).to.include({ CallType: 'Inbound', Type: 'Call' });
    });

    it('a tab that has not saved yet, and another that opens meanwhile: the first saves, the other leaves it', async () => {
        const one = await withUnsaved('one');
        const other = await open('other', { at: Date.parse('2026-04-09T10:01:00Z') });
        expect((await other.standing())[0].saves).to.have.property(CALL);
        records.online = true;
        await one.hear(...ended(CALL));
        await one.pass(ATTEMPTS);
        await other.pass(LEFT_BEHIND * 3);
        expect(records.savedBy('other')).to.deep.equal([]);
        expect(records.all.get(CALL).Description).to.equal('Asks about the renewal.');
        await allSaved(one, [CALL]);
        await allSaved(other, [CALL]);
    });

    it('a tab that crashed: the next one saves what it left behind, once', async () => {
        await (await withUnsaved('one')).crash();
        records.online = true;
        records.saves = [];
        const other = await open('other', { at: Date.parse('2026-04-09T10:01:00Z') });
        await other.pass(LEFT_BEHIND);
        expect(records.saves.map(({ callLog }) => callLog.Description)).to.deep.equal(['Asks about the renewal.']);
        await other.hear(...ended(CALL));
        await other.pass(LEFT_BEHIND);
        // That it ended is news; that it has comments is not.
        expect(records.saves.slice(1).map(({ callLog }) => callLog.Description)).to.deep.equal([undefined]);
        await allSaved(other, [CALL]);
    });

    it('a tab that crashed, and two that open next: one of them saves it', async () => {
        await (await withUnsaved('one')).crash();
        records.online = true;
        records.saves = [];
        const at = Date.parse('2026-04-09T10:01:00Z');
        const tabs = [await open('second', { at }), await open('third', { at })];
        for (let passed = 0; passed < LEFT_BEHIND * 3; passed += 500) {
            for (const tab of tabs) {
                await tab.pass(500);
                await agree(tabs);
            }
        }
        expect(records.saves).to.have.length(1);
        for (const tab of tabs) {
            expect((await tab.standing())[0].pending).to.equal(0);
        }
    });

    it('a tab that is closed while it cannot save: the next one has it', async () => {
        await (await withUnsaved('one')).close();
        records.online = true;
        const other = await open('other', { at: Date.parse('2026-04-09T10:10:00Z') });
        await other.pass(LEFT_BEHIND);
        expect(records.all.get(CALL).Description).to.equal('Asks about the renewal.');
    });

    it('two tabs with one call and comments in both, one killed in mid-save: one record with all of it', async () => {
        const [one, other] = [await open('one'), await open('other')];
        const both = [one, other];
        const pass = async (milliseconds) => {
            for (let passed = 0; passed < milliseconds; passed += 500) {
                for (const tab of both) {
                    await tab.pass(500);
                    await agree(both);
                }
            }
        };
        for (const tab of both) {
            await tab.hear(told(CALL, 'ALERTING'), told(CALL, 'CONNECTED'));
            await agree(both);
        }
        await pass(SAVED);
        expect(records.saves).to.have.length(1);
        await one.edit(CALL, 'Asks about the renewal.');
        await pass(SAVED);
        await other.page.evaluate(
            ([id]) => window.agent.sessions[0].edit(id, { Note__c: 'Call back at noon.' }),
            [CALL]
        );
        await pass(SAVED);
        expect(records.all.get(CALL)).to.include({
            Description: 'Asks about the renewal.',
            Note__c: 'Call back at noon.'
        });
        // The page that saves is killed while its save is on the way, which arrives after all.
        let arrive;
        records.gate = new Promise((resolve) => {
            arrive = resolve;
        });
        const [saver] = records.saves.at(-1).tab === 'one' ? both : [...both].reverse();
        const survivor = both.find((tab) => tab !== saver);
        await saver.edit(CALL, 'Wants a quote.');
        await saver.page.clock.runFor(2000);
        await saver.crash();
        arrive();
        await survivor.hear(...ended(CALL));
        await survivor.pass(LEFT_BEHIND);
        await allSaved(survivor, [CALL]);
        expect(records.all.get(CALL)).to.include({ Description: 'Wants a quote.', Note__c: 'Call back at noon.' });
    });

    it('two sessions of one page: one record, nothing left unsaved, and the next page has the call once', async () => {
        const tab = await open('one', { sessions: 2 });
        await tab.hear(told(CALL, 'ALERTING'), told(CALL, 'CONNECTED'));
        await tab.pass(SAVED);
        await tab.edit(CALL, 'Asks about the renewal.');
        await tab.pass(SAVED);
        expect((await tab.standing()).map(({ phases, saves }) => [phases, saves])).to.deep.equal(
            Array(2).fill([{ [CALL]: 'connected' }, { [CALL]: 'saved' }])
        );
        await tab.reload();
        expect((await tab.standing()).map(({ phases }) => phases)).to.deep.equal(
            Array(2).fill({ [CALL]: 'connected' })
        );
        await tab.hear(...ended(CALL));
        await tab.pass(LEFT_BEHIND);
        await allSaved(tab, [CALL]);
    });
});
