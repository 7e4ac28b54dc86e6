import { expect } from 'chai';
import { grown, readBudget, sizesNow } from '../../scripts/size.js';

describe('size', () => {
    it('is what was written down, or less', async () => {
        const { builds } = await readBudget();
        expect(grown(await sizesNow(), builds).join('\n')).to.equal('');
    });

    it('that has grown is told', async () => {
        const { builds } = await readBudget();
        const { everything } = builds;
        const told = grown({ ...builds, everything: { ...everything, total: everything.total * 2 } }, builds);
        expect(told[0]).to.match(/^everything, total: \d+ bytes, \d+ more than \d+$/);
        expect(told.at(-1)).to.contain('npm run size');
    });

    it('has a figure for every set of features, each smaller than the whole', async () => {
        const { builds, variants } = await readBudget();
        expect(variants).to.not.have.length(0);
        for (const variant of variants) {
            expect(variant.total, variant.name).to.be.lessThan(builds.everything.total);
        }
    });
});
