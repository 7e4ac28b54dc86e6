import { expect } from 'chai';
import { OBJECTS, RECORDS, SEED, findRecord, findRecordsByAddress, relatedTo } from '../../www/host/data/records.js';
import { shown } from '../../www/host/records/display.js';
import { makeId, toId, withChecksum } from '../../www/host/records/ids.js';
import { SCHEMA } from '../../www/host/records/schema.js';
import { IDS } from './support/org.js';

const known = (id) => SEED.some((record) => record.id === id);

describe('records', () => {
    for (const { id, objectApiName, name, fields } of RECORDS) {
        it(`${objectApiName} ${name} has an ID of its kind, fields of its object, and looks up to records that exist`, () => {
            expect(id).to.equal(withChecksum(id));
            expect(id.slice(0, 3)).to.equal(SCHEMA[objectApiName].keyPrefix);
            for (const [field, value] of Object.entries(fields)) {
                const definition = SCHEMA[objectApiName].fields[field];
                expect(definition, field).not.to.equal(undefined);
                if (definition.dataType === 'Reference') expect(known(value), field).to.equal(true);
            }
        });
    }

    it('have an ID each, and some are of every object to navigate', () => {
        expect(new Set(SEED.map(({ id }) => id)).size).to.equal(SEED.length);
        expect(Object.keys(OBJECTS)).to.have.members([
            'Contact',
            'Lead',
            'Account',
            'Opportunity',
            'Campaign',
            'Case',
            'Claim__c'
        ]);
    });

    it('are found by both lengths of their ID, and by what they look up to', () => {
        const nadia = findRecord(IDS.contact);
        expect(nadia.name).to.equal('Nadia Lindgren');
        expect(findRecord(nadia.id.slice(0, 15))).to.equal(nadia);
        expect(findRecord('003000000000000')).to.equal(undefined);
        expect(findRecord('nonsense')).to.equal(undefined);
        expect(relatedTo(nadia.id).map(({ name }) => name)).to.include('Fleet cover renewal');
    });

    it('are found by address: one, several, none', () => {
        const names = (address) => findRecordsByAddress(address).map(({ name }) => name);
        expect(names('+61491570156')).to.deep.equal(['Nadia Lindgren']);
        expect(names('nadia.lindgren@example.com')).to.deep.equal(['Nadia Lindgren']);
        expect(names('+442079460018')).to.deep.equal(['Casimir Doyle', 'Maren Oduya']);
        expect(names('')).to.deep.equal([]);
    });

    it('a person account is found by its contact too', () => {
        expect(findRecord(IDS.personAsContact)).to.equal(findRecord(IDS.person));
    });
});

describe('record IDs', () => {
    it('15 and 18 characters name the same record', () => {
        expect(toId('0035g00000LqT4r')).to.equal(IDS.contact);
        expect(toId(IDS.contact)).to.equal(IDS.contact);
        expect(toId(IDS.contact.toLowerCase())).to.equal(null); // its capitals are not those of the checksum
    });

    for (const wrong of [
        undefined,
        null,
        7,
        '',
        '0035g00000LqT4',
        '0035g00000LqT4rAA',
        '0035g00000LqT4rAAA',
        '!'.repeat(15)
    ]) {
        it(`${JSON.stringify(wrong)} is none`, () => expect(toId(wrong)).to.equal(null));
    }

    it('are made one for every number, with a right checksum', () => {
        const ids = Array.from({ length: 500 }, (_, number) => makeId('00T', number));
        expect(new Set(ids).size).to.equal(500);
        for (const id of ids) expect(toId(id)).to.equal(id);
    });
});

describe('what a record page shows', () => {
    it('values as a person reads them', () => {
        const opportunity = findRecord(IDS.opportunity);
        const show = (field) => shown(opportunity, field);
        expect(show('AccountId')).to.include({ label: 'Account', type: 'lookup', value: IDS.account });
        expect(show('Amount').text).to.match(/184,000/);
        expect(show('Probability').text).to.equal('80%');
        expect(show('StageName').text).to.equal('Negotiation');
        expect(shown(findRecord(IDS.contact), 'Phone')).to.include({ type: 'phone', text: '+61491570156' });
    });
});
