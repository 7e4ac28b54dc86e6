// Values as text for people, in the locale of the page.
import { SCHEMA } from './schema.js';

/** The text of a value; null if the value itself is shown, or if there is none. */
export function displayValue({ objectApiName, fields }, apiName, locale) {
    const { dataType, scale = 0 } = SCHEMA[objectApiName].fields[apiName];
    const value = fields[apiName] ?? null;
    if (value === null) return null;
    const number = (options) => value.toLocaleString(locale, options);
    switch (dataType) {
        case 'Int':
            return number();
        case 'Double':
            return number({ minimumFractionDigits: scale, maximumFractionDigits: scale });
        case 'Currency':
            return number({
                style: 'currency',
                currency: fields.CurrencyIsoCode ?? 'USD',
                maximumFractionDigits: scale
            });
        case 'Percent':
            return (value / 100).toLocaleString(locale, { style: 'percent', maximumFractionDigits: scale });
        case 'Date':
            return new Date(`${value}T00:00:00Z`).toLocaleDateString(locale, { timeZone: 'UTC' });
        case 'DateTime':
            return new Date(value).toLocaleString(locale);
        case 'Picklist':
            return value;
        default:
            return null;
    }
}

/** A field to show: `{ apiName, label, type, value, text }`, with type 'phone', 'email', 'url', 'lookup' or 'text'. */
export function shown(record, apiName) {
    const { label: full, dataType, relationshipName } = SCHEMA[record.objectApiName].fields[apiName];
    const label = relationshipName ? full.replace(/ ID$/, '') : full; // it is the record that is shown
    const value = record.fields[apiName];
    const type = { Phone: 'phone', Email: 'email', Url: 'url', Reference: 'lookup' }[dataType] ?? 'text';
    return { apiName, label, type, value, text: displayValue(record, apiName) ?? String(value) };
}
