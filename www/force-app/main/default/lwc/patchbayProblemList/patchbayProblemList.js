/**
 * What is wrong, told apart in words and icons. With a heading, it is what could not be stored: of many the first ones are shown,
 * and the others when they are asked for.
 */
import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayShared';
import labels from './labels';

const FIRST = 4;

const LOOKS = {
    error: { word: labels.error, icon: 'utility:error' },
    warning: { word: labels.warning, icon: 'utility:warning' }
};

export default class PatchbayProblemList extends LightningElement {
    @api heading;
    /** [{severity, message}]; the severity shows where there is no heading. */
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

    get marked() {
        return this.problems.map(({ severity, message }, key) => ({
            key,
            severity,
            message,
            ...LOOKS[severity],
            className: `problem problem_${severity}`
        }));
    }

    get isMarked() {
        return !this.heading && this.problems.length > 0;
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
