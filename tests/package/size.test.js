import { expect } from 'chai';
import { grown, measured, readBudget } from '../../scripts/size.js';

describe('size', () => {
    it('is what was written down, or less', async () => {
        expect(grown(await measured(), await readBudget()).join('\n')).to.equal('');
    });

    it('that has grown is told', async () => {
        const budget = await readBudget();
        const told = grown({ ...budget, total: Math.ceil(budget.total * 1.02) }, budget);
        expect(told[0]).to.match(/^total: \d+ bytes, \d+ more than \d+$/);
        expect(told.at(-1)).to.contain('npm run size');
    });

    it('has a figure for every set of features, each smaller than the whole', async () => {
        const { variants, total } = await readBudget();
        expect(variants.map(({ name }) => name)).to.include('messages only');
        for (const variant of variants) {
            expect(variant.total, variant.name).to.be.lessThan(total);
        }
    });
});
