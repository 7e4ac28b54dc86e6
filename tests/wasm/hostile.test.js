import { expect } from 'chai';
import fc from 'fast-check';
import { load } from '#patchbay';
import { ADD_CUSTOM_ATTRIBUTES, ID, UPDATE_STATE, UPDATE_STATUS, brief, json, transfer } from './helpers.js';

describe('validate, whatever it is given', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    const briefly = (message) => brief(patchbay.validate(message).problems);

    const fail = () => {
        throw new Error('hostile');
    };
    const revoked = () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
    };
    const trap = new Proxy({}, { get: () => fail });
    const hostile = {
        'a revoked proxy': revoked,
        'a proxy whose every trap throws': () => new Proxy({}, trap),
        'a proxy that lists keys it does not have': () => new Proxy({}, { ownKeys: () => ['type', 'data'] }),
        'a getter that throws': () => ({
            get type() {
                return fail();
            },
            data: { id: ID }
        }),
        'a function': () => fail,
        'a symbol': () => Symbol('message'),
        'a BigInt': () => 10n,
        'an object with toJSON that throws': () => ({ type: UPDATE_STATUS, data: { id: ID }, toJSON: fail }),
        'a date': () => new Date(NaN),
        'a typed array': () => new Uint8Array(4),
        'an array': () => [UPDATE_STATUS, { id: ID }],
        'a boxed string': () => Object('text')
    };
    for (const [name, make] of Object.entries(hostile)) {
        const values = [
            ['itself', make],
            ['as data', () => ({ type: UPDATE_STATUS, data: make() })]
        ];
        for (const place of ['id', 'action', 'participantContext', 'secureSessionContext', 'attributes', 'other']) {
            values.push([
                `as data.${place}`,
                () => ({ type: UPDATE_STATE, data: { action: 'hold', id: ID, [place]: make() } })
            ]);
        }
        values.push([
            'as an attribute',
            () => ({ type: ADD_CUSTOM_ATTRIBUTES, data: { id: ID, attributes: { a: make() } } })
        ]);
        it(`does not throw: ${name}`, () => {
            for (const [where, message] of values) {
                const { valid, message: out, problems } = patchbay.validate(message());
                expect(problems.length, where).to.be.above(0);
                expect(out === null, where).to.equal(!valid);
                if (valid) {
                    expect(JSON.parse(json(out)), where).to.deep.equal(out);
                }
            }
        });
    }

    it('JSON text is no message until it is parsed', () => {
        expect(briefly(json(transfer('1')))).to.deep.equal([['error', '', 'type']]);
    });

    it('cycles are told where they close', () => {
        const message = transfer('1');
        message.self = message;
        message.data.up = [message.data];
        message.data.participantContext.own = { deep: message.data.participantContext };
        expect(briefly(message)).to.have.deep.members([
            ['error', '/self', 'not-serialisable'],
            ['error', '/data/up/0', 'not-serialisable'],
            ['warning', '/data/up', 'unknown-property'],
            ['error', '/data/participantContext/own/deep', 'not-serialisable'],
            ['warning', '/data/participantContext/own', 'unknown-property']
        ]);
    });

    it('the same object twice is no cycle', () => {
        const shared = { a: 1 };
        const message = { type: UPDATE_STATUS, data: { id: ID, one: shared, two: [shared, shared] } };
        expect(patchbay.validate(message).valid).to.equal(true);
    });

    it('endless nesting ends', () => {
        let deep = {};
        for (let level = 0; level < 100_000; level++) {
            deep = { deep };
        }
        const codes = briefly({ type: UPDATE_STATUS, data: { id: ID, deep } }).map(([, , code]) => code);
        expect(codes).to.include('not-serialisable');
    });

    it('objects that hold one another many times over end too', () => {
        let laughs = ['ha'];
        for (let level = 0; level < 40; level++) {
            laughs = [laughs, laughs];
        }
        const endless = new Proxy([], { get: (list, key) => (key === 'length' ? 2 ** 32 - 1 : list[key]) });
        for (const extra of [laughs, endless, new Array(2 ** 32 - 1)]) {
            const problems = briefly({ type: UPDATE_STATUS, data: { id: ID, extra } });
            expect(problems.map(([severity, , code]) => [severity, code])).to.deep.include(['error', 'too-long']);
            expect(problems.length).to.be.below(4);
        }
    });

    it('__proto__ is a property like any other, and touches no prototype', () => {
        const message = JSON.parse(
            `{"__proto__":{"polluted":1},"type":"${UPDATE_STATUS}","data":{"id":"${ID}","__proto__":{"id":"other"}}}`
        );
        const { valid, message: kept, problems } = patchbay.validate(message);
        expect(valid).to.equal(true);
        expect(brief(problems)).to.have.deep.members([
            ['warning', '/__proto__', 'unknown-property'],
            ['warning', '/data/__proto__', 'unknown-property']
        ]);
        expect(json(kept)).to.include('"__proto__":{"polluted":1}');
        expect({}.polluted).to.equal(undefined);
    });

    it('a getter that answers differently every time is read once', () => {
        let reads = 0;
        const data = {
            get id() {
                return ++reads > 1 ? null : ID;
            }
        };
        const { valid, message } = patchbay.validate({ type: UPDATE_STATUS, data });
        expect([valid, message.data.id]).to.deep.equal([true, ID]);
    });

    it('a property of another action, which is kept whatever stands beside it', () => {
        for (const data of [
            { id: ID, action: 'hold' },
            { id: ID, action: 'hold', attributes: undefined },
            { action: 'hold', id: ID, other: 1 }
        ]) {
            const { valid, message } = patchbay.validate({ type: UPDATE_STATUS, data });
            expect([valid, message.data.action]).to.deep.equal([true, 'hold']);
        }
    });

    it('anything at all', () => {
        const anything = fc.anything({
            withBigInt: true,
            withDate: true,
            withMap: true,
            withSet: true,
            withNullPrototype: true,
            withTypedArray: true
        });
        const near = fc.record(
            {
                type: fc.oneof(fc.constantFrom(UPDATE_STATE, UPDATE_STATUS, ADD_CUSTOM_ATTRIBUTES), anything),
                data: fc.oneof(
                    fc.record(
                        {
                            action: fc.oneof(fc.constantFrom('hold', 'blindTransfer', 'secureSession'), anything),
                            id: fc.oneof(fc.string(), anything),
                            participantContext: fc.oneof(
                                fc.record({
                                    transferTarget: fc.oneof(fc.string(), anything),
                                    transferTargetType: fc.oneof(fc.constantFrom('address', 'userId'), anything)
                                }),
                                anything
                            ),
                            secureSessionContext: fc.oneof(
                                fc.record({ flowId: fc.string(), userData: fc.oneof(fc.string(), anything) }),
                                anything
                            ),
                            attributes: fc.oneof(fc.dictionary(fc.string(), fc.oneof(fc.string(), anything)), anything)
                        },
                        { requiredKeys: [] }
                    ),
                    anything
                )
            },
            { requiredKeys: [] }
        );
        fc.assert(
            fc.property(fc.oneof(anything, near), (message) => {
                const { valid, message: out, problems } = patchbay.validate(message);
                const again = valid && patchbay.validate(out);
                return (
                    valid === (out !== null) &&
                    valid === problems.every(({ severity }) => severity === 'warning') &&
                    (!valid || (again.valid && json(again.message) === json(out)))
                );
            }),
            { numRuns: 3000 }
        );
    }).timeout(60_000);
});
