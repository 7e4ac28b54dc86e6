/** What could not be stored of a log, and why, by the place where it is shown. */
import { lossesOf } from 'c/patchbayShared';
import labels from './labels';

/** Fields that have a place of their own. */
const PLACES = { '/WhoId': 'name', '/WhatId': 'relatedTo' };

/** In code, by the attribute; or a record or an entry of a list, whose problem says where it stands. */
const MAPPING = /^\/fields\/(.*\/)?/;
const NAMED = /^\/(Patchbay_Field_Mapping__mdt|fields\/\d+)\//;

/** {name, relatedTo, elsewhere}: problems. */
export function placedLosses(log) {
    const losses = { name: [], relatedTo: [], elsewhere: [] };
    for (const problem of lossesOf(log)) {
        losses[PLACES[problem.path] ?? 'elsewhere'].push(problem);
    }
    if (log.relatedToExcluded && !losses.relatedTo.length) {
        losses.relatedTo.push({ path: '/WhatId', message: labels.leadExcludes });
    }
    return losses;
}

/**
 * Attributes that are stored nowhere because their mapping is wrong. A field that cannot be seen is told by the log of every
 * interaction that has the attribute.
 */
export function unmapped(problems, log) {
    return problems.filter((problem) => isOfMapping(problem) && !(log && problem.code === 'not-stored'));
}

export function isOfMapping({ path }) {
    return MAPPING.test(path) || NAMED.test(path);
}
