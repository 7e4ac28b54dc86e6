/** Errors and warnings, told apart in words and icons. */
import { LightningElement, api } from 'lwc';

const LOOKS = {
    error: { word: 'Error', icon: 'utility:error' },
    warning: { word: 'Warning', icon: 'utility:warning' }
};

export default class SettingsProblems extends LightningElement {
    /** [{severity, message}] */
    @api problems = [];

    get shown() {
        return this.problems.map(({ severity, message }, key) => ({
            key,
            severity,
            message,
            ...LOOKS[severity],
            className: `problem problem_${severity}`
        }));
    }
}
