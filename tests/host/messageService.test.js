import { expect } from 'chai';
import {
    APPLICATION_SCOPE,
    MessageContext,
    createMessageContext,
    publish,
    releaseMessageContext,
    subscribe,
    unsubscribe
} from '../../www/host/modules/lightning/messageService/messageService.js';

let channels = 0;
const newChannel = () => ({ channelName: `channel${(channels += 1)}__c` });

// What the engine does for @wire(MessageContext): the context that the component gets, and its disconnection.
function wire(area) {
    let context;
    const adapter = new MessageContext((value) => (context = value));
    adapter.connect();
    adapter.update({}, area ? { area } : {});
    return { context, adapter };
}

function listen(context, channel, options) {
    const heard = [];
    const subscription = subscribe(context, channel, (message) => heard.push(message), options);
    return { heard, subscription };
}

describe('lightning/messageService', () => {
    const publisher = createMessageContext();

    describe('messages', () => {
        it('reach every subscriber of the channel, the publisher too, and no other channel', () => {
            const channel = newChannel();
            const here = listen(publisher, channel);
            const there = listen(wire().context, channel);
            const elsewhere = listen(wire().context, newChannel());
            publish(publisher, channel, { a: 1 });
            expect([here.heard, there.heard, elsewhere.heard]).to.deep.equal([[{ a: 1 }], [{ a: 1 }], []]);
        });

        it('are copies: one for each listener, none the publisher’s own', () => {
            const channel = newChannel();
            const one = listen(publisher, channel);
            const two = listen(publisher, channel);
            const message = { nested: { value: 1 } };
            publish(publisher, channel, message);
            one.heard[0].nested.value = 2;
            message.nested.value = 3;
            expect(two.heard).to.deep.equal([{ nested: { value: 1 } }]);
        });

        it('are JSON: what JSON drops or converts is dropped or converted', () => {
            const channel = newChannel();
            const { heard } = listen(publisher, channel);
            publish(publisher, channel, { none: undefined, date: new Date(0), text: 'å', list: [undefined] });
            expect(heard).to.deep.equal([{ date: '1970-01-01T00:00:00.000Z', text: 'å', list: [null] }]);
        });

        const cycle = {};
        cycle.self = cycle;
        for (const [what, message] of [
            ['a function', { call: () => {} }],
            ['a nested function', { list: [{ call() {} }] }],
            ['a symbol', { symbol: Symbol('x') }],
            ['a cycle', cycle],
            ['a BigInt', { big: 1n }],
            ['nothing', undefined],
            ['nothing but a function', () => {}]
        ]) {
            it(`cannot be ${what}`, () => {
                const channel = newChannel();
                const { heard } = listen(publisher, channel);
                expect(() => publish(publisher, channel, message)).to.throw(TypeError);
                expect(heard).to.deep.equal([]);
            });
        }

        it('arrive in the order they were published in, also when a listener publishes', () => {
            const channel = newChannel();
            subscribe(publisher, channel, ({ n }) => n === 1 && publish(publisher, channel, { n: 2 }));
            const { heard } = listen(publisher, channel);
            publish(publisher, channel, { n: 1 });
            expect(heard).to.deep.equal([{ n: 1 }, { n: 2 }]);
        });
    });

    describe('scope', () => {
        it('is the active area by default', () => {
            const channel = newChannel();
            const area = { active: false };
            const { heard } = listen(wire(area).context, channel);
            publish(publisher, channel, { n: 1 });
            area.active = true;
            publish(publisher, channel, { n: 2 });
            area.active = false;
            publish(publisher, channel, { n: 3 });
            expect(heard).to.deep.equal([{ n: 2 }]);
        });

        it('is everything with APPLICATION_SCOPE', () => {
            const channel = newChannel();
            const { heard } = listen(wire({ active: false }).context, channel, { scope: APPLICATION_SCOPE });
            publish(publisher, channel, { n: 1 });
            expect(heard).to.deep.equal([{ n: 1 }]);
        });

        it('is always active for utility items and plain modules, which are in no area', () => {
            const channel = newChannel();
            const utility = listen(wire().context, channel);
            const module = listen(createMessageContext(), channel);
            publish(wire({ active: false }).context, channel, { n: 1 });
            expect([utility.heard, module.heard]).to.deep.equal([[{ n: 1 }], [{ n: 1 }]]);
        });

        it('follows a component that moves to another area', () => {
            const channel = newChannel();
            const { context, adapter } = wire({ active: false });
            const { heard } = listen(context, channel);
            adapter.update({}, { area: { active: true } });
            publish(publisher, channel, { n: 1 });
            expect(heard).to.deep.equal([{ n: 1 }]);
        });

        it('is nothing else', () => {
            expect(() => listen(publisher, newChannel(), { scope: 'application' })).to.throw(
                TypeError,
                'APPLICATION_SCOPE'
            );
        });
    });

    describe('the end of a subscription', () => {
        it('comes with unsubscribe, once or twice', () => {
            const channel = newChannel();
            const { heard, subscription } = listen(publisher, channel);
            unsubscribe(subscription);
            unsubscribe(subscription);
            publish(publisher, channel, {});
            expect(heard).to.deep.equal([]);
        });

        it('comes for a listener that another one unsubscribes meanwhile', () => {
            const channel = newChannel();
            subscribe(publisher, channel, () => unsubscribe(second.subscription));
            const second = listen(publisher, channel);
            publish(publisher, channel, {});
            expect(second.heard).to.deep.equal([]);
        });

        it('comes with releaseMessageContext', () => {
            const channel = newChannel();
            const context = createMessageContext();
            const { heard } = listen(context, channel);
            releaseMessageContext(context);
            publish(publisher, channel, {});
            expect(heard).to.deep.equal([]);
            expect(() => publish(context, channel, {})).to.throw(TypeError, 'no message context');
        });

        it('comes when a wired component is disconnected; connected again it starts anew', () => {
            const channel = newChannel();
            const { context, adapter } = wire();
            const first = listen(context, channel);
            adapter.disconnect();
            publish(publisher, channel, { n: 1 });
            adapter.connect();
            const second = listen(context, channel);
            publish(publisher, channel, { n: 2 });
            expect([first.heard, second.heard]).to.deep.equal([[], [{ n: 2 }]]);
        });
    });

    describe('mistakes', () => {
        for (const context of [undefined, null, {}, 'context']) {
            it(`are named when the context is ${JSON.stringify(context)}`, () => {
                expect(() => publish(context, newChannel(), {})).to.throw(TypeError, 'publish: no message context');
                expect(() => subscribe(context, newChannel(), () => {})).to.throw(
                    TypeError,
                    'subscribe: no message context'
                );
            });
        }

        it('are named when channel or listener is missing', () => {
            expect(() => publish(publisher, undefined, {})).to.throw(TypeError, 'no message channel');
            expect(() => subscribe(publisher, {}, () => {})).to.throw(TypeError, 'no message channel');
            expect(() => subscribe(publisher, newChannel())).to.throw(TypeError, 'listener');
        });

        it('of one listener do not reach the others or the publisher', async () => {
            const channel = newChannel();
            const fault = new Error('a fault of this listener');
            subscribe(publisher, channel, () => {
                throw fault;
            });
            const { heard } = listen(publisher, channel);
            // Mocha listens for uncaught errors itself; this one is expected.
            const listeners = process.listeners('uncaughtException');
            process.removeAllListeners('uncaughtException');
            const reported = new Promise((resolve) => process.once('uncaughtException', resolve));
            publish(publisher, channel, {});
            expect(heard).to.deep.equal([{}]);
            expect(await reported).to.equal(fault);
            for (const listener of listeners) process.on('uncaughtException', listener);
        });
    });
});
