/* global expect */
import { fixtures, openTesting } from 'patchbay/testing';

const CALL = fixtures.inboundCall.events.find(({ message }) => message.category === 'add').message.data.id;

describe('a session in Jest', () => {
    let testing;
    beforeEach(async () => {
        testing = await openTesting();
    });
    afterEach(() => testing.close());

    test('plays a captured call and tells what was saved', async () => {
        await testing.play(fixtures.inboundCall);
        await testing.passTime(2000);
        expect(testing.saves.at(-1).eventName).toBe('interactionACWCompleted');
        expect(testing.session.log(CALL).saveState).toBe('saved');
    });

    test('takes one message at once', () => {
        const { message } = fixtures.inboundCall.events.find((event) => event.message.category === 'add');
        expect(testing.receive(message).interactions).toEqual([CALL]);
        expect(testing.session.can(CALL)).toContain('pickup');
    });
});
