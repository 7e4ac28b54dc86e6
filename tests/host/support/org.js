import 'fake-indexeddb/auto';
import { SEED, USER } from '../../../www/host/data/records.js';
import { Org } from '../../../www/host/records/org.js';

let made = 0;

/** An org with a store of its own, or one that opens the store called `name` again. */
export async function openOrg({ name = `org-${(made += 1)}`, ...more } = {}) {
    const org = new Org({ name, seed: SEED, user: USER, ...more });
    await org.ready;
    return Object.assign(org, { storeName: name });
}

/** What a promise rejects with; fails when it does not. */
export async function rejection(promise) {
    const answer = await promise.then(
        (value) => ({ value }),
        (reason) => ({ reason })
    );
    if ('value' in answer) throw new Error(`resolved to ${JSON.stringify(answer.value)}`);
    return answer.reason;
}

export const IDS = Object.freeze({
    contact: '0035g00000LqT4rAAF',
    otherContact: '0035g00000LqT5aAAF',
    lead: '00Q5g00000HbP7wEAF',
    account: '0015g00000XrK3mAAF',
    person: '0015g00000XrN5qAAF',
    personAsContact: '0035g00000LqW2sAAF',
    opportunity: '0065g00000CtD1fAAF',
    campaign: '7015g00000KpS4tAAF',
    case: '5005g00000RvW2qAAF',
    claim: 'a0K5g00000BmC3tEAF',
    /** Well formed, and nobody's. */
    nobody: '0035g00000ZzZ9zAAF'
});
