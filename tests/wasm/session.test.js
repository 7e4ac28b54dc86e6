import { expect } from 'chai';
import { PatchbayError, load } from '#patchbay';
import { ID, brief, json, memory, problemsOf } from './helpers.js';

const interaction = (category, data) => ({ type: 'Interaction', category, data });
const call = (facts) => ({ id: ID, name: 'Nadia Lindgren', direction: 'Inbound', ...facts });

describe('a session', () => {
    let patchbay;
    let session;
    before(async () => {
        patchbay = await load();
    });
    beforeEach(() => {
        session = patchbay.session({ storage: null });
    });
    afterEach(() => session.close());

    it('gives what was subscribed to again, each once, when the client is set up anew', () => {
        const published = [];
        const changes = [];
        const publish = (message) => published.push(message);
        const one = patchbay.session({ storage: null, publish, onChange: (change) => changes.push(change) });
        const built = [one.subscribe(['chatUpdate']), one.subscribe(['status'], 'UserAction')];
        one.subscribe(['chatUpdate']);
        expect(() => one.subscribe([''])).to.throw(PatchbayError);
        expect(published).to.deep.equal([]);
        const { problems } = one.receive({ type: 'InitialSetup' });
        expect([published, problems]).to.deep.equal([built, []]);
        one.receive({ type: 'InitialSetup' });
        expect(published).to.deep.equal([...built, ...built]);
        one.close();
        // Without `publish` it is the page's own.
        session.subscribe(['chatUpdate']);
        session.receive({ type: 'InitialSetup' });
    });

    it('subscribes to what transcripts are made of, where a field stores them', () => {
        const published = [];
        const publish = (message) => published.push(message);
        const fields = { 'Chat.Transcript': 'Transcript__c' };
        const one = patchbay.session({ storage: null, publish, fields });
        const categories = ['conversationTranscription', 'chatUpdate', 'messageUpdate'];
        const subscription = { type: 'PureCloud.Subscribe', data: { type: 'Notification', categories } };
        expect(published).to.deep.equal([subscription]);
        one.receive({ type: 'InitialSetup' });
        expect(published).to.deep.equal([subscription, subscription]);
        one.close();
    });

    it('knows an interaction from its first message to its last', () => {
        const facts = {
            queueName: 'Claims',
            displayAddress: '+61491570156',
            isConnected: false,
            state: 'ALERTING',
            recordingState: 'active'
        };
        expect(session.receive(interaction('add', call(facts)))).to.deep.equal({
            interactions: [ID],
            agent: false,
            selection: true,
            logs: [ID],
            lists: [],
            timelines: [ID],
            saves: 0,
            sent: false,
            confirmed: [],
            unconfirmed: [],
            problems: []
        });
        expect(session.interactions).to.deep.equal([
            {
                id: ID,
                kind: 'call',
                phase: 'alerting',
                direction: 'inbound',
                live: true,
                internal: false,
                consulting: false,
                consultOf: null,
                transferring: false,
                name: 'Nadia Lindgren',
                address: '+61491570156',
                queue: 'Claims',
                startTime: null,
                connectedTime: null,
                endTime: null,
                heldSince: null,
                recording: null,
                securePause: false,
                dialer: null,
                wrapUpCode: null,
                emailSubject: null,
                socialUserName: null,
                uuiData: null,
                voicemailId: null,
                callbackNumbers: [],
                flagged: false,
                coBrowsing: false,
                sharingScreen: false,
                dialerPreview: false,
                thirdPartyEmail: false,
                durationSeconds: null,
                attributes: {}
            }
        ]);
        expect(session.selected).to.equal(ID);
        expect(session.can(ID)).to.deep.equal(['pickup', 'disconnect']);
        const times = {
            connectedTime: '2026-05-03T15:03:22',
            recordingState: 'active',
            attributes: { 'a.b': true, c: null }
        };
        session.receive(interaction('change', { old: {}, new: call({ state: 'CONNECTED', ...times }) }));
        expect(session.interaction(ID)).to.deep.include({
            phase: 'connected',
            connectedTime: '2026-05-03T15:03:22.000Z',
            recording: 'active',
            attributes: { 'a.b': 'true' }
        });
        session.receive(interaction('acw', call({ isDone: true, disposition: 'Resolved' })));
        expect(session.interaction(ID)).to.deep.include({ phase: 'done', wrapUpCode: 'Resolved', recording: null });
        expect(session.receive(interaction('deallocate', call())).interactions).to.deep.equal([ID]);
        expect(session.interactions).to.deep.equal([]);
        expect(session.interaction(ID)).to.equal(null);
        expect(session.can(ID)).to.deep.equal([]);
    });

    it('says nothing when nothing changed, and the same nothing every time', () => {
        const message = interaction('change', call({ state: 'CONNECTED' }));
        session.receive(message);
        const nothing = session.receive(message);
        const lists = {
            interactions: [],
            logs: [],
            lists: [],
            timelines: [],
            problems: [],
            confirmed: [],
            unconfirmed: []
        };
        expect(nothing).to.deep.equal({ ...lists, agent: false, selection: false, saves: 0, sent: false });
        expect(session.receive(message)).to.equal(nothing);
        const before = session.interactions;
        session.receive(message);
        expect(session.interactions).to.equal(before);
    });

    it('takes JSON text, and messages of other sides', () => {
        session.receive(json(interaction('add', call({ state: 'ALERTING' }))));
        expect(session.interaction(ID).phase).to.equal('alerting');
        session.receive(new Proxy(interaction('connect', call()), {}));
        expect(session.interaction(ID).phase).to.equal('connected');
    });

    it('builds what the state allows, and refuses what it does not with the reason', () => {
        session.receive(interaction('add', call({ state: 'ALERTING' })));
        expect(json(session.updateState('pickup', ID))).to.equal(json(patchbay.updateState('pickup', ID)));
        expect(problemsOf(() => session.updateState('hold', ID))).to.deep.equal([
            ['error', '/data/action', 'not-allowed']
        ]);
        expect(() => session.blindTransfer(ID, { flow: 'x' })).to.throw(
            PatchbayError,
            'blindTransfer is not possible yet; it is possible once the interaction is connected.'
        );
        session.receive(interaction('connect', call()));
        for (const build of ['blindTransfer', 'consultTransfer']) {
            expect(json(session[build](ID, { flow: 'x y' }))).to.equal(json(patchbay[build](ID, { flow: 'x y' })));
        }
        const context = { flowId: 'f', userData: 'u' };
        expect(json(session.secureSession(ID, context))).to.equal(json(patchbay.secureSession(ID, context)));
        expect(problemsOf(() => session.updateState('concludeTransfer', ID))[0][2]).to.equal('not-allowed');
        expect(problemsOf(() => session.blindTransfer(ID, { flow: '' }))[0][2]).to.equal('empty');
    });

    it('refuses nothing of an interaction it never heard of', () => {
        expect(session.can('unknown')).to.have.length(9);
        expect(session.updateState('hold', 'unknown').data.id).to.equal('unknown');
    });

    it('knows the agent', () => {
        const nobody = { status: null, subStatus: null, routingStatus: null, statusId: null };
        expect(session.agent).to.deep.equal(nobody);
        const change = session.receive({
            type: 'UserAction',
            category: 'status',
            data: { status: 'MEAL', sub_status: 'Lunch' }
        });
        expect(change.agent).to.equal(true);
        session.receive({ type: 'UserAction', category: 'routingStatus', data: 'OFF_QUEUE' });
        const eating = { status: 'MEAL', subStatus: 'Lunch', routingStatus: 'OFF_QUEUE', statusId: null };
        expect(session.agent).to.deep.equal(eating);
    });

    it('tells what changed to whoever listens, and nothing when nothing did', () => {
        const told = [];
        const listening = patchbay.session({ storage: null, onChange: (change) => told.push(change) });
        const message = interaction('add', call({ state: 'ALERTING' }));
        const change = listening.receive(message);
        listening.receive(message);
        listening.receive('nonsense');
        expect(told).to.have.length(2);
        expect(told[0]).to.equal(change);
        expect(told[1].problems).to.have.length(1);
        listening.close();
    });

    it('calls every subscriber after onChange, until it unsubscribes', () => {
        const told = [];
        const listening = patchbay.session({ storage: null, onChange: () => told.push('onChange') });
        const first = (change) => told.push(change.interactions);
        const stops = [listening.subscribe(first), listening.subscribe(first)];
        listening.receive(interaction('add', call({ state: 'ALERTING' })));
        expect(told.splice(0)).to.deep.equal(['onChange', [ID], [ID]]);
        stops[0]();
        stops[0]();
        listening.receive(interaction('change', call({ state: 'CONNECTED' })));
        expect(told.splice(0)).to.deep.equal(['onChange', [ID]]);
        stops[1]();
        listening.receive(interaction('change', call({ state: 'HELD' })));
        expect(told).to.deep.equal(['onChange']);
        expect(problemsOf(() => listening.subscribe('text'))).to.deep.equal([['error', '', 'type']]);
        listening.close();
    });

    it('is not hurt by a subscriber that throws: the others are called, and told once', () => {
        const FAILED = [['error', '', 'listener-failed']];
        const told = [];
        const stops = [
            session.subscribe(() => {
                stops[1]();
                throw new Error('Nadia Ferrante');
            }),
            session.subscribe(() => told.push('unsubscribed')),
            session.subscribe(({ interactions, problems }) => told.push([interactions, brief(problems)]))
        ];
        const change = session.receive(interaction('add', call({ state: 'ALERTING' })));
        expect([change.interactions, brief(change.problems)]).to.deep.equal([[ID], FAILED]);
        expect(told.splice(0)).to.deep.equal([
            [[ID], []],
            [[], FAILED]
        ]);
        const next = session.receive(interaction('change', call({ state: 'CONNECTED' })));
        expect(brief(next.problems)).to.deep.equal(FAILED);
        expect(told).to.deep.equal([[[ID], []]]);
        expect(brief(session.problems)).to.deep.equal(FAILED);
        expect(JSON.stringify(session.problems)).not.to.include('Nadia');
        stops[0]();
        expect(session.receive(interaction('change', call({ state: 'HELD' }))).problems).to.deep.equal([]);
    });

    it('is not hurt by onChange or publish that throws, and names them', async () => {
        const hurt = () => {
            throw new Error('no');
        };
        const listening = patchbay.session({ storage: null, onChange: hurt, publish: hurt });
        listening.subscribe(['conversationTranscription']);
        const { problems } = listening.receive({ type: 'InitialSetup' });
        expect(brief(problems)).to.deep.equal([
            ['error', '/publish', 'listener-failed'],
            ['error', '/onChange', 'listener-failed']
        ]);
        expect(brief(listening.problems)).to.deep.equal(brief(problems));
        await listening.close();
    });

    it('selects an interaction as the client does', () => {
        for (const id of ['1', '2']) {
            session.receive(interaction('add', { ...call({ state: 'CONNECTED' }), id }));
        }
        expect([session.select('1').selection, session.selected]).to.deep.equal([true, '1']);
        expect([session.select('1').selection, session.selected]).to.deep.equal([false, '1']);
        expect([session.select(null).selection, session.selected]).to.deep.equal([true, '2']);
        expect(brief(session.select(5).problems)).to.deep.equal([['error', '/id', 'type']]);
    });

    it('has every builder, and a builder for each action that needs an ID alone', () => {
        session.receive(interaction('add', call({ state: 'CONNECTED' })));
        for (const action of ['disconnect', 'hold', 'mute', 'securePause']) {
            expect(session[action](ID)).to.deep.equal(patchbay.updateState(action, ID));
        }
        for (const action of ['pickup', 'concludeTransfer']) {
            expect(problemsOf(() => session[action](ID))).to.deep.equal([['error', '/data/action', 'not-allowed']]);
            expect(session[action]('unknown')).to.deep.equal(patchbay.updateState(action, 'unknown'));
        }
        for (const [builder, ...given] of [
            ['addCustomAttributes', ID, { a: 1 }],
            ['updateStatus', 'id'],
            ['participantContext', { phone: '1' }],
            ['blindTransfer', ID, { phone: '1' }],
            ['consultTransfer', ID, { phone: '1' }],
            ['secureSession', ID, { flowId: 'f', userData: 'u' }]
        ]) {
            expect(session[builder](...given)).to.deep.equal(patchbay[builder](...given));
        }
    });

    it('still has the names of the version before', () => {
        const { choose, edit, know, flush } = session;
        const { selectRecord, updateFields, setObjectInfo, saveNow } = session;
        expect([choose, edit, know, flush]).to.deep.equal([selectRecord, updateFields, setObjectInfo, saveNow]);
    });

    it('gives nothing away that could be written to', () => {
        session.receive(interaction('add', call({ state: 'ALERTING', attributes: { a: 'b' } })));
        const one = session.interaction(ID);
        for (const thing of [session, session.interactions, one, one.attributes, session.agent, session.can(ID)]) {
            expect(Object.isFrozen(thing)).to.equal(true);
        }
    });

    it('lets go of everything when it is closed', async () => {
        session.receive(interaction('add', call({ state: 'ALERTING' })));
        await session.close();
        await session.close();
        expect(session.interactions).to.deep.equal([]);
        expect(session.selected).to.equal(null);
        expect(session.receive(interaction('add', call({ state: 'HELD' })))).to.deep.include({ interactions: [] });
        expect(session.can(ID)).to.deep.equal([]);
    });

    it('does not mix with another session', async () => {
        const other = patchbay.session({ storage: null });
        session.receive(interaction('add', call({ state: 'ALERTING' })));
        expect(other.interactions).to.deep.equal([]);
        await other.close();
        const third = patchbay.session({ storage: null });
        expect(third.interactions).to.deep.equal([]);
        await third.close();
    });

    describe('told of something broken', () => {
        const cycle = {};
        cycle.self = cycle;
        const fail = () => {
            throw new Error('hostile');
        };
        for (const [name, message, code] of [
            ['undefined', undefined, 'not-serialisable'],
            ['a function', fail, 'not-serialisable'],
            ['a symbol', Symbol('s'), 'not-serialisable'],
            ['a BigInt', 10n, 'not-serialisable'],
            ['a cycle', cycle, 'not-serialisable'],
            [
                'a getter that throws',
                Object.defineProperty({}, 'type', { get: fail, enumerable: true }),
                'not-serialisable'
            ],
            ['toJSON that throws', { toJSON: fail }, 'not-serialisable'],
            ['null', null, 'type'],
            ['a number', 5, 'type'],
            ['text that is no JSON', 'nonsense', 'type'],
            ['an interaction without ID', interaction('add', {}), 'required'],
            ['two megabytes', interaction('add', call({ attributes: { a: 'x'.repeat(2 ** 21) } })), 'too-long'],
            ['two megabytes of text', 'é'.repeat(2 ** 20), 'too-long']
        ]) {
            it(`does not throw: ${name}`, () => {
                const { problems, interactions } = session.receive(message);
                expect(problems.map((problem) => problem.code)).to.deep.equal([code]);
                expect(interactions).to.deep.equal([]);
            });
        }

        it('reads half of a surrogate pair as U+FFFD, and says so', () => {
            const attributes = { lone: 'a\ud83d', pair: '😀', escaped: '\\ud83d', late: '\udc00z' };
            for (const message of [
                interaction('add', call({ attributes })),
                json(interaction('add', call({ attributes })))
            ]) {
                const other = patchbay.session({ storage: null });
                const { problems } = other.receive(message);
                expect(brief(problems)).to.deep.equal([['warning', '', 'lone-surrogate']]);
                expect(other.interaction(ID).attributes).to.deep.equal({
                    lone: 'a\ufffd',
                    pair: '😀',
                    escaped: '\\ud83d',
                    late: '\ufffdz'
                });
                other.close();
            }
            const escapedPair = json(interaction('add', call())).replace('Nadia', '\\uD83D\\uDE00 Nadia');
            expect(session.receive(escapedPair).problems).to.deep.equal([]);
            expect(session.interaction(ID).name).to.equal('😀 Nadia Lindgren');
        });

        it('goes on with what is right', () => {
            const { problems, interactions } = session.receive(
                interaction('add', call({ state: 'ALERTING', isDone: 'no' }))
            );
            expect(brief(problems)).to.deep.equal([['warning', '/data/isDone', 'type']]);
            expect(interactions).to.deep.equal([ID]);
        });
    });

    it('gives a conversation that comes back a log of its own, and lets the former one be', async () => {
        const requests = [];
        const save = (request) => (requests.push(request), `00T5g000000000${requests.length}`);
        const session = patchbay.session({ save, storage: null });
        const say = (category, more) => session.receive(interaction(category, call(more)));
        say('connect', { state: 'CONNECTED', connectedTime: '2026-04-09T04:19:42.719Z' });
        session.visit({ id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: 'Nadia' });
        session.edit(ID, { Description: 'one' });
        say('acw', { state: 'DISCONNECTED', isDone: true, connectedTime: '2026-04-09T04:19:42.719Z' });
        await new Promise((resolve) => setTimeout(resolve));
        const change = say('add', { state: 'ALERTING' });
        expect(session.can(ID)).to.include('pickup');
        say('connect', { state: 'CONNECTED', connectedTime: '2026-04-09T04:25:03Z' });
        session.openLog(ID);
        // The contact that was in front when it came back is offered, nothing else.
        const [former, current] = session.logs;
        expect(change.logs).to.have.members([former.id, ID]);
        expect([former.interactionId, current.interactionId, current.id]).to.deep.equal([ID, ID, ID]);
        expect([former.values.Description, former.name.length]).to.deep.equal(['one', 1]);
        expect([current.values.Description, current.name.length]).to.deep.equal([undefined, 1]);
        expect(requests.map(({ segment, callLog }) => [segment, callLog.Id])).to.deep.equal([
            ['2026-04-09T04:19:42.719Z', undefined],
            ['2026-04-09T04:25:03.000Z', undefined]
        ]);
        expect(session.edit(former.id, { Description: 'two' }).problems).to.deep.equal([]);
        expect([session.log(former.id), session.log(ID)].map(({ values }) => values.Description)).to.deep.equal([
            'two',
            undefined
        ]);
        await session.close();
    });

    describe('after a reload', () => {
        it('is where it was', () => {
            const storage = memory();
            const before = patchbay.session({ storage });
            before.receive(interaction('connect', call({ attributes: { a: 'b' } })));
            before.receive({ type: 'UserAction', category: 'status', data: { status: 'BUSY' } });
            before.receive({ type: 'Notification', category: 'interactionSelection', data: { interactionId: ID } });
            const after = patchbay.session({ storage });
            expect(after.interactions).to.deep.equal(before.interactions);
            expect(after.agent).to.deep.equal(before.agent);
            expect(after.selected).to.equal(ID);
            expect(after.can(ID)).to.deep.equal(before.can(ID));
            expect(after.problems).to.deep.equal([]);
            expect(after.receive(interaction('connect', call())).interactions).to.deep.equal([]);
        });

        for (const [name, kept] of [
            ['text that is no JSON', 'nonsense'],
            ['another version', '{"patchbay":2}'],
            ['something else of somebody else', '{"cart":[1,2]}'],
            ['half of what was kept', '{"patchbay":1,"agent":[null,null,null],"selec'],
            ['an empty text', '']
        ]) {
            it(`starts anew from ${name}, sets it aside and says so`, () => {
                const storage = memory({ 'patchbay.session': kept });
                const { interactions, problems } = patchbay.session({ storage });
                expect(interactions).to.deep.equal([]);
                expect(brief(problems)).to.deep.equal([['warning', '', 'type']]);
                expect(storage.items).to.deep.equal({ 'patchbay.unreadable.session': kept });
            });
        }

        it('carries on in memory when storage is full, and says so once until it works again', () => {
            const storage = memory();
            const full = () => {
                throw new DOMException('full', 'QuotaExceededError');
            };
            const working = storage.setItem;
            storage.setItem = full;
            const crowded = patchbay.session({ storage });
            const change = (state) => crowded.receive(interaction('change', call({ state }))).problems.length;
            expect([change('ALERTING'), change('CONNECTED'), change('HELD')]).to.deep.equal([1, 0, 0]);
            expect(crowded.interaction(ID).phase).to.equal('held');
            storage.setItem = working;
            expect(change('CONNECTED')).to.equal(0);
            storage.setItem = full;
            expect([change('HELD'), change('CONNECTED')]).to.deep.equal([1, 0]);
            expect(brief(crowded.problems)).to.deep.equal([
                ['warning', '', 'storage-unavailable'],
                ['warning', '', 'storage-unavailable']
            ]);
        });

        it('carries on in memory when storage is forbidden', () => {
            const forbidden = () => {
                throw new DOMException('forbidden', 'SecurityError');
            };
            const other = patchbay.session({
                storage: { getItem: forbidden, setItem: forbidden, removeItem: forbidden }
            });
            expect(brief(other.problems)).to.deep.equal([['warning', '', 'storage-unavailable']]);
            expect(other.receive(interaction('add', call({ state: 'HELD' }))).problems).to.deep.equal([]);
            expect(other.interaction(ID).phase).to.equal('held');
        });

        it('works with whatever storage there is, or none', async () => {
            const other = patchbay.session();
            other.receive(interaction('add', call({ state: 'HELD' })));
            const again = patchbay.session();
            expect(again.problems).to.deep.equal([]);
            expect(again.interactions.length).to.equal(typeof sessionStorage === 'undefined' ? 0 : 1);
            again.receive(interaction('deallocate', call()));
            await Promise.all([other.close(), again.close()]);
        });
    });
});
