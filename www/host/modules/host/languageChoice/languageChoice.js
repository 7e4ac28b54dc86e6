/** Chooses the language that Patchbay's components speak; what is live in the simulated world starts anew with the page. */
import { LightningElement } from 'lwc';
import { LANGUAGE, speak } from 'host/language';

const LANGUAGES = { en: 'English', de: 'Deutsch' };

export default class LanguageChoice extends LightningElement {
    languages = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label, chosen: value === LANGUAGE }));

    handleChange({ currentTarget }) {
        speak(currentTarget.value);
    }
}
