/*
 * Every call of the face, given values that lie, throw or do not end, at every place of every argument: it answers or throws
 * a PatchbayError, and the session is as it was, or as a message of this content would make it.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { PatchbayError, load } from '#patchbay';
import { ID, UPDATE_STATE, UPDATE_STATUS, memory, transfer } from './helpers.js';
import { HOSTILE, places, replaced } from './hostileValues.js';
import { tried } from './reliability.js';

const CONTACT = { id: '0035g00000LqT4r', objectApiName: 'Contact', name: 'Nadia' };
const CALL = { type: 'Interaction', category: 'change', data: { id: ID, state: 'CONNECTED', attributes: { a: 'b' } } };
const SECURE = {
    action: 'secureSession',
    id: ID,
    secureSessionContext: { flowId: 'f', userData: 'u', disconnect: true }
};
const FORM = {
    kind: 'historical',
    clientId: '3MVG9',
    clientSecret: 's',
    apiVersion: '53',
    readyActivities: 'On Queue'
};
const INFO = { fields: { Description: { dataType: 'TextArea', length: 100, createable: true, updateable: true } } };
const OPTIONS = {
    storage: { getItem: () => null, setItem: () => {}, removeItem: () => {} },
    fields: { 'Call.QueueName': 'Queue__c', chat: { 'Chat.Transcript': 'Transcript__c' } },
    objectInfo: INFO,
    transcripts: 'cut',
    region: 'mypurecloud.com',
    locale: 'en-US',
    timeZone: 'UTC',
    user: 'u',
    engagement: { apiVersion: '62.0', save: () => '', values: { A__c: 1 } },
    save: () => '',
    onChange: () => {}
};
const NEVER = true;

/** Name, arguments that are fine, the call, and whether it never throws at all. */
const CALLS = [
    ['validate a transfer', [transfer('1')], ({ patchbay }, ...args) => patchbay.validate(...args), NEVER],
    [
        'validate a session',
        [{ type: UPDATE_STATE, data: SECURE }],
        ({ patchbay }, ...args) => patchbay.validate(...args),
        NEVER
    ],
    [
        'validate what is of another kind',
        [{ type: 'Interaction', category: 'add', data: { id: ID } }],
        ({ patchbay }, ...args) => patchbay.validate(...args),
        NEVER
    ],
    ['updateState', ['hold', ID], ({ patchbay }, ...args) => patchbay.updateState(...args)],
    ['blindTransfer', [ID, { flow: 'Audit' }], ({ patchbay }, ...args) => patchbay.blindTransfer(...args)],
    ['participantContext', [{ phone: '1' }], ({ patchbay }, ...args) => patchbay.participantContext(...args)],
    ['secureSession', [ID, SECURE.secureSessionContext], ({ patchbay }, ...args) => patchbay.secureSession(...args)],
    ['addCustomAttributes', [ID, { a: 'b', c: 1 }], ({ patchbay }, ...args) => patchbay.addCustomAttributes(...args)],
    ['updateStatus', [ID], ({ patchbay }, ...args) => patchbay.updateStatus(...args)],
    ['encode', ['a b'], ({ patchbay }, ...args) => patchbay.encode(...args)],
    [
        'engagement',
        [
            'create',
            { id: ID, phase: 'connected' },
            { apiVersion: '62.0', values: { A__c: 1 }, picklists: { Status: ['New'] } }
        ],
        ({ patchbay }, ...args) => patchbay.engagement(...args),
        NEVER
    ],
    [
        'configuration',
        [
            { settings: { Log_Keeper__c: 'none' }, statuses: [{ DeveloperName: 'A', Genesys_Status__c: 'B' }] },
            { fields: { 'Call.Ani': 'A__c' }, statuses: [{ id: 'a', label: 'b' }] },
            { taskStatuses: [{ name: 'Open', isClosed: false }] }
        ],
        ({ patchbay }, ...args) => patchbay.configuration(...args),
        NEVER
    ],
    [
        'preflight',
        [{ taskTypes: ['Call'], tasks: { read: true }, events: { seconds: 1, types: { A: 1 } } }],
        ({ patchbay }, ...args) => patchbay.preflight(...args),
        NEVER
    ],
    ['settings', [[FORM]], ({ patchbay }, ...args) => patchbay.settings(...args), NEVER],
    ['classify', [null, { status: 'MEAL' }], ({ report }, ...args) => report.classify(...args)],
    [
        'serviceLevel',
        [null, [{ waitSeconds: 1, answered: true }]],
        ({ report }, ...args) => report.serviceLevel(...args)
    ],
    ['session', [OPTIONS], ({ patchbay }, ...args) => void patchbay.session(...args).close()],
    ['receive', [CALL], ({ session }, ...args) => session.receive(...args), NEVER],
    ['visit', [CONTACT], ({ session }, ...args) => session.visit(...args), NEVER],
    ['associate', [ID, [CONTACT]], ({ session }, ...args) => session.associate(...args), NEVER],
    [
        'associate with a number',
        [{ number: '+13175550123' }, [{ ...CONTACT, related: [CONTACT] }]],
        ({ session }, ...args) => session.associate(...args),
        NEVER
    ],
    ['handOver', [ID], ({ session }, ...args) => session.handOver(...args), NEVER],
    ['selectRecord', [ID, 'name', CONTACT.id], ({ session }, ...args) => session.selectRecord(...args), NEVER],
    [
        'updateFields',
        [ID, { Description: 'x', A__c: 1 }],
        ({ session }, ...args) => session.updateFields(...args),
        NEVER
    ],
    ['setObjectInfo', [{ objectInfo: INFO }], ({ session }, ...args) => session.setObjectInfo(...args), NEVER],
    ['openLog', [ID], ({ session }, ...args) => session.openLog(...args)],
    ['can', [ID], ({ session }, ...args) => session.can(...args)],
    ['log', [ID], ({ session }, ...args) => session.log(...args)],
    ['hold in the session', ['hold', ID], ({ session }, ...args) => session.updateState(...args)],
    ['transfer in the session', [ID, { queueId: 'q' }], ({ session }, ...args) => session.consultTransfer(...args)]
];

function isOurs(error) {
    try {
        return error instanceof PatchbayError;
    } catch {
        return false;
    }
}

describe('hostile values', () => {
    let world;
    let statuses = 0;
    before(async () => {
        const patchbay = await load();
        world = { patchbay, report: patchbay.settings([FORM]) };
    });
    beforeEach(() => {
        world.session = world.patchbay.session({ storage: memory() });
        world.session.receive(CALL);
    });
    afterEach(() => world.session.close());

    /** What a call with hostile arguments gave; a throw is well if it is a PatchbayError, and never where none may be. */
    function attempt([name, , call, never], args, about) {
        let answer;
        try {
            answer = call(world, ...args);
        } catch (error) {
            if (never || !isOurs(error)) {
                let said = 'something that cannot even be told';
                try {
                    said = `${error?.name}: ${error?.message} ${String(error?.stack).split('\n')[1]}`;
                } catch {
                    // As hostile as what was given.
                }
                expect.fail(`${name}, ${about()}: threw ${said}`);
            }
            expect(error.problems.length, `${name}, ${about()}`).to.be.above(0);
            answer = error;
        }
        for (const problem of answer?.problems ?? []) {
            expect(problem.message, `${name}, ${about()}`).to.match(/\S/);
            expect(problem.path, `${name}, ${about()}`).to.be.a('string');
        }
    }

    /** The session goes on as if nothing had been. */
    function goesOn(about) {
        const { session, patchbay } = world;
        statuses += 1;
        const status = `STATUS_${statuses}`;
        const change = session.receive({ type: 'UserAction', category: 'status', data: { status } });
        expect([change.agent, change.problems, session.agent.status], about()).to.deep.equal([true, [], status]);
        for (const interaction of session.interactions) {
            expect(session.interaction(interaction.id), about()).to.equal(interaction);
            expect(session.can(interaction.id), about()).to.be.an('array');
        }
        expect(session.log(ID).id, about()).to.equal(ID);
        expect(patchbay.validate({ type: UPDATE_STATUS, data: { id: ID } }).problems, about()).to.deep.equal([]);
        expect(patchbay.encode('a b'), about()).to.equal('a%20b');
    }

    for (const call of CALLS) {
        const [name, args] = call;
        it(`${name}, with each of them in each place`, () => {
            let cases = 0;
            for (const at of places(args).slice(1)) {
                for (const [kind, make] of Object.entries(HOSTILE)) {
                    const about = () => `/${at.join('/')} ${kind}`;
                    attempt(call, replaced(args, at, make), about);
                    goesOn(about);
                    cases += 1;
                }
            }
            expect({}.id).to.equal(undefined);
            tried(`hostile values, ${name}`, cases);
        }).timeout(60_000);
    }

    it('several of them at once, in any call', () => {
        const numRuns = 500;
        const hostilities = fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...Object.keys(HOSTILE))), {
            minLength: 1,
            maxLength: 4
        });
        const property = fc.property(fc.constantFrom(...CALLS.keys()), hostilities, (which, hostile) => {
            const all = places(CALLS[which][1]).slice(1);
            // The deepest first, so that what holds it is made hostile around it.
            const inward = hostile
                .map(([place, kind]) => [all[place % all.length], kind])
                .sort(([one], [other]) => other.length - one.length);
            let args = CALLS[which][1];
            const about = () => JSON.stringify(inward);
            for (const [at, kind] of inward) {
                try {
                    args = replaced(args, at, HOSTILE[kind]);
                } catch {
                    // Not even to be put together.
                }
            }
            attempt(CALLS[which], args, about);
            goesOn(about);
        });
        fc.assert(property, { numRuns });
        tried('hostile values, several at once', numRuns);
    }).timeout(60_000);

    it('anything at all, in any call', () => {
        const numRuns = 1_000;
        const anything = fc.anything({
            withBigInt: true,
            withDate: true,
            withMap: true,
            withSet: true,
            withTypedArray: true
        });
        const property = fc.property(
            fc.constantFrom(...CALLS.keys()),
            fc.array(anything, { maxLength: 4 }),
            (which, args) => {
                const about = () => fc.stringify(args);
                attempt(CALLS[which], args, about);
                goesOn(about);
            }
        );
        fc.assert(property, { numRuns });
        tried('hostile values, anything at all', numRuns);
    }).timeout(60_000);
});
