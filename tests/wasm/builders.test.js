import { expect } from 'chai';
import fc from 'fast-check';
import { PatchbayError, load } from '#patchbay';
import { ID, UPDATE_STATE, json, problemsOf, thrownBy } from './helpers.js';

describe('builders', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    for (const action of ['pickup', 'disconnect', 'hold', 'mute', 'securePause', 'concludeTransfer']) {
        it(`updateState builds ${action}`, () => {
            expect(json(patchbay.updateState(action, ID))).to.equal(
                `{"type":"PureCloud.Interaction.updateState","data":{"action":"${action}","id":"${ID}"}}`
            );
        });
    }

    for (const action of ['blindTransfer', 'consultTransfer']) {
        for (const [target, transferTarget, transferTargetType] of [
            [{ userId: 'a1b2-c3' }, 'a1b2-c3', 'userId'],
            [{ queueId: 'q-1' }, 'q-1', 'queueId'],
            [{ phone: '+1 (317) 555-0123' }, '%2B1%20(317)%20555-0123', 'address'],
            [{ phone: 'tel:+13175550123' }, '%2B13175550123', 'address'],
            [{ flow: 'Auditor Secure Flow' }, 'sip:Auditor%20Secure%20Flow', 'address'],
            [{ flow: 'sip:Auditor Secure Flow' }, 'sip:Auditor%20Secure%20Flow', 'address'],
            [{ flow: 'Zoë & Søn 😀' }, 'sip:Zo%C3%AB%20%26%20S%C3%B8n%20%F0%9F%98%80', 'address'],
            [{ address: 'back.office@example.invalid' }, 'back.office%40example.invalid', 'address'],
            [{ address: 'SIP:back.office@example.invalid' }, 'sip:back.office%40example.invalid', 'address'],
            [{ flow: 'x', phone: undefined }, 'sip:x', 'address']
        ]) {
            it(`${action} to ${json(target)}`, () => {
                const data = { action, id: ID, participantContext: { transferTarget, transferTargetType } };
                expect(json(patchbay[action](ID, target))).to.equal(json({ type: UPDATE_STATE, data }));
                expect(patchbay.participantContext(target)).to.deep.equal(data.participantContext);
            });
        }
    }

    const AT = '/data/participantContext/transferTarget';
    for (const [name, target, path, code] of [
        ['nothing', undefined, '/data/participantContext', 'required'],
        ['null', null, '/data/participantContext', 'required'],
        ['text', 'Auditor Secure Flow', '/data/participantContext', 'required'],
        ['no kind', {}, '/data/participantContext', 'required'],
        ['two kinds', { flow: 'a', phone: '1' }, '/data/participantContext', 'required'],
        ['an unknown kind', { flowId: 'a' }, '/data/participantContext', 'required'],
        [
            'a getter that throws',
            {
                get flow() {
                    throw new Error('no');
                }
            },
            AT,
            'type'
        ],
        ['a number', { phone: 3175550123 }, AT, 'type'],
        ['empty text', { flow: '' }, AT, 'empty'],
        ['space', { flow: ' \n' }, AT, 'empty'],
        ['a prefix alone', { flow: 'sip:' }, AT, 'empty'],
        ['half a surrogate pair', { flow: 'A\ud83d' }, AT, 'lone-surrogate'],
        ['encoded text', { flow: 'Auditor%20Secure%20Flow' }, AT, 'encoded-twice'],
        ['encoded text with its prefix', { flow: 'sip:Auditor%20Secure%20Flow' }, AT, 'encoded-twice'],
        ['a phone number without a digit', { phone: 'Auditor Secure Flow' }, AT, 'unknown-value'],
        ['an agent with a prefix', { userId: 'sip:abc' }, AT, 'not-allowed'],
        ["an agent's name", { userId: 'Robin Vale' }, AT, 'unknown-value'],
        ['an e-mail address of an agent', { userId: 'robin@example.invalid' }, AT, 'unknown-value'],
        ["a queue's name", { queueId: 'Billing' }, AT, 'unknown-value'],
        ['the number of a queue', { queueId: '+1 317 555 0123' }, AT, 'unknown-value'],
        ['an address of signs', { address: '???' }, AT, 'unknown-value'],
        ['an address of the web', { address: 'https://example.invalid' }, AT, 'unknown-value'],
        ['endless text', { address: 'ä'.repeat(300_000) }, AT, 'too-long']
    ]) {
        it(`a transfer to ${name} is refused`, () => {
            for (const build of [() => patchbay.blindTransfer(ID, target), () => patchbay.participantContext(target)]) {
                expect(problemsOf(build)).to.deep.equal([['error', path, code]]);
            }
        });
    }

    it('says what to write instead of text that is encoded already', () => {
        const { message, problems } = thrownBy(() =>
            patchbay.blindTransfer(ID, { flow: 'sip:Auditor%20Secure%20Flow' })
        );
        expect(problems[0].message).to.equal(
            'The transfer target is encoded already and would be encoded twice; write the plain text Auditor Secure Flow.'
        );
        expect(message, 'what a browser may print').to.equal(
            'The transfer target is encoded already and would be encoded twice; write the plain text ….'
        );
    });

    it('tells all problems at once', () => {
        expect(problemsOf(() => patchbay.consultTransfer('', { flow: 'a%20b' }))).to.deep.equal([
            ['error', '/data/id', 'empty'],
            ['error', AT, 'encoded-twice']
        ]);
        expect(problemsOf(() => patchbay.secureSession(7, { userData: null, disconnect: 'yes' }))).to.deep.equal([
            ['error', '/data/id', 'type'],
            ['error', '/data/secureSessionContext/flowId', 'required'],
            ['error', '/data/secureSessionContext/userData', 'type'],
            ['error', '/data/secureSessionContext/disconnect', 'type']
        ]);
    });

    for (const [name, id, code] of [
        ['missing', undefined, 'required'],
        ['null', null, 'type'],
        ['a number', 12, 'type'],
        ['empty', '', 'empty'],
        ['space', '   ', 'empty'],
        ['half a surrogate pair', '\udc00', 'lone-surrogate'],
        ['endless', 'x'.repeat(262_145), 'too-long']
    ]) {
        it(`an ID that is ${name} is refused`, () => {
            for (const build of [
                () => patchbay.updateState('hold', id),
                () => patchbay.updateStatus(id),
                () => patchbay.addCustomAttributes(id, { a: 1 })
            ]) {
                expect(problemsOf(build)).to.deep.equal([['error', '/data/id', code]]);
            }
        });
    }

    it('an ID may be any text that is not blank', () => {
        for (const id of ['ü 1', 'x'.repeat(262_144), 'a/b?c', '😀']) {
            expect(patchbay.updateStatus(id).data.id).to.equal(id);
        }
    });

    it('an action that needs a context is not built without', () => {
        expect(problemsOf(() => patchbay.updateState('blindTransfer', ID))).to.deep.equal([
            ['error', '/data/participantContext', 'required']
        ]);
        expect(problemsOf(() => patchbay.updateState('secureSession', ID))).to.deep.equal([
            ['error', '/data/secureSessionContext', 'required']
        ]);
    });

    it('an action that was meant otherwise is refused with a hint, but for its letter case', () => {
        const { message, problems } = thrownBy(() => patchbay.updateState('pick-up', ID));
        expect(problems[0].message).to.equal('"pick-up" is not an action; write pickup.');
        expect(message, 'what a browser may print').to.equal('"…" is not an action; write pickup.');
        expect(() => patchbay.updateState('dance', ID)).to.throw(
            PatchbayError,
            /write one of pickup, disconnect, .* or secureSession\.$/
        );
        expect(patchbay.updateState('PickUp', ID).data.action).to.equal('pickup');
    });

    it('a secure session has its disconnect only when it was said', () => {
        const build = (context) => json(patchbay.secureSession(ID, context).data.secureSessionContext);
        expect(build({ flowId: 'f', userData: '' })).to.equal('{"flowId":"f","userData":""}');
        expect(build({ disconnect: true, userData: 'x', flowId: 'f' })).to.equal(
            '{"flowId":"f","userData":"x","disconnect":true}'
        );
    });

    it('a card number in user data is refused, in every spelling, and not repeated in the problem', () => {
        for (const userData of [
            '4111111111111111',
            'pay 4111 1111 1111 1111',
            '4111-1111-1111-1111',
            'n4222222222222.'
        ]) {
            expect(() => patchbay.secureSession(ID, { flowId: 'f', userData }))
                .to.throw(PatchbayError)
                .with.property('problems')
                .that.satisfies(([problem]) => problem.code === 'sensitive-data' && !/\d{4}/.test(problem.message));
        }
        expect(patchbay.secureSession(ID, { flowId: 'f', userData: '4111 1111 1111 1112' }).type).to.equal(
            UPDATE_STATE
        );
    });

    it('attributes may be text, numbers, booleans and null', () => {
        const attributes = {
            text: 'a',
            number: 1.5,
            zero: 0,
            yes: true,
            no: false,
            empty: '',
            cleared: null,
            ['__proto__']: 'x'
        };
        expect(json(patchbay.addCustomAttributes(ID, attributes).data)).to.equal(
            `{"id":"${ID}","attributes":{"text":"a","number":1.5,"zero":0,"yes":true,"no":false,"empty":"","cleared":null,"__proto__":"x"}}`
        );
        expect(Object.prototype).to.not.have.property('x');
    });

    it('an attribute that is undefined is refused, and so are no attributes', () => {
        expect(problemsOf(() => patchbay.addCustomAttributes(ID, { kept: 'a', gone: undefined }))).to.deep.equal([
            ['error', '/data/attributes/gone', 'type']
        ]);
        expect(thrownBy(() => patchbay.addCustomAttributes(ID, { gone: undefined })).message).to.include(
            'or leave it out'
        );
        expect(problemsOf(() => patchbay.addCustomAttributes(ID, {}))).to.deep.equal([
            ['error', '/data/attributes', 'empty']
        ]);
    });

    it('a name where the ID of a secure flow belongs is refused', () => {
        for (const flowId of ['Auditor Secure Flow', 'AuditorSecureFlow', '+1 317 555 0123', 'sip:f3a1']) {
            expect(problemsOf(() => patchbay.secureSession(ID, { flowId, userData: '' }))).to.deep.equal([
                ['error', '/data/secureSessionContext/flowId', 'unknown-value']
            ]);
        }
    });

    it('subscribe asks for events of a type, of notifications by default', () => {
        const subscription = (type, ...categories) => ({ type: 'PureCloud.Subscribe', data: { type, categories } });
        expect(patchbay.subscribe(['chatUpdate', 'somethingNew'])).to.deep.equal(
            subscription('Notification', 'chatUpdate', 'somethingNew')
        );
        expect(patchbay.subscribe(['status'], 'UserAction')).to.deep.equal(subscription('UserAction', 'status'));
        expect(problemsOf(() => patchbay.subscribe('chatUpdate'))).to.deep.equal([
            ['error', '/data/categories', 'type']
        ]);
        expect(problemsOf(() => patchbay.subscribe(['', 7], 5))).to.deep.equal([
            ['error', '/data/type', 'type'],
            ['error', '/data/categories/0', 'empty'],
            ['error', '/data/categories/1', 'type']
        ]);
    });

    it('attributes that cannot be sent are refused one by one', () => {
        const attributes = {
            ok: 'x',
            list: [1],
            object: {},
            nan: NaN,
            big: 1n,
            'a/b~c': '\ud800',
            run() {}
        };
        expect(problemsOf(() => patchbay.addCustomAttributes(ID, attributes))).to.deep.equal([
            ['error', '/data/attributes/list', 'type'],
            ['error', '/data/attributes/object', 'type'],
            ['error', '/data/attributes/nan', 'not-serialisable'],
            ['error', '/data/attributes/big', 'type'],
            ['error', '/data/attributes/a~1b~0c', 'lone-surrogate'],
            ['error', '/data/attributes/run', 'type']
        ]);
        for (const none of [undefined, null, 'x', []]) {
            expect(problemsOf(() => patchbay.addCustomAttributes(ID, none))[0][1]).to.equal('/data/attributes');
        }
    });

    it('a message does not change when what it was built from does', () => {
        const attributes = { a: 1 };
        const context = { flowId: 'f', userData: 'u' };
        const messages = [patchbay.addCustomAttributes(ID, attributes), patchbay.secureSession(ID, context)];
        const before = json(messages);
        attributes.a = 2;
        context.flowId = 'g';
        expect(json(messages)).to.equal(before);
    });

    /** Letters, an @, or nothing but digits and what stands between those of a number. */
    const NAME_OR_NUMBER = /[^\0-\x7f]|[a-z].*[a-z].*[a-z]|@|^[\d+()./ -]+$/is;

    it('any raw target is sent as its prefix and encodeURIComponent of it, or refused for a reason', () => {
        const kinds = { userId: '', queueId: '', phone: '', flow: 'sip:', address: '' };
        const raw = fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.string({ unit: fc.constantFrom(...'a1 %:.+()ä\u0085\ud800sip2025') })
        );
        fc.assert(
            fc.property(fc.constantFrom(...Object.keys(kinds)), raw, (kind, text) => {
                let sent;
                try {
                    sent = patchbay.participantContext({ [kind]: text }).transferTarget;
                } catch (error) {
                    const [{ code }] = error.problems;
                    const reasons = {
                        empty: /^(sip:|tel:)?[\s\u0085]*$/i,
                        'lone-surrogate': /\p{Cs}/u,
                        'encoded-twice': /%[0-9a-f]{2}/i,
                        'not-allowed': /^sip:/i,
                        'unknown-value': {
                            phone: /^\P{N}*$/u,
                            address: /^[^\p{L}\p{N}]*$|[:%@]/u,
                            userId: NAME_OR_NUMBER,
                            queueId: NAME_OR_NUMBER
                        }[kind]
                    };
                    return reasons[code].test(text);
                }
                return /^(sip|tel):/i.test(text) || sent === kinds[kind] + encodeURIComponent(text);
            }),
            { numRuns: 2000 }
        );
    });

    it('whatever is built is valid, and encoded once', () => {
        const target = fc.oneof(
            ...['userId', 'queueId', 'flow', 'address'].map((kind) =>
                fc.record({ [kind]: fc.string({ unit: 'grapheme' }) })
            )
        );
        fc.assert(
            fc.property(fc.string(), target, (id, to) => {
                let message;
                try {
                    message = patchbay.blindTransfer(id, to);
                } catch (error) {
                    return error instanceof PatchbayError;
                }
                const verdict = patchbay.validate(message);
                // Any text may be an ID or an address, but that of a flow or a person is warned of.
                const isTold = verdict.problems.every(({ code }) => code === 'unknown-value');
                return verdict.valid && isTold && json(verdict.message) === json(message);
            })
        );
    });
});
