/** Reminds the agent of interactions that ended a while ago and are not wrapped up. */
import { LightningElement, api } from 'lwc';
import { NO_SESSION, subscribe } from 'c/patchbaySession';
import { SecondHand, clockBetween, timeOf, toView } from 'c/patchbayShared';

export default class PatchbayWrapUpReminder extends LightningElement {
    @api afterSeconds = 60;

    state = NO_SESSION;
    now = Date.now();
    hand = new SecondHand(() => {
        this.now = Date.now();
    });

    connectedCallback() {
        this.unsubscribe = subscribe((state) => {
            this.state = state;
            this.now = Date.now();
            this.hand.run(this.open.length > 0);
        });
    }

    disconnectedCallback() {
        this.unsubscribe();
        this.hand.run(false);
    }

    get view() {
        return toView(this.state);
    }

    get open() {
        return this.state.session?.interactions.filter(({ phase }) => phase === 'disconnected') ?? [];
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
