/** What a log says of its fields: what is not stored, and what is stored instead of something else. */
import { hintsOf, lossesOf, reasonsOf, toSaving, worded } from 'c/patchbayShared';

const failure = { severity: 'error', path: '', code: 'not-saved', message: 'The save failed.' };
const loss = { severity: 'warning', path: '/Queue__c', code: 'not-stored', message: 'Queue__c was not stored.' };
const hint = {
    severity: 'info',
    path: '/Priority',
    code: 'overridden',
    reason: 'fixed-value',
    values: ['Normal'],
    message: 'Priority has your value.'
};

describe('the problems of a log', () => {
    it('are losses, unless they are hints or the save failed', () => {
        const log = { problems: [failure, loss, hint] };
        expect(lossesOf(log)).toEqual([{ ...loss, message: 'Queue is not stored.' }]);
        expect(hintsOf(log)).toEqual([{ ...hint, message: expect.stringMatching(/Priority.*Normal/) }]);
    });

    it('are sentences of labels, not of Rust', () => {
        const [reason, ...others] = reasonsOf({ problems: [failure, loss, hint] });
        expect(others).toEqual([]);
        expect(reason).toBe(worded(failure).message);
        const [{ message }] = lossesOf({ problems: [loss] });
        for (const [said, problem] of [
            [reason, failure],
            [message, loss],
            [hintsOf({ problems: [hint] })[0].message, hint]
        ]) {
            expect(said).not.toBe(problem.message);
        }
    });

    it('make it saved in part, unless they are hints', () => {
        const textOf = (problems) => toSaving({ saveState: 'saved', failures: 0, problems }).text;
        expect(textOf([hint])).toBe('Saved');
        expect(textOf([hint, loss])).not.toBe('Saved');
    });
});
