/* Transfer targets by name through the facade: what is found, what is remembered and where, and values that nobody should give. */
import { expect } from 'chai';
import { load } from '#patchbay';
import { ID, brief, memory } from './helpers.js';

const ROBIN = { kind: 'userId', value: '3d2c9a54-6e0b-4f7d-9b1a-8c5e2f4d7a11', label: 'Robin Vale' };
const BILLING = { kind: 'queueId', value: 'b92d7c05-1e8f-4a3b-8c74-e6f0a9d1b502', label: 'Billing' };
const CONFIGURED = [ROBIN, BILLING];

const labels = ({ targets }) => targets.map(({ label }) => label);

describe('the directory of transfer targets', () => {
    let patchbay;
    const open = [];
    before(async () => {
        patchbay = await load();
    });
    afterEach(() => Promise.all(open.splice(0).map((session) => session.close())));

    function session(options) {
        const opened = patchbay.session({ storage: null, ...options });
        open.push(opened);
        return opened;
    }

    it('finds a target by a part of its name, whole and frozen', () => {
        const answer = session().findTargets({ text: 'val', configured: CONFIGURED });
        expect(answer).to.deep.equal({
            targets: [
                {
                    ...ROBIN,
                    group: null,
                    available: null,
                    status: null,
                    waitSeconds: null,
                    favourite: false,
                    recent: false,
                    configured: true,
                    typed: false
                }
            ],
            total: 1,
            problems: []
        });
        for (const part of [answer, answer.targets, answer.targets[0], answer.problems]) {
            expect(part).to.be.frozen;
        }
    });

    it('gives what a builder of transfers takes', () => {
        const one = session();
        const [{ kind, value }] = one.findTargets({ text: 'bil', configured: CONFIGURED }).targets;
        expect(one.blindTransfer(ID, { [kind]: value }).data.participantContext).to.deep.equal({
            transferTarget: BILLING.value,
            transferTargetType: 'queueId'
        });
    });

    it('remembers in the storage of the session, by user, and without one as long as the session lasts', () => {
        const storage = memory();
        const first = session({ storage, user: 'a' });
        const [robin] = first.findTargets({ text: 'rob', configured: CONFIGURED }).targets;
        first.rememberTarget(robin);
        first.setFavourite(first.findTargets({ text: 'bil', configured: CONFIGURED }).targets[0], true);
        const given = { configured: [...CONFIGURED, { kind: 'flow', value: 'A flow' }] };
        expect(labels(first.findTargets(given))).to.deep.equal(['Billing', 'Robin Vale', 'A flow']);
        expect(labels(session({ storage, user: 'a' }).findTargets(given))).to.deep.equal([
            'Billing',
            'Robin Vale',
            'A flow'
        ]);
        expect(labels(session({ storage, user: 'b' }).findTargets(given))).to.deep.equal([
            'A flow',
            'Billing',
            'Robin Vale'
        ]);
        const alone = session();
        alone.rememberTarget(robin);
        expect(alone.findTargets(given).targets[0].recent).to.equal(true);
    });

    it('says what is wrong with an entry, and throws at nothing', () => {
        const one = session();
        const found = [{ kind: 'userId', value: 'Robin Vale' }];
        expect(brief(one.findTargets({ text: 'r', found }).problems)).to.deep.equal([
            ['warning', '/found/0/value', 'unknown-value']
        ]);
        const circle = {};
        circle.circle = circle;
        for (const given of [undefined, null, 5, 'text', circle, () => {}, { text: 5, found: 5, configured: [[]] }]) {
            expect(one.findTargets(given).targets).to.deep.equal([]);
            one.rememberTarget(given);
            one.setFavourite(given, true);
        }
    });

    it('is empty once the session is closed', async () => {
        const one = session();
        await one.close();
        one.rememberTarget(ROBIN);
        expect(one.findTargets({ configured: CONFIGURED }).targets).to.deep.equal([]);
    });
});

describe('the actions that a screen offers', () => {
    it('leave out what never applies, and are all of an interaction that nobody told of', async () => {
        const patchbay = await load();
        const session = patchbay.session({ storage: null });
        const event = (data) => ({ type: 'Interaction', category: 'change', data: { id: ID, ...data } });
        session.receive(event({ state: 'ALERTING', isChat: true }));
        expect(session.offered(ID)).to.deep.equal(['pickup', 'disconnect', 'hold', 'blindTransfer']);
        expect(session.offered(ID)).to.be.frozen;
        session.receive(event({ state: 'DISCONNECTED', isChat: true }));
        expect(session.offered(ID)).to.deep.equal([]);
        expect(session.offered('unheard-of')).to.have.length(9);
        await session.close();
    });
});
