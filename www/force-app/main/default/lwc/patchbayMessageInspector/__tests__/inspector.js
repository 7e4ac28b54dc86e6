/** What the tests of the message inspector share: a few messages, the open inspector, messages that arrive in it. */
import { subscribe } from 'lightning/messageService';
import PatchbayMessageInspector from 'c/patchbayMessageInspector';
import { ready, rendered } from '../../patchbaySession/__tests__/harness';

export const STATUS = { type: 'PureCloud.User.updateStatus', data: { id: '1234' } };
export const HOLD = { type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: '1234' } };
export const BROKEN = { type: 'PureCloud.Interaction.updateState', data: { action: 'blindTransfer' } };
export const EVENT = { type: 'Interaction', category: 'connect', data: { id: '1234', state: 'CONNECTED' } };

export const SUBSCRIPTION = { subscription: true };
export const VALUES = '[data-action="values"]';
export const PAUSE = '[data-action="pause"]';

beforeEach(() => {
    subscribe.mockReturnValue(SUBSCRIPTION);
});

export const open = () => ready('c-patchbay-message-inspector', PatchbayMessageInspector);

export async function arrive(...messages) {
    const listener = subscribe.mock.lastCall[2];
    messages.forEach((message) => listener(message));
    await rendered();
}
