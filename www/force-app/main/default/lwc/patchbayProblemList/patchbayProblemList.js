/** What could not be stored, and why. Of many the first ones are shown, and the others when they are asked for. */
import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayWording';
import labels from './labels';

const FIRST = 4;

export default class PatchbayProblemList extends LightningElement {
    @api heading;
    /** Objects with a message. */
    @api problems = [];

    isOpen = false;

    /** One more takes no more room than the button that would show it. */
    get hasMore() {
        return this.problems.length > FIRST + 1;
    }

    get shown() {
        const problems = this.hasMore && !this.isOpen ? this.problems.slice(0, FIRST) : this.problems;
        return problems.map(({ message }, key) => ({ key, message }));
    }

    get title() {
        return this.hasMore ? fill(labels.headingCounted, this.heading, this.problems.length) : this.heading;
    }

    get moreLabel() {
        return this.isOpen ? fill(labels.showFirst, FIRST) : fill(labels.showMore, this.problems.length - FIRST);
    }

    get expanded() {
        return String(this.isOpen);
    }

    handleMore() {
        this.isOpen = !this.isOpen;
    }
}
