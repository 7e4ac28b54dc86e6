// The other party's address as a comparison: a phone number in any spelling, an e-mail address, or neither. Compares as the
// Apex class PatchbayAddress does.
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
const MAX_COUNTRY_DIGITS = 3;
const MAX_EMAIL_LEN = 80;
const EMAIL_ADDRESS = /^[^\s@]+@[\p{L}\p{N}][\p{L}\p{N}.-]*\.[\p{L}\p{N}-]{2,}$/u;
const PHONE_NUMBER = /^[^a-z]*((x|ext)[^a-z]*)?$/;

export class Address {
    /** The type of the fields that may hold it, 'Phone' or 'Email'; null when none can: it is internal, or blank. */
    fieldType = null;
    #text;

    constructor(address) {
        let text = String(address ?? '')
            .trim()
            .toLowerCase();
        // Of sip:+13175550123@example.com the number counts, and a name there is somebody internal.
        if (/^sips?:/.test(text)) text = text.replace(/@.*$/, '');
        text = text.replace(/^(tel|sips?|mailto):/, '').replace(/;.*$/, '');
        const digits = significant(text);
        if (text.includes('@')) {
            if (text.length <= MAX_EMAIL_LEN && EMAIL_ADDRESS.test(text)) this.#take('Email', text);
        } else if (digits.length >= MIN_DIGITS && PHONE_NUMBER.test(text)) {
            this.#take('Phone', digits.slice(-MAX_DIGITS));
        }
    }

    #take(fieldType, text) {
        this.fieldType = fieldType;
        this.#text = text;
    }

    /** Whether a field holds this address, however it is written. */
    isSame(stored) {
        if (this.fieldType === null || !stored?.trim()) return false;
        if (this.fieldType === 'Email') return stored.trim().toLowerCase() === this.#text;
        const other = significant(stored.toLowerCase());
        const [shorter, longer] = [other, this.#text].sort((a, b) => a.length - b.length);
        return (
            shorter.length >= MIN_DIGITS &&
            longer.length - shorter.length <= MAX_COUNTRY_DIGITS &&
            longer.endsWith(shorter)
        );
    }
}

/** The digits up to an extension, without leading zeros and without the zero of +44 (0)20. */
function significant(text) {
    return text
        .replace(/[a-z,#].*$/, '')
        .replaceAll('(0)', '')
        .replace(/\D/g, '')
        .replace(/^0+/, '');
}
