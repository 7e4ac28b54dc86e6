import { expect } from 'chai';
import { load } from '#patchbay';
import { brief } from './helpers.js';

describe('preflight', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    it('judges the facts that are given, and no others', () => {
        const { valid, problems, findings } = patchbay.preflight({
            closedStatuses: ['Completed'],
            relatedTo: { Claim__c: false },
            events: { seconds: 60, types: { Interaction: 25, UserAction: 2 } },
            storage: null
        });
        expect({ valid, problems }).to.deep.equal({ valid: true, problems: [] });
        expect(findings).to.have.length(13);
        expect(findings.filter(({ status }) => status !== 'unknown')).to.deep.equal([
            { check: 'closed-status', status: 'ok', code: 'closed-status-there', values: ['Completed'] },
            { check: 'related-to', status: 'warning', code: 'activities-off', values: ['Claim__c'] },
            { check: 'client-events', status: 'warning', code: 'events-partly', values: ['Notification'] }
        ]);
    });

    it('says for how much longer to listen to the client', () => {
        const listenFor = (seconds) => patchbay.preflight({ events: { seconds, types: {} } }).listenFor;
        expect([0, 45, 60, 61].map(listenFor)).to.deep.equal([60, 15, 0, 0]);
        expect(patchbay.preflight({}).listenFor).to.equal(60);
    });

    it('is frozen', () => {
        const report = patchbay.preflight({});
        for (const part of [report, report.findings, report.findings[0], report.problems]) {
            expect(Object.isFrozen(part)).to.equal(true);
        }
    });

    it('has an error where Patchbay cannot work', () => {
        expect(patchbay.preflight({ lightningWebSecurity: false }).valid).to.equal(false);
    });

    it('never throws, whatever it is given', () => {
        const cyclic = {};
        cyclic.tasks = cyclic;
        const throwing = {
            get channel() {
                throw new Error('no');
            }
        };
        for (const given of [undefined, null, 7, 'facts', [], () => {}, Symbol('a'), 7n, cyclic, throwing]) {
            const { problems, findings } = patchbay.preflight(given);
            expect(brief(problems)).to.deep.equal([['warning', '', 'type']]);
            expect(findings.every(({ status }) => status === 'unknown')).to.equal(true);
        }
        const { problems } = patchbay.preflight({ channel: 'yes', tasks: { read: true } });
        expect(brief(problems)).to.deep.equal([['warning', '/channel', 'type']]);
    });
});
