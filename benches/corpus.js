/*
 * What the contenders are given: messages made from a seed, of which no two are alike. Every text that an engine or a library could
 * remember (IDs, targets, user data, attributes) is another one each time, so that nothing decides but the work.
 */
const ADD = 'PureCloud.Interaction.addCustomAttributes';
const UPDATE = 'PureCloud.Interaction.updateState';
const STATUS = 'PureCloud.User.updateStatus';

const SIMPLE = ['pickup', 'disconnect', 'hold', 'mute', 'securePause', 'concludeTransfer'];
const PLACES = ['Claims', 'Renewals', 'Auditor', 'Night Desk', 'Fleet', 'Zoë & Søn', 'Back Office', 'Łódź'];
const NOTES = ['water in the cellar', 'asks for an invoice', 'moves house', 'lost the policy', 'wants a call back'];

/** Numbers below 2^32 that are the same for the same seed (mulberry32). */
function numbers(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return (mixed ^ (mixed >>> 14)) >>> 0;
    };
}

/** Makes batches: `built`, `valid` and `wrong` give so many cases, each new. */
export function corpus(seed) {
    const next = numbers(seed);
    const hex = (length) => next().toString(16).padStart(8, '0').slice(-length);
    const id = () => `${hex(8)}-${hex(4)}-4${hex(3)}-9${hex(3)}-${hex(8)}${hex(4)}`;
    const one = (list) => list[next() % list.length];
    const text = () => `${one(PLACES)} ${hex(5)}`;
    const note = () => `Case ${hex(6)}: ${one(NOTES)}.`;
    const update = (data) => ({ type: UPDATE, data });
    const transfer = (transferTarget, transferTargetType, more) =>
        update({
            action: 'blindTransfer',
            id: id(),
            participantContext: { transferTarget, transferTargetType, ...more }
        });
    const secure = (context) => update({ action: 'secureSession', id: id(), secureSessionContext: context });
    const attributes = () => ({
        [`caseNumber${hex(3)}`]: hex(7),
        'Participant.verified': next() % 2 === 0,
        score: (next() % 1000) / 10,
        note: note()
    });
    const addAttributes = (given) => ({ type: ADD, data: { id: id(), attributes: given } });

    /** `[builder, its arguments, the message]` */
    const transferTo = (target, transferTarget, type) => {
        const message = transfer(transferTarget, type);
        return ['blindTransfer', message.data.id, target, message];
    };
    const kinds = [
        () => {
            const message = update({ action: one(SIMPLE), id: id() });
            return ['updateState', message.data.action, message.data.id, message];
        },
        () => {
            const queueId = id();
            return transferTo({ queueId }, queueId, 'queueId');
        },
        () => {
            const flow = text();
            return transferTo({ flow }, `sip:${encodeURIComponent(flow)}`, 'address');
        },
        () => {
            const phone = `+1 (317) 555-0${100 + (next() % 900)}`;
            return transferTo({ phone }, encodeURIComponent(phone), 'address');
        },
        () => {
            const context = { flowId: id(), userData: note(), disconnect: next() % 2 === 0 };
            const message = secure(context);
            return ['secureSession', message.data.id, context, message];
        },
        () => {
            const message = addAttributes(attributes());
            return ['addCustomAttributes', message.data.id, message.data.attributes, message];
        },
        () => {
            const message = { type: STATUS, data: { id: id() } };
            return ['updateStatus', message.data.id, null, message];
        }
    ];

    const target = '/data/participantContext/transferTarget';
    const inSecure = (name) => `/data/secureSessionContext/${name}`;
    /** `[message, places of its errors]` */
    const wrongs = [
        () => [update({ action: 'hold', id: next() }), ['/data/id']],
        () => [update({ action: `dance${hex(3)}`, id: id() }), ['/data/action']],
        () => [{ type: `Interaction${hex(3)}`, data: { id: id() } }, ['/type']],
        () => [
            update({ action: 'hold', id: '', participantContext: { [hex(4)]: 1 } }),
            ['/data/id', '/data/participantContext']
        ],
        () => [update({ action: 'blindTransfer', id: id() }), ['/data/participantContext']],
        () => [transfer(`sip:Auditor Flow ${hex(5)}`, 'address'), [target]],
        () => [transfer(`sip%3AAuditorFlow${hex(5)}`, 'address'), [target]],
        () => [transfer(`sip:${hex(8)}`, 'queueId'), [target]],
        () => [
            secure({ flowId: '', userData: next(), disconnect: hex(4) }),
            ['flowId', 'userData', 'disconnect'].map(inSecure)
        ],
        () => [secure({ flowId: id(), userData: `${hex(4)} card 4111 1111-1111 1111` }), [inSecure('userData')]],
        () => [
            addAttributes({ ok: note(), list: [next()], inner: { [hex(4)]: 1 } }),
            ['list', 'inner'].map((name) => `/data/attributes/${name}`)
        ],
        () => [{ type: STATUS, data: { id: null } }, ['/data/id']]
    ];

    /** Flat texts and plain objects, as they come off a channel: a text joined just now is not read for the first time in the batch. */
    const batch = (makers, count) =>
        JSON.parse(JSON.stringify(Array.from({ length: count }, (_, at) => makers[at % makers.length]())));
    return {
        built: (count) => batch(kinds, count),
        valid: (count) => batch(kinds, count).map((made) => made.at(-1)),
        wrong: (count) => batch(wrongs, count),
        /** Valid, with places that are warned of. */
        warned: () => [
            [transfer(`sip:Auditor%2520Flow${hex(4)}`, 'address'), [target]],
            [{ ...update({ action: 'hold', id: id() }), sentBy: note() }, ['/sentBy']],
            [update({ action: 'hold', id: id(), reason: note() }), ['/data/reason']],
            [transfer(id(), 'userId', { comment: note() }), ['/data/participantContext/comment']],
            [addAttributes({}), ['/data/attributes']],
            [addAttributes({ card: '4111111111111111' }), ['/data/attributes/card']]
        ],
        texts: (count, length) =>
            JSON.parse(
                JSON.stringify(
                    Array.from({ length: count }, () =>
                        length ? `${text()}, € ${hex(6)} `.repeat(length / 20).toWellFormed() : text()
                    )
                )
            ),
        note
    };
}
