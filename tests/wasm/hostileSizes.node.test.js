/* Values that make the module's memory grow, each given to a module that has only just been loaded. */
import { expect } from 'chai';
import { tried } from './reliability.js';

const ID = '1';
const CALL = { type: 'Interaction', category: 'change', data: { id: ID, state: 'CONNECTED' } };
const SIZES = [1_000, 10_000, 70_000, 300_000, 1_200_000];

const VALUES = {
    'many values': (size) => Array.from({ length: size }, () => 0),
    'many properties': (size) =>
        Object.fromEntries(Array.from({ length: size / 10 }, (_, at) => [`Field${at}__c`, at])),
    'a long text': (size) => 'é'.repeat(size),
    'a property with a long text': (size) => ({ id: ID, name: 'a'.repeat(size), Description: 'a'.repeat(size) })
};

const CALLS = {
    validate: ({ patchbay }, value) => patchbay.validate({ type: 'PureCloud.User.updateStatus', data: value }),
    addCustomAttributes: ({ patchbay }, value) => patchbay.addCustomAttributes(ID, { a: value }),
    blindTransfer: ({ patchbay }, value) => patchbay.blindTransfer(ID, { flow: value }),
    encode: ({ patchbay }, value) => patchbay.encode(value),
    engagement: ({ patchbay }, value) => patchbay.engagement('create', value, { apiVersion: '62.0', values: value }),
    settings: ({ patchbay }, value) => patchbay.settings(value),
    configuration: ({ patchbay }, value) =>
        patchbay.configuration(
            { settings: value, fieldMappings: value, statuses: [value], transferTargets: value, taskRules: [value] },
            { fields: value, transferTargets: [value] },
            { objectInfo: value, taskStatuses: value }
        ),
    preflight: ({ patchbay }, value) =>
        patchbay.preflight({ taskTypes: value, relatedTo: value, permissionSets: [value] }),
    receive: ({ session }, value) => session.receive({ ...CALL, data: { ...CALL.data, attributes: value } }),
    visit: ({ session }, value) => session.visit(value),
    associate: ({ session }, value) => session.associate(ID, value),
    associateNumber: ({ session }, value) => session.associate({ number: value }, [{ related: value }]),
    handOver: ({ session }, value) => session.handOver(value),
    selectRecord: ({ session }, value) => session.selectRecord(ID, 'name', value),
    updateFields: ({ session }, value) => session.updateFields(ID, value),
    setObjectInfo: ({ session }, value) => session.setObjectInfo({ objectInfo: value, engagementInfo: value })
};

let loaded = 0;

/** A module of its own, as on a page of its own. */
async function fresh() {
    loaded += 1;
    const { load, PatchbayError } = await import(new URL(`../../pkg/index.js?page=${loaded}`, import.meta.url));
    const patchbay = await load();
    const session = patchbay.session({ storage: null });
    session.receive(CALL);
    return { patchbay, session, PatchbayError };
}

describe('values of any size, first of all', () => {
    for (const [name, call] of Object.entries(CALLS)) {
        it(name, async () => {
            let cases = 0;
            for (const [kind, make] of Object.entries(VALUES)) {
                for (const size of SIZES) {
                    const page = await fresh();
                    const about = `${kind}, ${size}`;
                    try {
                        call(page, make(size));
                    } catch (error) {
                        expect(error, `${about}: ${error.stack}`).to.be.instanceof(page.PatchbayError);
                    }
                    const change = page.session.receive({ reason: 'status_updated', status: 'MEAL' });
                    expect([change.agent, page.session.agent.status], about).to.deep.equal([true, 'MEAL']);
                    expect(page.session.interaction(ID)?.phase, about).to.equal('connected');
                    expect(page.patchbay.encode('a b'), about).to.equal('a%20b');
                    await page.session.close();
                    cases += 1;
                }
            }
            tried(`values of any size, ${name}`, cases);
        }).timeout(60_000);
    }

    it('an interaction that would grow with every message: attributes of two megabytes are kept, and no more', async () => {
        const { session } = await fresh();
        const messages = 24;
        const room = 4;
        for (let at = 0; at < messages; at++) {
            const attributes = { [`attribute ${at}`]: 'x'.repeat(450_000 + at) };
            const change = session.receive({ ...CALL, data: { ...CALL.data, attributes } });
            expect(change.interactions, `message ${at}`).to.deep.equal(at < room ? [ID] : []);
            expect(Object.keys(session.interaction(ID).attributes)).to.have.length(Math.min(at + 1, room));
        }
        await session.close();
        tried('values of any size, messages of one interaction', messages);
    }).timeout(60_000);
});
