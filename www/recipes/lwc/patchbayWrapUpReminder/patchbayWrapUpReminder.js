/** Reminds the agent of interactions that ended a while ago and are not wrapped up. */
import { api } from 'lwc';
import { SecondHand, clockBetween, timeOf } from 'c/patchbayInteractionClock';
import PatchbaySessionElement from 'c/patchbaySessionElement';

export default class PatchbayWrapUpReminder extends PatchbaySessionElement {
    @api afterSeconds = 60;

    now = Date.now();
    hand = new SecondHand(() => {
        this.now = Date.now();
    });

    follow(state) {
        super.follow(state);
        this.now = Date.now();
        this.hand.run(this.open.length > 0);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.hand.run(false);
    }

    get open() {
        return this.session?.interactions.filter(({ phase }) => phase === 'disconnected') ?? [];
    }

    get due() {
        return this.open
            .map(({ id, name, address, endTime }) => ({ id, who: name || address, ended: timeOf(endTime) ?? this.now }))
            .filter(({ ended }) => this.now - ended >= this.afterSeconds * 1000)
            .map((row) => ({ ...row, waited: clockBetween(row.ended, this.now).text }));
    }

    get empty() {
        return this.due.length ? null : 'Everything is wrapped up.';
    }

    /** Screen readers read it when the number changes, not every second. */
    get announcement() {
        return this.due.length ? `To wrap up: ${this.due.length}` : '';
    }
}
