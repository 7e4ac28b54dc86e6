/** One workspace tab's content. Tells the message service and navigation which tab it is and whether it is active. */
import { LightningElement, api, createContextProvider } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import { CurrentPageReference } from 'force/navigation';

// The platform's part of these adapters: telling components where they are.
// eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages
const provideTo = [createContextProvider(MessageContext), createContextProvider(CurrentPageReference)];

export default class WorkspaceArea extends LightningElement {
    @api tabId;
    @api label;
    @api active = false;

    constructor() {
        super();
        const element = this;
        const area = {
            get active() {
                return element.active;
            },
            get tabId() {
                return element.tabId;
            }
        };
        for (const provide of provideTo) {
            provide(this.template.host, { consumerConnectedCallback: (consumer) => consumer.provide({ area }) });
        }
    }

    get computedClass() {
        return this.active ? 'area' : 'area slds-hide';
    }
}
