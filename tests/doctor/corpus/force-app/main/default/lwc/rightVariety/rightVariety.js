import { LightningElement, api, track, wire } from 'lwc';
import { publish, subscribe, MessageContext, APPLICATION_SCOPE } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import SURVEY_FLOW from '@salesforce/label/c.SurveyFlow';
import saveNote from '@salesforce/apex/Notes.saveNote';
import * as actions from './actions';

const KINDS = { agent: 'userId', queue: 'queueId', phone: 'address' };
const TENANT = '0b7e5d1c-3f2a-4e8d-9c6b-5a4f3e2d1c0b';
let subscribed = false;

/** What may look wrong and is not. */
export default class RightVariety extends LightningElement {
    @api interactionId;
    @api targetType = 'userId';
    @track target = '';
    pending = [];
    muted;
    state = { current: null };
    @wire(MessageContext) context;

    renderedCallback() {
        if (!subscribed) {
            subscribed = true;
            subscribe(this.context, CLIENT_EVENT, (message) => this.onMessage(message), { scope: APPLICATION_SCOPE });
        }
        this.subscription = this.subscription || subscribe(this.context, CLIENT_EVENT, (message) => this.onMessage(message));
    }

    onMessage({ type, category, data }) {
        if (type === 'Interaction' && category === 'change' && data.old.state !== data.new.state) {
            saveNote({ text: data.new.state });
        }
        if (type === 'Interaction' && ['disconnect', 'acw'].includes(category)) {
            saveNote({ text: category });
        }
        if (category === 'change') {
            this.muted = data.new.isMuted;
            this.pending.push(data.new);
        }
    }

    publishAll(messages) {
        messages.forEach((message) => publish(this.context, CLIENT_EVENT, message));
    }

    handleTarget(event) {
        this.target = event.detail.value;
    }

    /** An ID needs no encoding, and encoding does it no harm. */
    toAgent() {
        this.transfer({ transferTarget: encodeURIComponent(this.target), transferTargetType: this.targetType });
    }

    toKind(kind, id) {
        this.transfer({ transferTarget: encodeURIComponent(id), transferTargetType: KINDS[kind] });
    }

    toSurvey() {
        this.transfer(actions.flowTarget(SURVEY_FLOW));
    }

    toDigits() {
        this.transfer({ transferTarget: '3175550123', transferTargetType: 'address' });
    }

    toOctet() {
        this.transfer({ transferTarget: `%2B1${this.target.replace(/\D/g, '')}`, transferTargetType: 'address' });
    }

    toBuilt(isFlow, name) {
        const context = {};
        context.transferTarget = isFlow ? `sip:${encodeURIComponent(name)}` : encodeURIComponent(name);
        context.transferTargetType = 'address';
        this.transfer(context);
    }

    /** What another package made may have its prefix, and be encoded. */
    toMade() {
        const flowTarget = window.acme.flowTarget(TENANT);
        this.transfer({ transferTarget: flowTarget, transferTargetType: 'address' });
        this.transfer({ transferTarget: this.flow, transferTargetType: 'address' });
    }

    secure() {
        const secureSessionContext = { flowId: this.secureFlow, userData: '' };
        publish(this.context, CLIENT_EVENT, actions.updateState({ action: 'secureSession', id: this.id, secureSessionContext }));
    }

    toNothing(target) {
        if (!target) {
            return;
        }
        const participantContext = target ? { transferTarget: target.id, transferTargetType: 'queueId' } : null;
        this.transfer(participantContext);
    }

    transfer(participantContext, action = 'blindTransfer') {
        const data = { action, id: this.interactionId };
        if (participantContext) {
            data.participantContext = participantContext;
        }
        this.publishAll([actions.updateState(data)]);
        publish(this.context, CLIENT_EVENT, actions.updateState(data));
    }

    act({ currentTarget: { dataset } }) {
        const action = dataset.action;
        publish(this.context, CLIENT_EVENT, actions.updateState({ action, id: this.state.current ?? this.interactionId }));
    }

    async pick() {
        const { id } = await this.next();
        publish(this.context, CLIENT_EVENT, actions.updateState({ action: 'pickup', id }));
    }

    async next() {
        return this.pending.length ? this.pending[0] : null;
    }

    attributes(entries) {
        const attributes = {};
        for (const [name, value] of entries) {
            attributes[name] = value;
        }
        publish(this.context, CLIENT_EVENT, { type: actions.TYPES.attributes, data: { id: this.interactionId, attributes } });
        const more = Object.fromEntries(entries);
        publish(this.context, CLIENT_EVENT, { type: actions.TYPES['attributes'], data: { id: this.interactionId, attributes: more } });
    }

    status(isBreak) {
        const message = { type: 'PureCloud.User.updateStatus', data: { id: isBreak ? 'Break' : 'Available' } };
        publish(this.context, CLIENT_EVENT, { ...message });
    }
}
