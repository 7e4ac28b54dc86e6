/* The Embeddable Framework's way: messages by postMessage to the frame. */
(function () {
    var frame = document.getElementById('softphone');

    function post(message) {
        frame.contentWindow.postMessage(JSON.stringify(message), '*');
    }

    window.holdCall = function (id) {
        post({ type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: id } });
    };

    window.toAudit = function (id) {
        post({
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'blindTransfer',
                id: id,
                participantContext: {
                    transferTarget: 'sip:' + 'Auditor Flow', // fault: not-encoded
                    transferTargetType: 'address'
                }
            }
        });
    };

    window.endCall = function (id) {
        post({ type: 'PureCloud.Interaction.updateState', data: { action: 'endCall', id: id } }); // fault: unknown-value
    };
})();
