/*
 * Every call of the module with marks for all that is personal or secret, valid and broken in every place, while saving and
 * storage fail with errors that repeat what they were given, and nobody catches anything: no mark is in what is output.
 */
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { load } from '#patchbay';
import { tried } from '../wasm/reliability.js';
import { MARKS, broken, marked, marksIn } from './marks.js';
import { carelessly, listen } from './output.js';

const FIXTURES = ['inbound-call', 'consult-transfer', 'chat-and-dialer'];

const ID = '6b0d7c1e-3a44-4f0a-9f0e-0c7f5a3d2b11';
const CONTACT = { id: '0035g00000LqT4rAAF', objectApiName: 'Contact', name: MARKS.name, isPersonAccount: false };
const FORM = {
    kind: 'historical',
    group: MARKS.name,
    clientId: 'client',
    clientSecret: MARKS.secret,
    apiVersion: 'v53.0',
    readyActivities: 'On Queue'
};
const OPTIONS = {
    user: '0055g00000LqT4rAAF',
    locale: 'en-US',
    timeZone: 'UTC',
    region: 'mypurecloud.com',
    transcripts: 'cut',
    fields: { 'context.email': 'Email__c', 'Chat.Transcript': 'Transcript__c', 'Participant.case': 'Case__c' }
};
const ENGAGEMENT = { apiVersion: '62.0', values: { Sentiment: MARKS.attribute, Reason: MARKS.comment } };

/** The arguments of each call, valid; of a session's, beside what it can be told without having been broken. */
const CALLS = {
    updateState: ['hold', ID],
    blindTransfer: [ID, { phone: MARKS.number }],
    consultTransfer: [ID, { flow: MARKS.name }],
    participantContext: [{ address: MARKS.email }],
    secureSession: [ID, { flowId: 'flow', userData: MARKS.userData, disconnect: false }],
    addCustomAttributes: [ID, { case: MARKS.attribute, card: MARKS.card }],
    subscribe: [[MARKS.name], MARKS.name],
    updateStatus: [MARKS.name],
    encode: [MARKS.name],
    engagement: [
        'create',
        {
            id: ID,
            kind: 'call',
            phase: 'connected',
            name: MARKS.name,
            address: MARKS.number,
            attributes: { Sentiment: MARKS.attribute }
        },
        ENGAGEMENT
    ],
    settings: [[FORM, { ...FORM, kind: 'realtime', eventName: 'Agent_State__e' }]],
    configuration: [
        {
            settings: { Region__c: MARKS.name },
            fieldMappings: [{ DeveloperName: MARKS.comment }],
            statuses: [MARKS.name]
        },
        { transferTargets: [{ value: MARKS.number }] },
        { objectInfo: { apiName: MARKS.name } }
    ],
    preflight: [{ permissionSets: [MARKS.name], taskTypes: [MARKS.comment], relatedTo: { [MARKS.name]: true } }]
};

const OF_SESSION = {
    interaction: [ID],
    can: [ID],
    updateState: CALLS.updateState,
    blindTransfer: CALLS.blindTransfer,
    consultTransfer: CALLS.consultTransfer,
    secureSession: CALLS.secureSession,
    addCustomAttributes: CALLS.addCustomAttributes,
    updateStatus: CALLS.updateStatus,
    participantContext: CALLS.participantContext,
    pickup: [ID],
    disconnect: [ID],
    hold: [ID],
    mute: [ID],
    securePause: [ID],
    concludeTransfer: [ID],
    select: [ID],
    show: [ID],
    typing: ['comments', ID, 'focus'],
    offered: [ID],
    consultControls: [ID],
    sent: [{ type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: ID } }],
    findTargets: [{ text: MARKS.name, configured: [{ kind: 'phone', value: MARKS.number, label: MARKS.name }] }],
    rememberTarget: [{ kind: 'phone', value: MARKS.number, label: MARKS.name }],
    setFavourite: [{ kind: 'phone', value: MARKS.number, label: MARKS.name }, true],
    subscribe: CALLS.subscribe,
    visit: [CONTACT],
    leave: [],
    handOver: [ID],
    associate: [ID, [CONTACT]],
    selectRecord: [ID, 'name', CONTACT.id],
    updateFields: [ID, { Description: MARKS.comment, Subject: MARKS.name, Phone__c: MARKS.number }],
    openLog: [ID],
    setObjectInfo: [
        {
            objectInfo: { apiName: 'Task', fields: {} },
            engagementInfo: { apiName: 'EngagementInteraction', fields: {} }
        }
    ],
    log: [ID],
    timeline: [ID],
    summary: [ID],
    addSummary: [ID, MARKS.comment]
};

const MESSAGES = [
    { type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: ID } },
    {
        type: 'PureCloud.Interaction.updateState',
        data: {
            action: 'blindTransfer',
            id: ID,
            participantContext: { transferTarget: encodeURIComponent(MARKS.number), transferTargetType: 'address' }
        }
    },
    {
        type: 'PureCloud.Interaction.updateState',
        data: { action: 'secureSession', id: ID, secureSessionContext: CALLS.secureSession[1] }
    },
    { type: 'PureCloud.Interaction.addCustomAttributes', data: { id: ID, attributes: CALLS.addCustomAttributes[1] } },
    { type: 'PureCloud.User.updateStatus', data: { id: MARKS.name } }
];

const repeating = (given) => new Error(`could not take ${JSON.stringify(given)}`);

/** Those who save, each failing in a way of its own and repeating what it was given. */
const SAVERS = {
    'rejects with an Error': (request) => Promise.reject(repeating(request)),
    'rejects as Apex does': (request) => Promise.reject({ status: 500, body: { message: JSON.stringify(request) } }),
    'rejects as the UI API does': (request) =>
        Promise.reject({ body: { output: { errors: [{ message: repeating(request).message }] } } }),
    throws(request) {
        throw repeating(request);
    },
    'answers with what it was given': async (request) => JSON.stringify(request),
    'leaves a field out': async (request) => ({
        id: '00T5g00000XyZ12EAF',
        dropped: [{ field: 'Description', reason: JSON.stringify(request) }]
    })
};

const everythingKept = JSON.stringify({ patchbay: 1, kept: MARKS });

const STORES = {
    'repeats what it refuses': {
        getItem() {
            throw repeating(MARKS);
        },
        setItem(place, text) {
            throw repeating(text);
        },
        removeItem(place) {
            throw repeating(place);
        }
    },
    'holds what nobody wrote': { getItem: () => everythingKept, setItem() {}, removeItem() {} },
    'is none': null
};

describe('what the module outputs', () => {
    let patchbay;
    let stop;
    before(async () => {
        patchbay = await load();
    });
    beforeEach(() => {
        stop = listen();
    });
    afterEach(() => stop());

    /** Ends listening: no mark was put out. Gives the errors that nobody caught. */
    async function silent() {
        const { text, errors } = await stop();
        const telling = text.split('\n').filter((line) => marksIn(line).length > 0);
        expect([...new Set(telling)].slice(0, 20)).to.deep.equal([]);
        expect(marksIn(text)).to.deep.equal([]);
        return errors;
    }

    for (const [name, valid] of Object.entries(CALLS)) {
        it(`holds nothing of what ${name} is given`, async () => {
            let cases = 0;
            for (const args of broken(valid)) {
                carelessly(() => patchbay[name](...listed(args)));
                cases += 1;
            }
            await silent();
            tried(`redaction, calls, ${name}`, cases);
        });
    }

    it('holds nothing of what validate is given', async () => {
        let cases = 0;
        for (const message of MESSAGES.flatMap((one) => [...broken(one)])) {
            carelessly(() => patchbay.validate(message));
            cases += 1;
        }
        await silent();
        tried('redaction, calls, validate', cases);
    });

    it('holds nothing of what settings are asked', async () => {
        let cases = 0;
        const judged = patchbay.settings(CALLS.settings[0]);
        for (const [name, valid] of [
            ['classify', [MARKS.name, { status: MARKS.name, subStatus: MARKS.comment, routingStatus: null }]],
            ['serviceLevel', [MARKS.name, [{ waitedSeconds: 3, answered: true, name: MARKS.name }]]]
        ]) {
            for (const args of broken(valid)) {
                carelessly(() => judged[name](...listed(args)));
                cases += 1;
            }
        }
        await silent();
        tried('redaction, questions to settings', cases);
    });

    it('holds nothing of any message that comes in', async () => {
        let cases = 0;
        for (const fixture of FIXTURES) {
            const session = patchbay.session({ ...OPTIONS, storage: null });
            for (const message of await messagesOf(fixture)) {
                for (const one of broken(message)) {
                    carelessly(() => session.receive(one));
                    cases += 1;
                }
                carelessly(() => session.receive(JSON.stringify(JSON.stringify(message)).slice(0, -9)));
            }
            await session.close();
        }
        await silent();
        tried('redaction, messages that come in', cases);
    }).timeout(120_000);

    it('holds nothing of what a session is asked, or opened with', async () => {
        let cases = 0;
        const session = patchbay.session({ ...OPTIONS, engagement: ENGAGEMENT, storage: null });
        const messages = await messagesOf('inbound-call');
        messages.slice(0, 16).forEach((message) => session.receive(message));
        for (const [name, valid] of Object.entries(OF_SESSION)) {
            for (const args of broken(valid)) {
                carelessly(() => session[name](...listed(args)));
                cases += 1;
            }
        }
        await session.close();
        for (const options of broken({ ...OPTIONS, region: MARKS.email, storage: null, engagement: ENGAGEMENT })) {
            const opened = carelessly(() => patchbay.session(options));
            carelessly(() => opened?.receive(messages[2]));
            await opened?.close();
            cases += 1;
        }
        await silent();
        tried('redaction, what a session is asked', cases);
    }).timeout(120_000);

    it('holds nothing of a working day on which all that can fail does', async () => {
        let days = 0;
        for (const save of Object.values(SAVERS)) {
            for (const storage of Object.values(STORES)) {
                for (const fixture of FIXTURES) {
                    await day({ save, storage }, await messagesOf(fixture));
                    days += 1;
                }
            }
        }
        const thrown = await silent();
        // Otherwise nobody was careless.
        expect(thrown.filter(({ name }) => name === 'PatchbayError').length).to.be.above(days / 2);
        // What a listener of the page throws goes no further.
        expect(thrown.filter(({ message }) => message === 'the page failed')).to.deep.equal([]);
        tried('redaction, days on which everything fails', days);
    }).timeout(120_000);

    /** A day of an agent in a page whose listener throws as long as messages come in, and which waits for nothing. */
    async function day({ save, storage }, messages) {
        let receiving = true;
        const session = patchbay.session({
            ...OPTIONS,
            engagement: { ...ENGAGEMENT, save },
            save,
            storage,
            onChange() {
                if (receiving) throw new Error('the page failed');
            }
        });
        for (const message of messages) {
            carelessly(() => session.receive(message));
        }
        receiving = false;
        for (const { id } of session.logs) {
            carelessly(() => session.associate(id, [CONTACT]));
            carelessly(() => session.updateFields(id, OF_SESSION.updateFields[1]));
            carelessly(() => session.openLog(id));
        }
        carelessly(() => session.saveNow());
        await new Promise((resolve) => setImmediate(resolve));
        carelessly(() => session.saveNow());
        await new Promise((resolve) => setImmediate(resolve));
        await session.close();
    }

    it('is asked of every call there is', async () => {
        await silent();
        const functions = (face) => Object.keys(face).filter((name) => typeof face[name] === 'function');
        expect(functions(patchbay)).to.have.members([...Object.keys(CALLS), 'validate', 'session']);
        const session = patchbay.session({ storage: null });
        // The last four are other names of functions that are called.
        const OTHERS = ['receive', 'saveNow', 'close', 'know', 'choose', 'edit', 'flush'];
        expect(functions(session)).to.have.members([...Object.keys(OF_SESSION), ...OTHERS]);
        expect(functions(patchbay.settings([]))).to.have.members(['classify', 'serviceLevel']);
        await session.close();
    });

    it('would be found: in the console, in a stream, in an error that nobody catches, in what caused it', async () => {
        console.debug({ deep: { inside: [MARKS.number] } });
        process.stderr.write(encodeURIComponent(MARKS.name));
        carelessly(() => {
            throw new Error(JSON.stringify(MARKS.comment));
        });
        Promise.reject(new Error('outside', { cause: new Error(MARKS.secret) }));
        const { text, errors } = await stop();
        expect(marksIn(text)).to.have.members(['number', 'name', 'comment', 'secret']);
        expect(errors).to.have.length(2);
    });
});

/** Arguments that were broken as a whole are one argument. */
function listed(args) {
    try {
        return Array.isArray(args) ? args : [args];
    } catch {
        return [args];
    }
}

async function messagesOf(name) {
    const { events } = JSON.parse(await readFile(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'));
    const messages = marked(events.map(({ message }) => message));
    expect(marksIn(JSON.stringify(messages))).to.include.members(['number', 'name']);
    return messages;
}
