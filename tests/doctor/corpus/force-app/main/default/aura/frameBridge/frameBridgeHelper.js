({
    statusUpdate: function (component, status) {
        var source = component.get('v.source');
        if (source) {
            source.postMessage({ type: 'PureCloud.User.updateStatus', data: { id: status } }, component.get('v.origin'));
        }
    },

    stateUpdate: function (component, action) {
        component.get('v.source').postMessage(
            {
                type: 'PureCloud.Interaction.updatestate', // fault: letter-case
                data: { action: action, id: component.get('v.interactionId') }
            },
            component.get('v.origin')
        );
    },

    addAttributes: function (component) {
        var attributes = {};
        try {
            attributes = JSON.parse(component.get('v.attributes'));
        } catch (e) {
            console.log('Error: ' + e.message);
        }
        component.get('v.source').postMessage({
            type: 'PureCloud.Interaction.addCustomAttributes',
            data: { attributes: attributes, id: component.get('v.interactionId') }
        });
    },

    hasAction: function (component, action) {
        this.stateUpdate(component, action);
    }
})
