/** One context for as long as the page lives, which nobody releases. */
import { createMessageContext, publish, subscribe, APPLICATION_SCOPE } from 'lightning/messageService';
import channel from '@salesforce/messageChannel/purecloud__ClientEvent__c';

const context = createMessageContext(); // fault: context-not-released
const state = { current: null, listeners: [] };

subscribe(
    context,
    channel,
    (message) => {
        if (message.type === 'Interaction' && message.data.id) {
            state.current = message.data.id;
        }
        state.listeners.forEach((listener) => listener(message));
    },
    { scope: APPLICATION_SCOPE }
);

function post(payload) {
    return publish(context, channel, payload);
}

export default {
    addListener(listener) {
        state.listeners.push(listener);
    },
    transfer(target) {
        return post({
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'blindTransfer',
                id: state.current,
                participantContext: { transferTarget: target, transferTargetType: 'address' }
            }
        });
    },
    consult(phoneNumber) {
        return post({
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'consultTransfer',
                id: state.current,
                participantContext: {
                    transferTarget: encodeURIComponent(phoneNumber),
                    transferTargetType: 'address'
                }
            }
        });
    }
};
