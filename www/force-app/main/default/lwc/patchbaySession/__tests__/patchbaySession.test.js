import { inspect } from 'node:util';
import {
    createMessageContext,
    publish,
    releaseMessageContext,
    subscribe as subscribeToChannel,
    unsubscribe
} from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import PatchbayCallControls from 'c/patchbayCallControls';
import PatchbayInteractionList from 'c/patchbayInteractionList';
import { select, send, subscribe, tryBuild } from 'c/patchbaySession';
import { worded } from 'c/patchbayShared';
import {
    call,
    mount,
    published,
    receive,
    rendered,
    selection,
    SESSION_CONTEXT,
    sessionListener,
    settled
} from '../../patchbaySession/__tests__/harness';

const open = () => subscribeToChannel.mock.calls.length - releaseMessageContext.mock.calls.length;

/** How often components come and go: every night far more often than for a commit. */
const ROUNDS = globalThis.process.env.PATCHBAY_ALL === '1' ? 1000 : 60;

const stops = [];
function follow() {
    const told = [];
    const stop = subscribe((state) => told.push(state));
    stops.push(stop);
    return { told, stop, session: () => told.at(-1)?.session };
}

afterEach(async () => {
    stops.splice(0).forEach((stop) => stop());
    await rendered();
    jest.restoreAllMocks();
    expect(open()).toBe(0);
});

describe('c-patchbay-session', () => {
    it('hears the whole app in a context of its own, and gives the context back', async () => {
        const { stop } = follow();
        // Without a scope: a plain module is always in the active area.
        expect(subscribeToChannel.mock.calls).toEqual([[SESSION_CONTEXT, CLIENT_EVENT, expect.any(Function)]]);
        await settled();
        stop();
        expect(releaseMessageContext.mock.calls).toEqual([[SESSION_CONTEXT]]);
        expect(unsubscribe).not.toHaveBeenCalled();
    });

    it('is one session for everybody who watches', async () => {
        const first = follow();
        const second = follow();
        await settled();
        const late = follow();
        expect(late.told).toHaveLength(1);
        expect(new Set([first, second, late].map(({ session }) => session())).size).toBe(1);
        expect(open()).toBe(1);
        second.stop();
        second.stop();
        expect(open()).toBe(1);
    });

    it('tells of every change, and of nothing else', async () => {
        const { told, session } = follow();
        await settled();
        expect(told).toHaveLength(1);
        await receive(call('1', 'ALERTING'), call('1', 'ALERTING'), null, 'noise');
        const count = told.length;
        expect(session().interactions.map(({ phase }) => phase)).toEqual(['alerting']);
        await receive(call('1', 'ALERTING'));
        expect(told).toHaveLength(count);
        await receive(call('1', 'CONNECTED'));
        expect(told).toHaveLength(count + 1);
        expect(new Set(told).size).toBe(told.length);
    });

    it('loses nothing that arrives while Patchbay loads', async () => {
        const { session } = follow();
        await receive(call('1', 'ALERTING'), call('1', 'CONNECTED'));
        await settled();
        expect(session().interaction('1').phase).toBe('connected');
    });

    it('is closed with the last one, and what it knew is there for the next', async () => {
        const first = follow();
        await settled();
        await receive(call('1', 'CONNECTED'));
        const old = first.session();
        const listener = sessionListener();
        first.stop();
        listener(call('2', 'CONNECTED'));
        await rendered();
        expect(old.interactions).toEqual([]);
        const second = follow();
        await settled();
        expect(second.session()).not.toBe(old);
        expect(second.session().interactions.map(({ id }) => id)).toEqual(['1']);
    });

    it('opens nothing for those who have gone before Patchbay was loaded', async () => {
        const { told, stop } = follow();
        stop();
        await settled();
        expect(told).toEqual([]);
    });

    it('tells nobody who was made to go by somebody told before', async () => {
        const told = [];
        let stopSecond = () => {};
        stops.push(subscribe(() => stopSecond()));
        stopSecond = subscribe((state) => told.push(state));
        await settled();
        expect(told).toEqual([]);
    });

    it('tells all others when one that is told throws, and reports it without what was thrown', async () => {
        const report = jest.spyOn(Promise, 'reject').mockImplementation(() => {});
        const broken = new Error('Nadia Lindgren, +61491570156');
        stops.push(
            subscribe(() => {
                throw broken;
            })
        );
        const { told, session } = follow();
        await settled();
        await receive(call('1', 'CONNECTED'));
        expect(session().interactions).toHaveLength(1);
        expect(told.length).toBeGreaterThan(1);
        // The client's own listener has not failed either.
        expect(() => sessionListener()(call('1', 'HELD'))).not.toThrow();
        const late = follow();
        expect(late.told).toHaveLength(1);
        const errors = report.mock.calls.flat();
        expect(errors.length).toBeGreaterThan(1);
        for (const error of errors) {
            expect(error.message).toMatch('has thrown');
            expect(error.stack).toMatch('patchbaySession.test.js');
            expect(inspect(error)).not.toMatch('Nadia');
        }
    });

    it('says once that one has thrown, to all that are there and to all that come', async () => {
        jest.spyOn(Promise, 'reject').mockImplementation(() => {});
        const { told } = follow();
        await settled();
        const failed = told.length;
        stops.push(
            subscribe(() => {
                throw new Error('Nadia Lindgren');
            })
        );
        const problem = {
            severity: 'error',
            path: '',
            code: 'listener-failed',
            message: 'A part of this page has missed a change. Reload the page.'
        };
        expect(told).toHaveLength(failed + 1);
        expect(told.at(-1).problems).toEqual([problem]);
        await receive(call('1', 'CONNECTED'));
        expect(told).toHaveLength(failed + 2);
        expect(told.at(-1).problems).toEqual([problem]);
        expect(follow().told.map(({ problems }) => problems)).toEqual([[problem]]);
    });

    it('sends what is built, and says what was refused', async () => {
        const hold = (session) => session.updateState('hold', '1');
        expect(send(hold).problems).toMatchObject([{ message: 'Patchbay is starting…' }]);
        follow();
        await settled();
        await receive(call('1', 'CONNECTED'));
        const { message, problems, sent } = send(hold);
        expect(problems).toEqual([]);
        expect(sent).toMatchObject({ interactionId: '1', action: 'hold', state: 'waiting' });
        expect(published()).toEqual([JSON.stringify(message)]);
        const refused = send((session) => session.updateState('pickup', '1'));
        expect(refused.message).toBeNull();
        expect(refused.problems).toMatchObject([{ path: '/data/action' }]);
        // In the agent's words, not in those of Rust.
        expect(refused.problems).toEqual(refused.problems.map(worded));
        expect(tryBuild(hold).problems).toMatchObject([{ code: 'just-sent' }]);
        const mute = (session) => session.updateState('mute', '1');
        expect(tryBuild(mute).result.data).toEqual({ action: 'mute', id: '1' });
        publish.mockImplementationOnce(() => {
            throw new Error('The channel is gone.');
        });
        const said = 'That could not be sent. Tell your administrator: The channel is gone.';
        expect(send(mute).problems).toMatchObject([{ message: said }]);
        expect(publish).toHaveBeenCalledTimes(2);
    });

    it('takes an agent’s selection until the client selects, or it is done', async () => {
        const { session } = follow();
        await settled();
        await receive(call('1', 'CONNECTED'), call('2', 'CONNECTED'), selection('2'));
        expect(session().selected).toBe('2');
        select('1');
        expect(session().selected).toBe('1');
        await receive(call('3', 'ALERTING'));
        expect(session().selected).toBe('1');
        await receive(selection('2'));
        expect(session().selected).toBe('2');
        select('3');
        await receive(call('3', 'DISCONNECTED', { isDone: true }));
        expect(session().selected).toBe('2');
    });

    it('selects nothing where there is no session', () => {
        expect(() => select('1')).not.toThrow();
    });

    it('leaves one subscription after many components, and none after the last', async () => {
        const stays = mount('c-patchbay-call-controls', PatchbayCallControls);
        for (let round = 0; round < ROUNDS; round += 1) {
            const [name, constructor] =
                round % 2
                    ? ['c-patchbay-call-controls', PatchbayCallControls]
                    : ['c-patchbay-interaction-list', PatchbayInteractionList];
            mount(name, constructor).remove();
        }
        await settled();
        expect(subscribeToChannel).toHaveBeenCalledTimes(1);
        expect(open()).toBe(1);
        stays.remove();
        expect(open()).toBe(0);
        expect(createMessageContext).toHaveBeenCalledTimes(1);
    });

    it('leaves nothing behind when one component comes and goes many times', async () => {
        for (let round = 0; round < ROUNDS; round += 1) {
            mount('c-patchbay-call-controls', PatchbayCallControls).remove();
            expect(open()).toBe(0);
        }
        await settled();
        expect(open()).toBe(0);
    });
});
