/** What could not be stored of a log, and why, by the place where it is shown. */
import { lossesOf } from 'c/patchbayShared';
import labels from './labels';

/** Fields that have a place of their own. */
const PLACES = { '/WhoId': 'name', '/WhatId': 'relatedTo' };

const MAPPING = /^\/fields\/(.*\/)?/;

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
 * Attributes that are stored nowhere because their mapping is wrong; each says which attribute it is. A field that cannot be
 * seen is told by the log of every interaction that has the attribute.
 */
export function unmapped(problems, log) {
    const own = problems.filter((problem) => isOfMapping(problem) && !(log && problem.code === 'not-stored'));
    return own.map(({ path, message }) => ({ path, message: `${named(path)}: ${message}` }));
}

export function isOfMapping({ path }) {
    return MAPPING.test(path);
}

/** The attribute that a JSON Pointer into the mapping ends in. */
function named(path) {
    return path.replace(MAPPING, '').replaceAll('~1', '/').replaceAll('~0', '~');
}
