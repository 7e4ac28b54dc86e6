/**
 * The user's language, from the address: ?lang=de. ?dir=rtl sets a writing direction, to try the layout. The console around
 * Patchbay's components is in English only, and says so in the user's language.
 */
export const LOCALES = { en: 'en-US', de: 'de-DE' };

const REMARKS = { de: 'Deutsch sprechen nur Patchbays Komponenten; die Konsole um sie herum ist englisch.' };

const query = new URLSearchParams(window.location.search);
const wanted = query.get('lang');

export const LANGUAGE = Object.hasOwn(LOCALES, wanted) ? wanted : 'en';
export const LOCALE = LOCALES[LANGUAGE];
export const REMARK = REMARKS[LANGUAGE];
export const DIRECTION = query.get('dir') === 'rtl' ? 'rtl' : 'ltr';

/** The user's time zone: ?timeZone=Asia/Tokyo, else the browser's. */
export const TIME_ZONE = query.get('timeZone') ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Reloads the page in another language, as the platform does. */
export function speak(language) {
    query.set('lang', language);
    window.location.search = query.toString();
}
