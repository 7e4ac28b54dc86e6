import { expect } from 'chai';
import { Address } from '../../www/host/records/address.js';

describe('an address', () => {
    for (const [address, stored] of [
        ['+13175550123', '+13175550123'],
        ['tel:+13175550123', '(317) 555-0123'],
        ['sip:+13175550123@example.invalid', '+1 317 555 0123'],
        ['sip:+13175550123;user=phone', '317.555.0123'],
        ['+13175550123', '+1 (317) 555-0123 ext. 44'],
        ['+13175550123 x44', '317-555-0123'],
        ['+442079460018', '020 7946 0018'],
        ['+442079460018', '+44 (0)20 7946 0018'],
        ['nadia@example.com', 'Nadia@Example.com'],
        ['mailto:nadia@example.com', 'nadia@example.com ']
    ]) {
        it(`${address} is ${stored}`, () => expect(new Address(address).isSame(stored)).to.equal(true));
    }

    for (const [address, stored] of [
        ['+13175550123', '+13175550124'],
        ['+13175550123', '5550123'],
        ['+13175550123', ''],
        ['+13175550123', null],
        ['nadia@example.com', 'nadia@example.org'],
        ['nadia@example.com', '+13175550123']
    ]) {
        it(`${address} is not ${stored}`, () => expect(new Address(address).isSame(stored)).to.equal(false));
    }

    for (const internal of [
        '',
        '  ',
        null,
        undefined,
        '4711',
        'sip:robin.vale@example.invalid',
        'Robin Vale',
        'a@b',
        'anonymous'
    ]) {
        it(`${JSON.stringify(internal)} can be in no field`, () => {
            expect(new Address(internal).fieldType).to.equal(null);
            expect(new Address(internal).isSame('4711')).to.equal(false);
        });
    }
});
