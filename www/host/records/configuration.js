// The configuration of this org in Setup: one custom setting, and records of custom metadata types. It is refused as Setup refuses it.
import { CONFIGURATION } from '../data/configuration.js';
import { DataError } from './errors.js';

export const SETTINGS = 'Patchbay_Settings__c';

/** "The name must begin with a letter, and only contain alphanumeric characters and underscores", as Setup says. */
const NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;
const MAX_NAME = 40;

export class Configuration {
    #all;
    #watchers = new Set();

    /** `memory` is the JSON of an earlier instance, which this one continues. */
    constructor(memory = CONFIGURATION) {
        this.#all = memory;
    }

    get settings() {
        return this.#all[SETTINGS];
    }

    /** The records of a type, by their labels. */
    records(type) {
        return this.#all[type].toSorted((one, other) => (one.MasterLabel < other.MasterLabel ? -1 : 1));
    }

    /** Replaces the settings; what is empty is left out. */
    saveSettings(values) {
        this.replace({ ...this.#all, [SETTINGS]: filled(values) });
    }

    /** Stores a record in the place of the one called `former`, or as a new one. Throws DataError if Setup would refuse it. */
    save(type, values, former = null) {
        const record = filled(values);
        const { DeveloperName: name = '', MasterLabel: label } = record;
        if (!label) throw DataError.of('REQUIRED_FIELD_MISSING', 'Label: You must enter a value');
        if (!NAME.test(name) || name.length > MAX_NAME) {
            const rule =
                'it must begin with a letter, and have letters, digits and single underscores, 40 characters at most';
            throw DataError.of('INVALID_INPUT', `The name ${name} is not valid: ${rule}`);
        }
        const others = this.#all[type].filter(({ DeveloperName }) => DeveloperName !== former);
        if (others.some(({ DeveloperName }) => DeveloperName.toLowerCase() === name.toLowerCase())) {
            throw DataError.of('DUPLICATE_DEVELOPER_NAME', `The name ${name} is in use already`);
        }
        this.replace({ ...this.#all, [type]: [...others, record] });
    }

    delete(type, name) {
        const others = this.#all[type].filter(({ DeveloperName }) => DeveloperName !== name);
        this.replace({ ...this.#all, [type]: others });
    }

    replace(all) {
        this.#all = all;
        for (const watcher of this.#watchers) watcher();
    }

    reset() {
        this.replace(CONFIGURATION);
    }

    /** Calls `watcher` after every change; gives a function that stops it. */
    watch(watcher) {
        this.#watchers.add(watcher);
        return () => this.#watchers.delete(watcher);
    }

    toJSON() {
        return this.#all;
    }
}

const isEmpty = (value) => value === null || value === undefined || value === '';
const filled = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
