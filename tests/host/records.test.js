import { expect } from 'chai';
import { OBJECTS, RECORDS, findRecord, findRecordByAddress, relatedTo } from '../../www/host/data/records.js';

// The three last characters tell which of the fifteen before them are capital letters, five at a time.
function withChecksum(id) {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
    const blocks = [id.slice(0, 5), id.slice(5, 10), id.slice(10, 15)];
    const digit = (block) => [...block].reduce((bits, c, i) => (c >= 'A' && c <= 'Z' ? bits | (1 << i) : bits), 0);
    return id.slice(0, 15) + blocks.map((block) => alphabet[digit(block)]).join('');
}

describe('records', () => {
    for (const { id, objectApiName, name, fields } of RECORDS) {
        it(`${objectApiName} ${name} has an ID of its kind and looks up to records that exist`, () => {
            expect(id).to.equal(withChecksum(id));
            expect(id.slice(0, 3)).to.equal(OBJECTS[objectApiName].prefix);
            for (const { type, value } of fields) {
                if (type === 'lookup') expect(findRecord(value)).not.to.equal(undefined);
            }
        });
    }

    it('has some of every object, each with an ID of its own', () => {
        expect(new Set(RECORDS.map(({ objectApiName }) => objectApiName)).size).to.equal(Object.keys(OBJECTS).length);
        expect(new Set(RECORDS.map(({ id }) => id)).size).to.equal(RECORDS.length);
    });

    it('are found by both lengths of their ID, by address and by what they look up to', () => {
        const nadia = findRecordByAddress('+61491570156');
        expect(findRecordByAddress('nadia.lindgren@example.com')).to.equal(nadia);
        expect(nadia.name).to.equal('Nadia Lindgren');
        expect(findRecord(nadia.id.slice(0, 15))).to.equal(nadia);
        expect(findRecord('003000000000000')).to.equal(undefined);
        expect(relatedTo(nadia.id).map(({ name }) => name)).to.include('Fleet cover renewal');
    });
});
