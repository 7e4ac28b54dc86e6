({
    pickup: function (component, event, helper) {
        helper.hasAction(component, 'pickup');
    },

    hangup: function (component, event, helper) {
        helper.hasAction(component, 'hangUp'); // fault: unknown-value
    },

    setBreak: function (component, event, helper) {
        helper.statusUpdate(component, event.getSource().get('v.value'));
    }
})
