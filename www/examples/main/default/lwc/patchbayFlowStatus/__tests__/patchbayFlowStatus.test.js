import { publish, releaseMessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import PatchbayFlowStatus from 'c/patchbayFlowStatus';
import { mount, SESSION_CONTEXT } from 'patchbay-harness';

const MEAL = '3fd96123-badb-4f69-bc03-1b1ccc6d8014';

describe('c-patchbay-flow-status', () => {
    it('publishes the status and lets go of the channel', async () => {
        await mount('c-patchbay-flow-status', PatchbayFlowStatus, { statusId: MEAL }).invoke();
        const message = { type: 'PureCloud.User.updateStatus', data: { id: MEAL } };
        expect(publish.mock.calls).toEqual([[SESSION_CONTEXT, CLIENT_EVENT, message]]);
        expect(releaseMessageContext).toHaveBeenCalledWith(SESSION_CONTEXT);
    });

    it('says to the flow what was wrong', async () => {
        await expect(mount('c-patchbay-flow-status', PatchbayFlowStatus).invoke()).rejects.toThrow('id is missing');
        expect(publish).not.toHaveBeenCalled();
    });
});
