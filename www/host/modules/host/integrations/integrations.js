/** Shows and stores the integration settings of this console. */
import { LightningElement } from 'lwc';
import { SettingsStore } from './settingsStore.js';

const DATABASE = 'patchbay-console-settings';

export default class Integrations extends LightningElement {
    settings = null;
    failure = null;
    #store;

    connectedCallback() {
        this.#store = SettingsStore.open(DATABASE);
        this.read().catch(({ message }) => {
            this.settings = [];
            this.failure = `This browser keeps no settings: ${message}. Nothing can be stored here.`;
        });
    }

    disconnectedCallback() {
        this.#store.then(
            (store) => store.close(),
            () => {} // it was never open
        );
    }

    async read() {
        this.settings = await (await this.#store).read();
    }

    async handleSave(event) {
        event.preventDefault();
        this.failure = null;
        try {
            // A plain copy, outside the sandbox.
            const settings = JSON.parse(JSON.stringify(event.detail.settings));
            await (await this.#store).write(settings);
            await this.read();
        } catch ({ message }) {
            this.failure = `The settings could not be stored: ${message}. Type the secrets again before you save again.`;
        }
    }
}
