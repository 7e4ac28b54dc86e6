/* The components inside the sandbox, without a console around them: a test puts them on the page and takes them away. */
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import { createMessageContext, traffic } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { publish } from '../../../www/host/modules/lightning/messageService/messageService.js';
import { org } from 'host/org';
import CallControls from 'c/callControls';
import InteractionList from 'c/interactionList';
import InteractionLog from 'c/interactionLog';
import MessageInspector from 'c/messageInspector';
import PatchbayConsole from 'c/patchbayConsole';
import SecureSession from 'c/secureSession';
import StatusControl from 'c/statusControl';
import TransferPanel from 'c/transferPanel';

const COMPONENTS = {
    'c-call-controls': CallControls,
    'c-interaction-list': InteractionList,
    'c-interaction-log': InteractionLog,
    'c-message-inspector': MessageInspector,
    'c-patchbay-console': PatchbayConsole,
    'c-secure-session': SecureSession,
    'c-status-control': StatusControl,
    'c-transfer-panel': TransferPanel
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
