/* The components inside the sandbox, without a console around them: a test puts them on the page and takes them away. */
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import { createMessageContext, traffic } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { publish } from '../../../www/host/modules/lightning/messageService/messageService.js';
import { org } from 'host/org';
import PatchbayCallControls from 'c/patchbayCallControls';
import PatchbayInteractionList from 'c/patchbayInteractionList';
import PatchbayInteractionLog from 'c/patchbayInteractionLog';
import PatchbayMessageInspector from 'c/patchbayMessageInspector';
import PatchbayConsole from 'c/patchbayConsole';
import PatchbaySecureSession from 'c/patchbaySecureSession';
import PatchbayStatusControl from 'c/patchbayStatusControl';
import PatchbayTransferPanel from 'c/patchbayTransferPanel';

const COMPONENTS = {
    'c-patchbay-call-controls': PatchbayCallControls,
    'c-patchbay-interaction-list': PatchbayInteractionList,
    'c-patchbay-interaction-log': PatchbayInteractionLog,
    'c-patchbay-message-inspector': PatchbayMessageInspector,
    'c-patchbay-console': PatchbayConsole,
    'c-patchbay-secure-session': PatchbaySecureSession,
    'c-patchbay-status-control': PatchbayStatusControl,
    'c-patchbay-transfer-panel': PatchbayTransferPanel
};

const context = createMessageContext();

window.stage = {
    traffic,
    /** What was asked of the org, oldest first. */
    get requests() {
        return org.requests.entries.map(({ kind }) => kind);
    },
    mount(...names) {
        document.body.append(...names.map((name) => createElement(name, { is: COMPONENTS[name] })));
    },
    unmount() {
        document.body.replaceChildren();
    },
    /** Takes all away and puts them back, the same elements. */
    move() {
        const all = [...document.body.children];
        document.body.replaceChildren();
        document.body.append(...all);
    },
    /** As the client does it, which is not counted. */
    say: (message) => publish(context, CLIENT_EVENT, message)
};
