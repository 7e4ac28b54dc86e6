/** Chooses the language of Patchbay's components. The reload ends simulated interactions. */
import { LightningElement } from 'lwc';
import { LANGUAGE, speak } from 'host/language';

const LANGUAGES = { en: 'English', de: 'Deutsch' };

export default class LanguageChoice extends LightningElement {
    languages = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label, chosen: value === LANGUAGE }));

    handleChange({ currentTarget }) {
        speak(currentTarget.value);
    }
}
