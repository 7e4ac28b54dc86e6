// Stand-in for force/navigation, which lightning/navigation re-exports and no package ships: opens console workspace tabs.
import { workspace } from 'host/workspace';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

export const NavigationMixin = (Base) =>
    class extends Base {
        [Navigate](pageReference) {
            workspace.navigate(pageReference);
        }

        [GenerateUrl]({ attributes }) {
            return Promise.resolve(attributes?.recordId ? `#${attributes.recordId}` : '#');
        }
    };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** The page reference of the component's workspace tab; for utility items, which have none, that of the active tab. */
export class CurrentPageReference {
    static contextSchema = { area: 'optional' };
    #dataCallback;
    #area = null;
    #stop = () => {};

    constructor(dataCallback) {
        this.#dataCallback = dataCallback;
    }

    connect() {
        this.#stop = workspace.watch(this.#tell);
        this.#tell();
    }

    update(_config, provided) {
        this.#area = provided?.area ?? null;
        this.#tell();
    }

    disconnect() {
        this.#stop();
    }

    #tell = () => {
        const id = this.#area?.tabId ?? workspace.frontId;
        this.#dataCallback(workspace.tabs.find((tab) => tab.id === id)?.pageReference);
    };
}
