import { GenesysSimulator } from '../../www/host/genesys/simulator.js';
import { TestClock } from '../host/support/clock.js';

const BUILD = {
    blindTransfer: (session, id, target) => session.blindTransfer(id, target),
    consultTransfer: (session, id, target) => session.consultTransfer(id, target)
};

class MemoryStorage {
    #items = new Map();
    getItem = (key) => this.#items.get(key) ?? null;
    setItem = (key, text) => void this.#items.set(key, text);
    removeItem = (key) => void this.#items.delete(key);
}

/** A simulated client and a session on one channel, and a row for everything that happens between them. */
export class Stage {
    rows = [];
    #clock = new TestClock();
    #recording = false;
    #shown = new Map();
    #patchbay;
    #several;
    #storage = new MemoryStorage();

    constructor(patchbay, { ids, misbehave }) {
        this.#patchbay = patchbay;
        this.#several = ids.length > 1;
        const names = ids[Symbol.iterator]();
        this.simulator = new GenesysSimulator({
            publish: (message) => this.#hear(message),
            clock: this.#clock,
            newId: () => names.next().value
        });
        if (misbehave) this.simulator.setMisbehaviour(misbehave, true);
        this.session = patchbay.session({ storage: this.#storage });
    }

    /** The client starts, not recorded. */
    open() {
        this.simulator.start();
        this.#clock.advance(1000);
    }

    /** Somebody does something, and what comes of it within `wait` milliseconds. */
    happens(who, act, { wait = 20_000 } = {}) {
        this.#recording = true;
        this.rows.push({ who, message: '', then: '', possible: '' });
        act(this);
        this.#clock.advance(wait);
    }

    /** The agent clicks: the session builds the message, the client and the session get it. */
    clicks(button, action, id, target, { wait = 20_000 } = {}) {
        const build = BUILD[action] ?? (() => this.session.updateState(action, id));
        const message = build(this.session, id, target);
        const { verdict, reason } = this.simulator.receive(message);
        if (verdict !== 'obeyed') throw new Error(`${button}: ${reason}`);
        this.#write(`Agent clicks ${button}`, `\`updateState\` ${action}`, message);
        this.#clock.advance(wait);
    }

    /** The page is reloaded: the session is another one, with what the first one kept. */
    reload() {
        this.happens('Page is reloaded', () => {
            this.session = this.#patchbay.session({ storage: this.#storage });
            this.simulator.say({ type: 'InitialSetup' });
        });
    }

    #hear(message) {
        const { type, category } = message;
        if (this.#recording) this.#write('Client', category ? `\`${type}\` ${category}` : `\`${type}\``, message);
        else this.session.receive(message);
    }

    #write(who, message, published) {
        const before = new Map(this.session.interactions.map((interaction) => [interaction.id, interaction]));
        const then = this.#told(this.session.receive(published), before);
        const last = this.rows.at(-1);
        if (!then && last?.who === who && last.quiet) {
            last.quiet.push(message);
            last.message = tally(last.quiet);
            return;
        }
        this.rows.push({
            who,
            message,
            then: then || '_nothing new_',
            possible: this.#newlyPossible(),
            quiet: then ? null : [message]
        });
    }

    #told({ interactions, agent, selection }, before) {
        const { session } = this;
        const told = interactions.map((id) => {
            const now = session.interaction(id);
            if (!now) return `${id}: removed`;
            const news = differences(before.get(id), now);
            return `${id}: **${now.phase}**${news.length > 0 ? ` (${news.join(', ')})` : ''}`;
        });
        if (agent) {
            const { status, subStatus, routingStatus } = session.agent;
            told.push(`agent: ${[status, subStatus, routingStatus].filter(Boolean).join(', ')}`);
        }
        if (selection) told.push(`selected: ${session.selected ?? 'none'}`);
        return told.join('; ');
    }

    // Told again only when it is something else than in the rows before.
    #newlyPossible() {
        const now = new Map(
            this.session.interactions.map(({ id }) => [id, this.session.can(id).join(', ') || 'nothing'])
        );
        const news = [...now].filter(([id, actions]) => this.#shown.get(id) !== actions);
        this.#shown = now;
        return news.map(([id, actions]) => (this.#several ? `${id}: ${actions}` : actions)).join('; ');
    }
}

// Told by the phase already.
const TOLD = ['phase', 'live'];

// What else is different; how an interaction looks when it comes is no news.
function differences(before, now) {
    if (!before) return [];
    return Object.keys(now)
        .filter((key) => !TOLD.includes(key) && JSON.stringify(now[key]) !== JSON.stringify(before[key]))
        .map((key) => (now[key] ? key : `no ${key}`));
}

// 'connect, change ×5'
function tally(messages) {
    const runs = [];
    for (const message of messages) {
        if (runs.at(-1)?.message === message) runs.at(-1).times += 1;
        else runs.push({ message, times: 1 });
    }
    return runs.map(({ message, times }) => (times > 1 ? `${message} ×${times}` : message)).join(', ');
}
