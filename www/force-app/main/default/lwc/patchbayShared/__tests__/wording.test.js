import { counted, fill, number, timeOfDay } from '../wording';

describe('labels and numbers', () => {
    it('fills the places of a label in whatever order they come', () => {
        expect(fill('{1} before {0}, and {1} again', 'a', 'b')).toBe('b before a, and b again');
    });

    it('leaves alone what is no place, and what has no value', () => {
        expect(fill("engagement: { apiVersion: '62.0' } {2}", 'a')).toBe("engagement: { apiVersion: '62.0' } {2}");
    });

    it('takes values as they are, though they look like places or patterns', () => {
        expect(fill('{0} and {1}', '{1}', '$&')).toBe('{1} and $&');
    });

    it('writes numbers and times as the locale does', () => {
        expect(fill('{0} of {1}', 50, 12345)).toBe('50 of 12,345');
        expect(number(0.256, { style: 'percent' })).toBe('26%');
        expect(timeOfDay(new Date(2026, 0, 2, 15, 4, 5))).toMatch(/^3:04:05\sPM$/);
        expect(timeOfDay(new Date(2026, 0, 2, 15, 4, 5), { hour: '2-digit', hourCycle: 'h23' })).toBe('15');
    });

    it('tells one from many', () => {
        expect([0, 1, 2].map((count) => counted(count, '{0} record', '{0} records'))).toEqual([
            '0 records',
            '1 record',
            '2 records'
        ]);
    });
});
