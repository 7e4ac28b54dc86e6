import { copyOf } from './jsonText.js';
import { PROBLEMS, kindOf, problem } from './problems.js';

/** Numbers only, to the second: `8/10/2015, 8:55:17 AM` in the locale en-US. */
const STYLE = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
};

/** A day as Salesforce takes it, `2026-04-09`, whatever calendar and digits the agent reads. */
const DAY = { calendar: 'iso8601', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' };

/**
 * Returns `formatTime`, which writes milliseconds since 1970 as the date and time in a log's subject, or if asked for the day alone
 * as the date of its activity, and the problems of the given locale and time zone. One that the browser does not know is replaced by
 * the browser's own.
 */
export function openDateFormat({ locale, timeZone }) {
    const problems = [];
    const known = (what, options) => {
        try {
            return Intl.DateTimeFormat(...options) && options;
        } catch {
            problems.push({ ...problem(what), path: what === PROBLEMS.LocaleUnknown ? '/locale' : '/timeZone' });
            return null;
        }
    };
    const locales = known(PROBLEMS.LocaleUnknown, [plain(locale)])?.[0];
    const zone = known(PROBLEMS.TimeZoneUnknown, [undefined, { timeZone: plain(timeZone) }])?.[1].timeZone;
    const { format } = new Intl.DateTimeFormat(locales, { ...STYLE, timeZone: zone });
    const day = new Intl.DateTimeFormat('en', { ...DAY, timeZone: zone });
    // Some locales put a narrow no-break space before AM. Nobody types one when searching for a subject.
    const dateAndTime = (milliseconds) => format(milliseconds).replace(/\u202f/g, ' ');
    return {
        formatTime: (milliseconds, isDay) => (isDay ? isoDay(day, milliseconds) : dateAndTime(milliseconds)),
        problems
    };
}

function isoDay(formatter, milliseconds) {
    const parts = Object.fromEntries(formatter.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
    return `${parts.year.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

/**
 * A copy, so that the option is read once. What is neither text nor a list becomes '', which no locale or time zone is: the browser
 * would go through anything with a length.
 */
function plain(value) {
    if (value === undefined || value === null) {
        return undefined;
    }
    return ['text', 'an array'].includes(kindOf(value)) ? (copyOf(value) ?? '') : '';
}
