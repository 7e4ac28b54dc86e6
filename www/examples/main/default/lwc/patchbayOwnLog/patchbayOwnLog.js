/** Saves the log in your own object instead of Task, through the UI API. */
import { LightningElement, wire } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { APPLICATION_SCOPE, MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { load } from 'c/patchbay';

const OBJECT = 'Call_Note__c';

// Identifies a log. Make it a unique external ID, so that nothing is stored twice.
const KEY = 'Log_Key__c';

// Field of the log → field of your object.
const FIELDS = {
    CallObject: 'Interaction_Id__c',
    Subject: 'Subject__c',
    CallDisposition: 'Wrap_Up__c',
    CallDurationInSeconds: 'Seconds__c',
    Description: 'Notes__c'
};

async function store({ interaction, segment, callLog: { Id, ...values } }) {
    const known = Object.entries(FIELDS).filter(([from]) => from in values);
    const fields = Object.fromEntries(known.map(([from, to]) => [to, values[from]]));
    // The agent's, and of one life of the conversation: it may come back, or go on with another agent.
    fields[KEY] = [USER_ID, interaction.id, segment].join(' ');
    const stored = await (Id ? updateRecord({ fields: { Id, ...fields } }) : createRecord({ apiName: OBJECT, fields }));
    return stored.id;
}

export default class PatchbayOwnLog extends LightningElement {
    @wire(MessageContext) messageContext;
    logs = [];
    error = null;
    session = null;
    subscription = null;

    async connectedCallback() {
        const hear = (message) => this.session?.receive(message);
        const subscription = subscribe(this.messageContext, CLIENT_EVENT, hear, { scope: APPLICATION_SCOPE });
        this.subscription = subscription;
        try {
            const patchbay = await load();
            // Removed meanwhile, and perhaps put back: then another call of this opens the session.
            if (this.subscription !== subscription) {
                return;
            }
            this.session = patchbay.session({
                // Keeps the stored logs apart from those of c/patchbaySession for the same user.
                user: `${USER_ID}.${OBJECT}`,
                save: store,
                logObject: OBJECT,
                onChange: () => this.show()
            });
            this.show();
        } catch (error) {
            this.error = error.message;
        }
    }

    disconnectedCallback() {
        unsubscribe(this.subscription);
        this.subscription = null;
        this.session?.close();
        this.session = null;
    }

    show() {
        this.logs = (this.session?.logs ?? []).map(({ id, subject, saveState, problems }) => {
            return { id, subject, saveState, why: problems.map(({ message }) => message).join(' ') };
        });
    }
}
