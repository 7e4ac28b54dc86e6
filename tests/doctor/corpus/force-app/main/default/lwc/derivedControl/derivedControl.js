import BaseControl from 'c/baseControl';

export default class DerivedControl extends BaseControl {
    hold() {
        this.updateState('hold');
    }

    transfer() {
        this.updateState('blindTransfer', {
            participantContext: {
                transferTarget: 'Claims Flow', // fault: not-encoded
                transferTargetType: 'address'
            }
        });
    }

    stop() {
        this.updateState('terminate'); // fault: unknown-value
    }
}
