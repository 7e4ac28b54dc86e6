/** One message of the channel as a row of the inspector. Anybody may publish there, so every value has to become a row. */
import { counted, timeOfDay } from 'c/patchbayShared';
import labels from './labels';
import { redacted } from './redacted';

export function toEntry(key, arrival, patchbay, showsValues) {
    const { time, message, json, reason } = arrival;
    // Judged and read as a copy of our own: what LMS carries is JSON, and one pass over it is all the sandbox has to pay for.
    const copy = json === null ? message : JSON.parse(json);
    const shown = json === null ? null : showsValues ? copy : redacted(copy);
    const { valid, problems } = patchbay.validate(copy);
    const type = toText(shown?.type) || labels.noType;
    const label = toText(shown?.category ?? shown?.data?.action);
    const unreadable = showsValues ? `${labels.notJson} ${reason}`.trim() : labels.notJson;
    const text = json === null ? unreadable : JSON.stringify(shown, null, 4);
    return {
        key,
        instant: time.toISOString(),
        time: clock(time),
        type,
        label,
        text,
        search: `${type} ${label} ${text}`.toLowerCase(),
        verdict: verdictOf(valid, problems),
        // A sentence may quote what it is about.
        problems: problems.map((problem, index) => ({
            key: index,
            ...problem,
            message: showsValues ? problem.message : ''
        })),
        arrival,
        open: false
    };
}

function toText(value) {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function clock(time) {
    return timeOfDay(time, {
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        fractionalSecondDigits: 3,
        hourCycle: 'h23'
    });
}

function verdictOf(valid, problems) {
    if (problems.some(({ code }) => code === 'unknown-type')) {
        return { label: labels.verdictEvent, style: 'slds-badge' };
    }
    if (!valid) {
        const label = counted(problems.length, labels.oneProblem, labels.manyProblems);
        return { label, style: 'slds-badge slds-theme_error' };
    }
    if (problems.length) {
        return { label: labels.verdictWarnings, style: 'slds-badge slds-theme_warning' };
    }
    return { label: labels.verdictValid, style: 'slds-badge slds-theme_success' };
}
