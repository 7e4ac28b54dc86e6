/**
 * What is wrong, in the agent's language. Patchbay gives a code, a reason and values; the sentences are labels. Its own sentences,
 * in English and with names of messages and fields, are for whoever reads the inspector or writes code.
 */
import labels from './labels';
import { fill } from './wording';

/** By the reason: `{0}` is the field, then come the values. */
export const BY_REASON = {
    over: labels.problemOver,
    answered: labels.problemAnswered,
    ringing: labels.problemRinging,
    'not-connected': labels.problemNotConnected,
    'not-spoken': labels.problemNotSpoken,
    'not-ivr': labels.problemNotVoice,
    'not-voice': labels.problemNotVoice,
    'not-consulting': labels.problemNotConsulting,
    'just-sent': labels.problemJustSent,
    'already-on': labels.problemAlready,
    'already-off': labels.problemAlready,
    'target-empty': labels.problemTargetEmpty,
    'target-encoded': labels.problemTargetEncoded,
    'target-prefix': labels.problemTargetPrefix,
    'no-id': labels.problemNoId,
    'no-digit': labels.problemNoDigit,
    'no-address': labels.problemNoAddress,
    'flow-empty': labels.problemFlowEmpty,
    'card-number': labels.problemCardNumber,
    'field-hidden': labels.problemFieldHidden,
    'field-not-createable': labels.problemFieldNotCreateable,
    'field-not-updateable': labels.problemFieldNotUpdateable,
    'field-type': labels.problemFieldType,
    'field-length': labels.problemFieldLength,
    'text-cut': labels.problemTextCut,
    'transcript-cut': labels.problemTranscriptCut,
    'attribute-ambiguous': labels.problemAttributeAmbiguous,
    'attribute-unusable': labels.problemAttributeUnusable,
    dropped: labels.problemDropped,
    'fixed-value': labels.problemFixedValue,
    'kept-open': labels.problemKeptOpen,
    'status-unknown': labels.problemStatusUnknown,
    'status-waits': labels.problemStatusWaits,
    'lead-excludes': labels.problemLeadExcludes,
    'not-related': labels.problemNotRelated,
    'save-failed': labels.problemSaveFailed,
    'logs-expired': labels.problemLogsExpired,
    'log-dropped': labels.problemLogDropped,
    'no-closed-status': labels.problemNoClosedStatus
};

/** By the code, where there is no reason. */
export const BY_CODE = {
    'just-sent': labels.problemJustSent,
    'lone-surrogate': labels.problemBrokenText,
    'too-long': labels.problemTooLong,
    'not-saved': labels.problemNotSaved,
    'not-stored': labels.problemNotStored,
    'kept-twice': labels.problemKeptTwice,
    'storage-unavailable': labels.problemStorage,
    'module-restarted': labels.problemRestarted,
    'call-failed': labels.problemCallFailed,
    'listener-failed': labels.problemListenerFailed
};

/** Problems that components word themselves. */
const WORDED = ['not-configured', 'not-searched', 'not-started'];

/** Options of a session: what is wrong with them, an administrator mends. */
const SETUP =
    /^\/(?:fields|task|taskStatuses|transcripts|transcriptRecord|region|logKeeper|engagement|objectInfo|save|user|storage)(?:\/|$)/;

/** Records of the configuration, and the lists that code may have in their place. */
const CONFIGURATION = /^\/(?:Patchbay_\w+__(?:mdt|c)|statuses|transferTargets)(?:\/|$)/;

const RECORD_ID = '/recordId';

/** The path of a field of a record. */
const FIELD = /^\/[A-Z]\w*$/;

/** Fields that every log has, by API name. */
const KNOWN_FIELDS = { Description: labels.comments, WhoId: labels.name, WhatId: labels.relatedTo };

/** Reasons whose values are numbers. */
const COUNTED = ['logs-expired', 'field-length', 'text-cut', 'transcript-cut'];

/** Labels of fields by API name, as getObjectInfo has them. */
let fieldLabels = {};

/** Takes the labels of an object's fields. */
export function setFieldLabels({ fields }) {
    const named = Object.entries(fields ?? {}).filter(([, field]) => field?.label);
    fieldLabels = { ...fieldLabels, ...Object.fromEntries(named.map(([name, { label }]) => [name, label])) };
}

/** The label of a field by its API name; null where it is not known. */
export function fieldLabel(name) {
    return fieldLabels[name] ?? null;
}

/** The same problem with a sentence for an agent. */
export function worded(problem) {
    return { ...problem, message: sentenceOf(problem) };
}

function sentenceOf(problem) {
    const { path, code, reason, values = [], message } = problem;
    if (WORDED.includes(code)) {
        return message;
    }
    if (CONFIGURATION.test(path)) {
        return fill(labels.problemSetup, path.slice(1));
    }
    if (isOfPlatform(problem)) {
        return fill(labels.problemUnsendable, message);
    }
    const sentence = BY_REASON[reason] ?? BY_CODE[code];
    if (sentence) {
        return fill(sentence, fieldOf(path), ...(COUNTED.includes(reason) ? values.map(Number) : values));
    }
    if (SETUP.test(path)) {
        return fill(labels.problemSetup, path.slice(1));
    }
    if (path === RECORD_ID) {
        return labels.problemUnlisted;
    }
    return FIELD.test(path)
        ? fill(labels.problemNotStored, fieldOf(path))
        : fill(labels.problemOther, `${path.slice(1)} ${code}`.trim());
}

/** An error that the platform threw: its code is the name of its class. */
function isOfPlatform({ code }) {
    return /^[A-Z]/.test(code ?? '');
}

/** The label of the field that a path names; without one, its API name as words. */
function fieldOf(path) {
    const name = path.slice(1);
    return fieldLabels[name] ?? KNOWN_FIELDS[name] ?? asWords(name);
}

function asWords(name) {
    return name
        .replace(/__c$/, '')
        .replaceAll('_', ' ')
        .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
}
