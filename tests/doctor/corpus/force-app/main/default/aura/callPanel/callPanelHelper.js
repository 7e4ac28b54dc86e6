({
    send: function (component, action) {
        component.find('clientEvent').publish({
            type: 'PureCloud.Interaction.updateState',
            data: { action: action, id: component.get('v.interactionId') }
        });
    },

    transfer: function (component, target, type) {
        var data = { action: 'blindTransfer', id: component.get('v.interactionId') };
        data.participantContext = { transferTarget: target, transferTargetType: type };
        this.publish(component, data);
    },

    publish: function (component, data) {
        component.find('clientEvent').publish({ type: 'PureCloud.Interaction.updateState', data: data });
    }
})
