/** Labels with their places filled, and numbers and times as the user's locale writes them. */
import LOCALE from '@salesforce/i18n/locale';

/** The label with `{0}`, `{1}`, … replaced by the values. */
export function fill(label, ...values) {
    return label.replace(/\{(\d+)\}/g, (place, at) => (at in values ? written(values[at]) : place));
}

/** The label for one or for many, with the count as `{0}`. */
export function counted(count, one, many) {
    return fill(count === 1 ? one : many, count);
}

export function number(value, options) {
    return value.toLocaleString(LOCALE, options);
}

export function timeOfDay(time = new Date(), options = undefined) {
    return time.toLocaleTimeString(LOCALE, options);
}

function written(value) {
    return typeof value === 'number' ? number(value) : String(value);
}
