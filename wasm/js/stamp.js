import { copyOf } from './jsonText.js';
import { PROBLEMS, problem } from './problems.js';

/** To the second, all in numbers: `8/10/2015, 8:55:17 AM` where the browser's locale is en-US. */
const STYLE = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
};

/** How a time is written for people: `{ stamp, problems }`. What the browser does not know is left to its own settings. */
export function openStamp({ locale, timeZone }) {
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
    // Some locales put a narrow no-break space before AM, which nobody types who looks for a subject.
    return { stamp: (milliseconds) => format(milliseconds).replace(/\u202f/g, ' '), problems };
}

/** A copy that says the same however often it is asked; what cannot be copied is the name of nothing. */
function plain(value) {
    return value === undefined || value === null ? undefined : (copyOf(value) ?? '');
}
