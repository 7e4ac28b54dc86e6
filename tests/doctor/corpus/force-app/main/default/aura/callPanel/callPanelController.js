({
    handleMessage: function (component, message, helper) {
        var action = component.get('c.saveCall'); // fault: save-on-every-message
        action.setParams({ data: JSON.stringify(message.getParams()) });
        $A.enqueueAction(action);
    },

    hold: function (component, event, helper) {
        helper.send(component, 'hold');
    },

    resume: function (component, event, helper) {
        helper.send(component, 'retrieve'); // fault: unknown-value
    },

    toQueue: function (component, event, helper) {
        helper.transfer(component, component.get('v.queueId'), 'queueId');
    },

    toFlow: function (component, event, helper) {
        helper.transfer(component, 'sip:Auditor Secure Flow', 'address'); // fault: not-encoded
    },

    toDesk: function (component, event, helper) {
        helper.transfer(component, encodeURIComponent('+1 317 555 0123'), 'adress'); // fault: unknown-value
    },

    other: function (component) {
        component.find('otherChannel').publish({ type: 'retrieve' });
    }
})
