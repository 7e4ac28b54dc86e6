// A value of JSON as a field of Salesforce takes it, converted as the Apex class PatchbayFieldValue does.
import { toId } from '../ids.js';
import { ApexError } from './apexError.js';

const HIGHEST_INTEGER = 2 ** 31 - 1;

/** `{ value, loss }`: the value for the field, and what was lost in conversion, or null. Throws ApexError. */
export function convert(field, raw) {
    if (raw !== null && typeof raw === 'object') {
        throw new ApexError('A field takes text, a number, true or false; this is an object or a list.');
    }
    const text = raw === null ? '' : String(raw);
    const converter = CONVERTERS[field.dataType];
    return { loss: null, ...converter(text, field) };
}

const CONVERTERS = {
    String: shorten,
    TextArea: shorten,
    ComboBox: shorten,
    Picklist: whole,
    Phone: whole,
    Email: whole,
    Url: whole,
    Boolean: truth,
    Int: count,
    Double: amount,
    Currency: amount,
    Percent: amount,
    Date: date,
    DateTime: dateTime,
    Reference: recordId
};

/** The beginning of a note is better than no note. The beginning of a phone number is not (see `whole`). */
function shorten(text, { length }) {
    if (text.length <= length) return { value: text };
    // Half of a character outside the basic plane would be stored as a question mark.
    const last = text.charCodeAt(length - 1);
    const kept = last >= 0xd800 && last <= 0xdbff ? length - 1 : length;
    const loss = `Only the first ${kept} of ${text.length} characters were stored: the field takes no more.`;
    return { value: text.slice(0, kept), loss };
}

function whole(text, { length }) {
    if (text.length > length) throw new ApexError(`The field takes at most ${length} characters.`);
    return { value: text };
}

function truth(text) {
    if (!text.trim() || text === 'false') return { value: false };
    if (text === 'true') return { value: true };
    throw new ApexError('The field takes true or false.');
}

function count(text, field) {
    const { value } = amount(text, field);
    if (value !== null && (!Number.isInteger(value) || Math.abs(value) > HIGHEST_INTEGER)) {
        throw new ApexError(`The field takes a whole number up to ${HIGHEST_INTEGER}.`);
    }
    return { value };
}

function amount(text) {
    if (!text.trim()) return { value: null };
    const value = Number(text);
    if (!Number.isFinite(value)) throw new ApexError('The field takes a number.');
    return { value };
}

function date(text) {
    return moment(text, /^\d{4}-\d{2}-\d{2}$/, 'The field takes a date like 2026-04-09.');
}

function dateTime(text) {
    return moment(text, /^\d{4}-\d{2}-\d{2}T/, 'The field takes a date and time like 2026-04-09T04:19:30.967Z.');
}

function moment(text, shape, takes) {
    const trimmed = text.trim();
    if (!trimmed) return { value: null };
    if (!shape.test(trimmed) || Number.isNaN(Date.parse(trimmed))) throw new ApexError(takes);
    return { value: trimmed };
}

function recordId(text) {
    if (!text.trim()) return { value: null };
    const value = toId(text.trim());
    if (!value) throw new ApexError('The field takes a record ID of 15 or 18 characters.');
    return { value };
}
