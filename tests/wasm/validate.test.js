import { expect } from 'chai';
import { load } from '#patchbay';
import { ADD_CUSTOM_ATTRIBUTES, ID, UPDATE_STATE, UPDATE_STATUS, brief, json, transfer } from './helpers.js';

describe('validate', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    const briefly = (message) => brief(patchbay.validate(message).problems);
    const AT = '/data/participantContext/transferTarget';

    it('warns of what is unknown also where a documented property hides itself', () => {
        const data = Object.defineProperty({ action: 'hold', extra: 1 }, 'id', { value: '1', enumerable: false });
        const { problems } = patchbay.validate({ type: 'PureCloud.Interaction.updateState', data });
        expect(problems.map(({ path }) => path)).to.include('/data/extra');
    });

    describe('hints', () => {
        for (const [given, severity, code, meant] of [
            ['sip:Auditor Secure Flow', 'error', 'not-encoded', 'sip:Auditor%20Secure%20Flow'],
            ['+13175550123', 'error', 'not-encoded', '%2B13175550123'],
            ['50% off', 'error', 'not-encoded', '50%25%20off'],
            ['sip:Auditor%2520Secure%2520Flow', 'warning', 'encoded-twice', 'sip:Auditor%20Secure%20Flow'],
            ['sip%3AAuditor%20Flow', 'error', 'encoded-prefix', 'sip:Auditor%20Flow'],
            ['SIP:AuditorSecureFlow', 'warning', 'letter-case', 'sip:AuditorSecureFlow']
        ]) {
            it(`${given} was meant to be ${meant}`, () => {
                const { problems } = patchbay.validate(transfer(given));
                expect(brief(problems)).to.deep.equal([[severity, AT, code]]);
                expect(problems[0].message).to.include(meant);
                expect(briefly(transfer(meant))).to.deep.equal([]);
            });
        }

        for (const [place, given, code, meant] of [
            ['type', 'purecloud.interaction.UPDATESTATE', 'letter-case', UPDATE_STATE],
            ['type', 'PureCloud.Interaction.updateStat', 'unknown-value', UPDATE_STATE],
            ['type', 'updateState', 'unknown-value', UPDATE_STATE],
            ['action', 'blindtransfer', 'letter-case', 'blindTransfer'],
            ['action', 'blindTranfer', 'unknown-value', 'blindTransfer'],
            ['transferTargetType', 'userID', 'letter-case', 'userId'],
            ['transferTargetType', 'adress', 'unknown-value', 'address']
        ]) {
            it(`${place} ${given} was meant to be ${meant}`, () => {
                const message = transfer('3175550123', 'address');
                const owner = { type: message, action: message.data }[place] ?? message.data.participantContext;
                owner[place] = given;
                const { valid, problems } = patchbay.validate(message);
                expect(problems).to.have.length(1);
                expect(problems[0].code).to.equal(code);
                expect(problems[0].path.endsWith(`/${place}`)).to.equal(true);
                expect(problems[0].message).to.include(JSON.stringify(given)).and.include(meant);
                expect(valid).to.equal(code === 'letter-case');
            });
        }

        it('a message of the client is of no type that is known, and nothing else is said of it', () => {
            for (const data of [{ id: ID, state: 'ALERTING' }, 'a bare ID', undefined]) {
                const event = { type: 'Interaction', category: 'add', data };
                expect(briefly(event)).to.deep.equal([['error', '/type', 'unknown-type']]);
            }
        });

        it('long and multi-line values are quoted short, on one line', () => {
            const { problems } = patchbay.validate({ type: `${'😀'.repeat(500)}\n`, data: { id: ID } });
            expect(problems[0].message.length).to.be.below(500);
            expect(patchbay.validate({ type: 'a\nb', data: { id: ID } }).problems[0].message).to.include('"a\\nb"');
        });
    });

    describe('rules', () => {
        const secure = { flowId: 'f', userData: 'u' };
        const participant = { transferTarget: 'q', transferTargetType: 'queueId' };
        const update = (data) => ({ type: UPDATE_STATE, data: { id: ID, ...data } });
        const contexts = { participantContext: participant, secureSessionContext: secure };

        // "Only use participantContext when action is set to blindTransfer or consultTransfer. Only use
        // secureSessionContext when action is set to secureSession."
        for (const [action, needed] of [
            ['pickup', null],
            ['disconnect', null],
            ['hold', null],
            ['mute', null],
            ['securePause', null],
            ['blindTransfer', 'participantContext'],
            ['consultTransfer', 'participantContext'],
            ['concludeTransfer', null],
            ['secureSession', 'secureSessionContext']
        ]) {
            for (const given of [[], ['participantContext'], ['secureSessionContext'], Object.keys(contexts)]) {
                it(`${action} with ${given.join(' and ') || 'no context'}`, () => {
                    const data = { action, ...Object.fromEntries(given.map((name) => [name, contexts[name]])) };
                    const expected = Object.keys(contexts)
                        .filter((name) => given.includes(name) !== (name === needed))
                        .map((name) => ['error', `/data/${name}`, name === needed ? 'required' : 'not-allowed']);
                    expect(briefly(update(data))).to.deep.equal(expected);
                });
            }
        }

        it('the other types take no context, and are warned of an action', () => {
            for (const type of [UPDATE_STATUS, ADD_CUSTOM_ATTRIBUTES]) {
                const data = { id: ID, action: 'hold', ...contexts, attributes: { a: 'b' } };
                expect(briefly({ type, data })).to.deep.include.members([
                    ['warning', '/data/action', 'unknown-property'],
                    ['error', '/data/participantContext', 'not-allowed'],
                    ['error', '/data/secureSessionContext', 'not-allowed']
                ]);
            }
        });

        it('attributes belong to addCustomAttributes; elsewhere they are kept and warned of', () => {
            const message = update({ action: 'hold', attributes: { a: 'b' } });
            expect(briefly(message)).to.deep.equal([['warning', '/data/attributes', 'unknown-property']]);
            expect(patchbay.validate(message).message.data.attributes).to.deep.equal({ a: 'b' });
        });

        it('a prefix belongs to an address', () => {
            for (const type of ['userId', 'queueId']) {
                expect(briefly(transfer('sip:abc', type))).to.deep.equal([['error', AT, 'not-allowed']]);
            }
        });

        it('card numbers are refused in user data and warned of in attributes', () => {
            const userData = 'my card 4111 1111-1111 1111';
            expect(
                briefly(update({ action: 'secureSession', secureSessionContext: { flowId: 'f', userData } }))
            ).to.deep.equal([['error', '/data/secureSessionContext/userData', 'sensitive-data']]);
            const attributes = { card: '4111-1111-1111-1111', number: 4111111111111111, plain: '1234' };
            const { valid, problems } = patchbay.validate({
                type: ADD_CUSTOM_ATTRIBUTES,
                data: { id: ID, attributes }
            });
            expect(valid).to.equal(true);
            expect(brief(problems)).to.deep.equal([
                ['warning', '/data/attributes/card', 'sensitive-data'],
                ['warning', '/data/attributes/number', 'sensitive-data']
            ]);
        });

        it('adding no attributes is warned of', () => {
            expect(briefly({ type: ADD_CUSTOM_ATTRIBUTES, data: { id: ID, attributes: {} } })).to.deep.equal([
                ['warning', '/data/attributes', 'empty']
            ]);
        });

        // One value of each kind that a place can hold, and what is found there.
        const kinds = [null, 7, NaN, true, [], {}, Symbol('s'), 1n, () => {}, new Date(0), new Map()];
        const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
        const places = [
            ['/type', 'text', (value) => ({ type: value, data: { id: ID } })],
            ['/data', 'object', (value) => ({ type: UPDATE_STATUS, data: value })],
            ['/data/id', 'text', (value) => ({ type: UPDATE_STATUS, data: { id: value } })],
            ['/data/action', 'text', (value) => update({ action: value })],
            [
                '/data/participantContext',
                'object',
                (value) => update({ action: 'blindTransfer', participantContext: value })
            ],
            [AT, 'text', (value) => transfer(value)],
            [
                `${AT}Type`,
                'text',
                (transferTargetType) =>
                    update({ action: 'blindTransfer', participantContext: { transferTarget: '1', transferTargetType } })
            ],
            [
                '/data/secureSessionContext',
                'object',
                (value) => update({ action: 'secureSession', secureSessionContext: value })
            ],
            [
                '/data/secureSessionContext/flowId',
                'text',
                (value) => update({ action: 'secureSession', secureSessionContext: { ...secure, flowId: value } })
            ],
            [
                '/data/secureSessionContext/userData',
                'text',
                (value) => update({ action: 'secureSession', secureSessionContext: { ...secure, userData: value } })
            ],
            [
                '/data/secureSessionContext/disconnect',
                'boolean',
                (value) => update({ action: 'secureSession', secureSessionContext: { ...secure, disconnect: value } })
            ],
            [
                '/data/attributes',
                'object',
                (value) => ({ type: ADD_CUSTOM_ATTRIBUTES, data: { id: ID, attributes: value } })
            ]
        ];
        for (const [path, wanted, build] of places) {
            it(`${path} is ${wanted} and nothing else`, () => {
                for (const value of kinds) {
                    if ((wanted === 'object' && isObject(value)) || (wanted === 'boolean' && value === true)) {
                        continue;
                    }
                    expect(briefly(build(value)), String(value)).to.deep.include(['error', path, 'type']);
                    expect(patchbay.validate(build(value)).message).to.equal(null);
                }
            });

            it(`${path} ${wanted === 'boolean' ? 'may' : 'must not'} be left out`, () => {
                expect(briefly(build(undefined))).to.deep.equal(
                    wanted === 'boolean' ? [] : [['error', path, 'required']]
                );
            });

            if (wanted === 'text' && !path.endsWith('userData')) {
                it(`${path} must not be blank`, () => {
                    for (const blank of ['', ' ', '\n\t', '\u00a0']) {
                        expect(briefly(build(blank))).to.deep.equal([['error', path, 'empty']]);
                    }
                });
            }
        }

        it('user data may be empty, but must be there', () => {
            expect(
                briefly(update({ action: 'secureSession', secureSessionContext: { flowId: 'f', userData: '' } }))
            ).to.deep.equal([]);
        });
    });

    describe('what it gives back', () => {
        it('all problems at once, in the order of the message', () => {
            const message = {
                type: 'PureCloud.interaction.updateState',
                data: {
                    action: 'blindTransfer',
                    id: 5,
                    participantContext: { transferTarget: 'a b', transferTargetType: 'flow' },
                    secureSessionContext: {}
                }
            };
            expect(briefly(message)).to.deep.equal([
                ['warning', '/type', 'letter-case'],
                ['error', '/data/id', 'type'],
                ['error', AT, 'not-encoded'],
                ['error', `${AT}Type`, 'unknown-value'],
                ['error', '/data/secureSessionContext', 'not-allowed']
            ]);
        });

        it('properties that the documents do not know, kept and warned of, with what was probably meant', () => {
            const message = transfer('3175550123');
            message.extra = { deep: [1, { a: null }] };
            message.data.ID = 'x';
            message.data.participantContext['a/b'] = 'y';
            const { valid, message: kept, problems } = patchbay.validate(message);
            expect(valid).to.equal(true);
            expect(brief(problems)).to.have.deep.members([
                ['warning', '/extra', 'unknown-property'],
                ['warning', '/data/ID', 'unknown-property'],
                ['warning', '/data/participantContext/a~1b', 'unknown-property']
            ]);
            expect(problems.find(({ path }) => path === '/data/ID').message).to.include('meant to be id.');
            expect(kept).to.deep.equal(message);
            expect(kept.extra).to.not.equal(message.extra);
        });

        it('a message of its own: neither the given one nor part of it', () => {
            const given = transfer('3175550123');
            const { message } = patchbay.validate(given);
            expect(message).to.deep.equal(given);
            expect(message).to.not.equal(given);
            expect(message.data.participantContext).to.not.equal(given.data.participantContext);
        });

        it('the properties in the order of the document', () => {
            const { type, data } = transfer('3175550123');
            const { transferTarget, transferTargetType } = data.participantContext;
            const shuffled = {
                data: { participantContext: { transferTargetType, transferTarget }, id: data.id, action: data.action },
                type
            };
            expect(json(patchbay.validate(shuffled).message)).to.equal(json(transfer('3175550123')));
        });

        it('frozen objects and objects without prototype are as good as any', () => {
            const bare = Object.assign(Object.create(null), { type: UPDATE_STATUS, data: Object.freeze({ id: ID }) });
            expect(patchbay.validate(Object.freeze(bare))).to.deep.equal({
                valid: true,
                message: { type: UPDATE_STATUS, data: { id: ID } },
                problems: []
            });
        });

        it('what is only inherited is not there, since JSON would not carry it', () => {
            class Message {
                get type() {
                    return UPDATE_STATUS;
                }
                get data() {
                    return { id: ID };
                }
            }
            const required = [
                ['error', '/type', 'required'],
                ['error', '/data', 'required']
            ];
            expect(briefly(new Message())).to.deep.equal(required);
            expect(briefly(Object.create({ type: UPDATE_STATUS, data: { id: ID } }))).to.deep.equal(required);
        });
    });
});
