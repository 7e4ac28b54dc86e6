/*
 * Another component floods the channel, in a browser and with its storage: the agent's own call is as it was, and the
 * last message costs what an early one did. That is counted: what is stored, told and saved for a message, and the module's memory.
 */
import { cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';
import { watch } from '../page/inside/watch.js';
import { startPages } from '../page/suite.js';
import { tried } from '../wasm/reliability.js';
import { FLOODS } from './floods.js';

/** How many of each. An interaction that is new is kept in the browser's storage, which takes the longest by far. */
const MESSAGES = {
    'foreign noise': 100_000,
    'one other interaction, over and over': 20_000,
    'the same event, over and over': 10_000,
    'a client that is none': 10_000,
    'our own messages': 10_000,
    'interactions that ring, each another': 5_000,
    'interactions that are connected, each another': 5_000
};

/** IDs are longer later on. */
const LONGER = 1.1;

/** An agent has a handful of interactions; this many are followed, with those that are over. */
const MAX_HELD = 208;

/** Besides theirs, logs that are on their way to be saved: no more than there are messages before the page has its turn. */
const MAX_LOGS = MAX_HELD + 8 + 100;

/** Milliseconds within which a page is built, and a flood over, whatever else this machine does. */
const BUILDING = 240_000;
const PLAYING = 120_000;

describe('a flooded channel', () => {
    let pages;
    before(async function build() {
        this.timeout(BUILDING);
        pages = await startPages();
        for (const file of ['tests/channel/floods.js', 'tests/channel/flooding.js', 'wasm/js/testing/clock.js']) {
            await cp(path(file), path(`build/page/inside/${basename(file)}`));
        }
    });
    after(async () => {
        await pages?.stop();
        const messages = Object.values(MESSAGES).reduce((sum, count) => sum + count, 0);
        tried('messages that flooded a session in the browser', messages);
    });

    it('has been flooded in every way', () => {
        expect(Object.keys(MESSAGES)).to.have.members(Object.keys(FLOODS));
    });

    async function flooded(name) {
        const page = await pages.open({ prepare: watch });
        const result = await page.evaluate(
            async ([flood, messages]) => {
                const { default: flooding } = await import('/inside/flooding.js');
                const { load } = await import('/first/index.js');
                const patchbay = await load();
                const [memory] = window.watch.memories;
                return flooding({ patchbay, storage: localStorage, memory }, flood, messages);
            },
            [name, MESSAGES[name]]
        );
        expect(page.errors).to.deep.equal([]);
        await page.close();
        return result;
    }

    for (const [name, count] of Object.entries(MESSAGES)) {
        describe(`with ${count.toLocaleString('en')} messages: ${name}`, () => {
            let result;
            before(async function play() {
                this.timeout(PLAYING);
                result = await flooded(name);
            });

            it('does no more for the last than for an early one, and holds no more', () => {
                const { early, late } = result.looks;
                for (const [what, most] of Object.entries(early)) {
                    expect(late[what], `${what} for a message`).to.be.at.most(what === 'bytes' ? most * LONGER : most);
                }
                expect(result.memory.late, 'memory of the module').to.equal(result.memory.early);
                expect(result.held.interactions).to.be.at.most(MAX_HELD);
                expect(result.held.logs).to.be.at.most(MAX_LOGS);
            });

            it('has the agent’s own call as it was, to its end', () => {
                const { before, after, phases } = result;
                expect(before).to.deep.include({ phase: 'connected', relatedTo: '00001026', problems: [] });
                expect(after).to.deep.equal(before);
                expect(phases).to.deep.equal(['held', 'connected', 'disconnected', 'done']);
            });
        });
    }
});
