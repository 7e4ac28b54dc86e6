import { clock, clockBetween, SecondHand, timeOf } from '../clock';

describe('the clock', () => {
    it.each([
        [0, 'PT0S', '0:00'],
        [59.9, 'PT59S', '0:59'],
        [61, 'PT61S', '1:01'],
        [3599, 'PT3599S', '59:59'],
        [36061, 'PT36061S', '10:01:01'],
        [-5, 'PT0S', '0:00']
    ])('reads %d seconds', (seconds, duration, text) => {
        expect(clock(seconds)).toEqual({ duration, text });
    });

    it('reads what lies between two times', () => {
        const start = timeOf('2026-04-09T04:19:30.000Z');
        expect(clockBetween(start, start + 30_000).text).toBe('0:30');
        expect([timeOf(null), timeOf(''), timeOf('yesterday')]).toEqual([null, null, null]);
    });

    describe('its second hand', () => {
        beforeEach(() => {
            jest.useFakeTimers();
        });

        afterEach(() => jest.useRealTimers());

        it('tells every second while that is wanted, however often it is said', () => {
            const tell = jest.fn();
            const hand = new SecondHand(tell);
            hand.run(true);
            hand.run(true);
            jest.advanceTimersByTime(3000);
            expect(tell).toHaveBeenCalledTimes(3);
            hand.run(false);
            hand.run(false);
            expect(jest.getTimerCount()).toBe(0);
            hand.run(true);
            jest.advanceTimersByTime(1000);
            expect(tell).toHaveBeenCalledTimes(4);
            hand.run(false);
        });
    });
});
