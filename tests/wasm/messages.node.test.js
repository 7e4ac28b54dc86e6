/* The messages-only entry, and that what JavaScript builds and validates by itself is what Rust would. */
import { expect } from 'chai';
import fc from 'fast-check';
import { load as loadMessages } from '../../pkg/messages/index.js';
import { load } from '#patchbay';
import { ADD_CUSTOM_ATTRIBUTES, ID, UPDATE_STATE, UPDATE_STATUS, json, transfer } from './helpers.js';
import { ALL, tried } from './reliability.js';

const RUNS = Number(process.env.PATCHBAY_RUNS ?? (ALL ? 100_000 : 20_000));

describe('outgoing messages alone', () => {
    it('are built and validated like those of the whole', async () => {
        const [messages, patchbay] = [await loadMessages(), await load()];
        expect(Object.keys(messages).every((name) => name in patchbay)).to.equal(true);
        expect(messages).to.not.have.any.keys('session', 'settings', 'engagement');
        const target = { flow: 'Zoë 😀' };
        expect(messages.blindTransfer(ID, target)).to.deep.equal(patchbay.blindTransfer(ID, target));
        for (const message of [
            transfer('a b'),
            transfer('1'),
            null,
            { type: UPDATE_STATUS, data: { id: 7, x: NaN } }
        ]) {
            expect(messages.validate(message)).to.deep.equal(patchbay.validate(message));
        }
        expect(() => messages.updateStatus('')).to.throw(/id is empty/);
    });
});

describe('what the documents do not know', () => {
    it('is kept as JSON carries it, whatever it is', async () => {
        const patchbay = await load();
        const more = {
            list: [],
            object: {},
            hole: [undefined, [1.5]],
            text: '\0a\ud800',
            ['\ud800\0']: -1e-7,
            big: 1e21
        };
        const { valid, message, problems } = patchbay.validate({ type: UPDATE_STATUS, data: { id: ID, ...more } });
        expect(json(message.data)).to.equal(json({ id: ID, ...more }));
        expect([valid, problems.map(({ path }) => path)]).to.deep.equal([
            true,
            ['/data/list', '/data/object', '/data/hole', '/data/text', '/data/\ud800\0', '/data/big']
        ]);
    });
});

describe('what is plainly right', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    /** Rust judges an object of which nothing is plain: it has a prototype of its own. */
    const strange = (value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.create({}, Object.getOwnPropertyDescriptors(value))
            : value;

    const pieces = [
        'a',
        'Z',
        '0',
        '9',
        ' ',
        '-',
        '.',
        '%',
        ':',
        '+',
        '(',
        '%20',
        '%25',
        '%3A',
        '%C3%A9',
        '%C3',
        'sip:',
        'SIP:',
        'tel:'
    ];
    const odd = [
        '\u0085',
        '\u00a0',
        '\n',
        '\0',
        'ä',
        '\u0661',
        '😀',
        '\ud800',
        '\ue000',
        '４',
        '4111111111111111',
        '411111111111'
    ];
    const text = fc.oneof(
        { weight: 3, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')) },
        fc.array(fc.constantFrom(...pieces, ...odd), { maxLength: 20 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.constantFrom(ID, 'x'.repeat(65), ' '.repeat(257))
    );
    const value = fc.oneof(
        { weight: 6, arbitrary: text },
        fc.constantFrom(undefined, null, true, false, 0, -0, 1e12, 4111111111111111, 1e21, NaN, Infinity, 1n, {}, []),
        fc.double()
    );
    const name = (...names) => fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, value);
    const id = fc.oneof({ weight: 3, arbitrary: fc.constant(ID) }, value);
    const attributes = fc.dictionary(fc.oneof(text, fc.constant('__proto__')), value, { maxKeys: 4 });
    const actions = ['pickup', 'disconnect', 'hold', 'mute', 'securePause', 'blindTransfer', 'consultTransfer'];
    const action = name(...actions, 'concludeTransfer', 'secureSession', 'HOLD');
    const extra = fc.oneof(
        { weight: 9, arbitrary: fc.constant({}) },
        fc.constantFrom({ x: 1 }, { disconnect: undefined })
    );
    const object = (model, requiredKeys) =>
        fc.tuple(fc.record(model, { requiredKeys }), extra).map(([known, more]) => ({ ...known, ...more }));
    const targetType = name('userId', 'queueId', 'address');
    const participantContext = object({ transferTarget: value, transferTargetType: targetType });
    const secureSessionContext = object({ flowId: id, userData: value, disconnect: value }, ['flowId', 'userData']);
    const none = fc.constant(undefined);
    const data = fc.oneof(
        object({ action, id }),
        object({ action: name('blindTransfer', 'consultTransfer'), id, participantContext }),
        object({ action: fc.constant('secureSession'), id, secureSessionContext }),
        object({ id, attributes }),
        object({ id }),
        object({ action, id, participantContext, secureSessionContext, attributes: fc.oneof(none, attributes) }, ['id'])
    );
    const message = object({ type: name(UPDATE_STATE, UPDATE_STATE, ADD_CUSTOM_ATTRIBUTES, UPDATE_STATUS), data });

    it('is validated by Rust alike', () => {
        const alike = fc.property(message, (given) => {
            const plain = patchbay.validate(given);
            // Its prototype is what keeps JavaScript from judging it.
            const rust = patchbay.validate(strange(given));
            expect(json(rust)).to.equal(json(plain));
        });
        fc.assert(alike, { numRuns: RUNS });
        tried('plain case beside Rust, validate', RUNS);
    }).timeout(600_000);

    it('is built by Rust alike', () => {
        const target = fc.record(
            { userId: value, queueId: value, phone: value, flow: value, address: value },
            { requiredKeys: [] }
        );
        const one = fc
            .tuple(fc.constantFrom('userId', 'queueId', 'phone', 'flow', 'address'), value)
            .map(([kind, raw]) => ({ [kind]: raw }));
        const builders = fc.oneof(
            fc.tuple(
                fc.constantFrom('blindTransfer', 'consultTransfer'),
                id,
                fc.oneof({ weight: 4, arbitrary: one }, target)
            ),
            fc.tuple(fc.constant('secureSession'), id, secureSessionContext),
            fc.tuple(fc.constant('addCustomAttributes'), id, attributes)
        );
        const attempt = (builder, ...given) => {
            try {
                return patchbay[builder](...given);
            } catch ({ message: printed, problems }) {
                return { printed, problems };
            }
        };
        const alike = fc.property(builders, ([builder, of, given]) => {
            expect(json(attempt(builder, of, strange(given)))).to.equal(json(attempt(builder, of, given)));
        });
        fc.assert(alike, { numRuns: RUNS });
        tried('plain case beside Rust, builders', RUNS);
    }).timeout(600_000);
});
