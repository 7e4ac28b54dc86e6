import { expect } from 'chai';
import { grown, readBudget, sizeNow } from '../../scripts/size.js';

describe('size', () => {
    it('is what was written down, or less', async () => {
        expect(grown(await sizeNow(), await readBudget()).join('\n')).to.equal('');
    });

    it('that has grown is told, with the crates that grew', async () => {
        const budget = await readBudget();
        const [crate] = Object.keys(budget.crates);
        const fat = {
            ...budget,
            total: Math.ceil(budget.total * 1.02),
            crates: { ...budget.crates, [crate]: budget.crates[crate] + 1000, newcomer: 2000 }
        };
        const told = grown(fat, budget);
        expect(told[0]).to.match(/^total: \d+ bytes, \d+ more than \d+$/);
        expect(told.slice(1, 3)).to.deep.equal([
            'newcomer: 2000 bytes of code, 2000 more',
            `${crate}: ${fat.crates[crate]} bytes of code, 1000 more`
        ]);
        expect(told.at(-1)).to.contain('npm run size');
    });

    it('has a figure for every set of features, each smaller than the whole', async () => {
        const { variants, total } = await readBudget();
        expect(variants.map(({ name }) => name)).to.include.members(['everything', 'messages only']);
        for (const variant of variants.slice(1)) {
            expect(variant.total, variant.name).to.be.lessThan(total);
        }
    });
});
