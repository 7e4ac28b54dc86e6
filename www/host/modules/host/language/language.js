/**
 * The user's language and what follows from it. It stands in the address, ?lang=de, and so does a writing direction to try the
 * layout with, ?dir=rtl. The console around Patchbay's components is written in English only, and says so in the user's language.
 */
export const LOCALES = { en: 'en-US', de: 'de-DE' };

const REMARKS = { de: 'Deutsch sprechen nur Patchbays Komponenten; die Konsole um sie herum ist englisch.' };

const query = new URLSearchParams(window.location.search);
const wanted = query.get('lang');

export const LANGUAGE = Object.hasOwn(LOCALES, wanted) ? wanted : 'en';
export const LOCALE = LOCALES[LANGUAGE];
export const REMARK = REMARKS[LANGUAGE];
export const DIRECTION = query.get('dir') === 'rtl' ? 'rtl' : 'ltr';

/** The same page in another language; it has to be loaded anew, as on the platform. */
export function speak(language) {
    query.set('lang', language);
    window.location.search = query.toString();
}
