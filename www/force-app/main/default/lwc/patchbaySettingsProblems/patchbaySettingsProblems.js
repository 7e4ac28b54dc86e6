/** Errors and warnings, told apart in words and icons. */
import { LightningElement, api } from 'lwc';
import labels from './labels';

const LOOKS = {
    error: { word: labels.error, icon: 'utility:error' },
    warning: { word: labels.warning, icon: 'utility:warning' }
};

export default class PatchbaySettingsProblems extends LightningElement {
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
