/** The one org of this console. Its settings and its list of requests survive a reload. */
import { keep, recall } from 'host/tabMemory';
import { configurationFromQuery } from '../../../data/configuration.js';
import { SEED, USER } from '../../../data/records.js';
import { callable } from '../../../records/apex/methods.js';
import { faultsFromQuery } from '../../../records/faults.js';
import { Org } from '../../../records/org.js';
import { uiApi } from '../../../records/uiApi.js';

const MEMORY = 'patchbay.console.org';

export const org = restored();
export const api = uiApi(org);
export const apexMethod = (name) => callable(name, org);

const query = new URLSearchParams(location.search);
org.faults.set(faultsFromQuery(location.search));
org.configuration.replace(configurationFromQuery(org.configuration.toJSON(), location.search));
if (query.has('apiVersion')) org.apiVersion.set(query.get('apiVersion'));
org.watch(() => keep(MEMORY, JSON.stringify(org)));

function restored() {
    const settings = { name: 'patchbay-console', seed: SEED, user: USER };
    try {
        return new Org({ ...settings, memory: JSON.parse(recall(MEMORY)) ?? undefined });
    } catch {
        return new Org(settings); // stored by another version of this console
    }
}
