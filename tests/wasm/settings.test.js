import { expect } from 'chai';
import { load } from '#patchbay';
import { brief } from './helpers.js';

const SECRET = 's3cr3t-D0NT-T3LL';
const HISTORICAL = {
    kind: 'historical',
    clientId: '3MVG9',
    clientSecret: SECRET,
    apiVersion: '53',
    readyActivities: 'On Queue; On call',
    notReadyActivities: 'Break'
};

describe('integration settings', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    it('are judged, completed and put to work', () => {
        const report = patchbay.settings([HISTORICAL]);
        expect([report.valid, report.problems]).to.deep.equal([true, []]);
        expect(report.settings[0]).to.include({
            apiVersion: 'v53.0',
            url: 'https://login.salesforce.com/services/oauth2/token',
            serviceLevelThreshold: 20
        });
        expect(report.classify(null, 'on call')).to.equal('ready');
        expect(report.classify(null, { status: 'BREAK', subStatus: null, routingStatus: null })).to.equal('notReady');
        expect(report.classify('nobody', 'on call')).to.equal('unknown');
        const contacts = [
            { waitSeconds: 20, answered: true },
            { waitSeconds: 5, answered: false },
            { waitSeconds: 6, answered: false }
        ];
        expect(report.serviceLevel(null, contacts)).to.deep.equal({
            answeredWithin: 0.5,
            abandonRate: 0.5,
            shortAbandons: 1,
            problems: []
        });
        expect([report, report.settings, report.problems, report.settings[0]].every(Object.isFrozen)).to.equal(true);
    });

    it('follow the status of the agent as a session tells it', () => {
        const report = patchbay.settings([HISTORICAL]);
        const session = patchbay.session({ storage: null });
        session.receive({ type: 'UserAction', category: 'status', data: { status: 'ON_QUEUE' } });
        expect(report.classify(null, session.agent)).to.equal('ready');
        session.receive({ type: 'UserAction', category: 'status', data: { status: 'BUSY', sub_status: 'Break' } });
        expect(report.classify(null, session.agent)).to.equal('notReady');
        return session.close();
    });

    it('keep their secrets from every output', () => {
        const forms = [
            HISTORICAL,
            { ...HISTORICAL, kind: 'realtime', group: 'b', clientSecret: `${SECRET} ` },
            { ...HISTORICAL, kind: 'nonsense' },
            { clientSecret: SECRET }
        ];
        const report = patchbay.settings(forms);
        const everything = [
            JSON.stringify(report),
            String(report),
            ...report.problems.map(String),
            JSON.stringify(report.serviceLevel(null, [])),
            JSON.stringify(Object.entries(report)),
            report.classify(null, SECRET)
        ];
        expect(everything.filter((text) => text.includes(SECRET))).to.deep.equal([]);
        expect(report.settings.map(({ clientSecretGiven }) => clientSecretGiven)).to.deep.equal([
            true,
            true,
            undefined,
            undefined
        ]);
    });

    it('survive whatever they are given', () => {
        for (const list of [
            undefined,
            null,
            5n,
            'text',
            () => {},
            {},
            [null],
            [[]],
            [{ kind: {} }],
            new Proxy([], {})
        ]) {
            const report = patchbay.settings(list);
            expect(report.settings).to.be.an('array');
            expect(report.classify(undefined, undefined)).to.equal('unknown');
            expect(report.serviceLevel(5, 'x').problems).to.not.deep.equal([]);
        }
        expect(brief(patchbay.settings([{ ...HISTORICAL, url: 'http://x' }]).problems)).to.deep.equal([
            ['error', '/0/url', 'unknown-value']
        ]);
    });
});
