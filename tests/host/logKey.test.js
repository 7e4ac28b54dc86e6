/* The stand-in for the key of a log: saves of one interaction wait for one another, and a late one writes nothing. */
import { expect } from 'chai';
import { callable } from '../../www/host/records/apex/methods.js';
import { openOrg } from './support/org.js';

describe('PatchbayLogKey', () => {
    let org;
    let call;
    before(async () => {
        org = await openOrg();
        call = callable('PatchbayInteractionLog.save', org);
    });
    afterEach(() => org.reset());
    after(() => org.store.close());

    const save = (id, revision, callLog, segment = 'first') =>
        call({ data: JSON.stringify({ eventName: 'openCallLog', interaction: { id }, segment, revision, callLog }) });
    const tasks = async () => (await org.store.query('Task')).map(({ fields }) => fields);

    it('of saves at once one makes the Task, and the others go on with it', async () => {
        const all = await Promise.all(
            [1, 2, 3, 4, 5].map((number) => save('at once', number, { Subject: `${number}` }))
        );
        expect(new Set(all.map(({ id }) => id)).size).to.equal(1);
        expect((await tasks()).map(({ Subject }) => Subject)).to.deep.equal(['5']);
    });

    it('a save that arrives late writes nothing, and says what was there before', async () => {
        const { id } = await save('late', 7, { Subject: 'Later' });
        expect(await save('late', 6, { Subject: 'Earlier' })).to.include({ id, newerRevision: 7 });
        expect((await tasks())[0].Subject).to.equal('Later');
        expect(await save('late', 8, { Subject: 'Latest' })).not.to.have.property('newerRevision');
        expect((await tasks())[0].Subject).to.equal('Latest');
    });

    it('a late save of a segment that is not stored yet is written', async () => {
        await save('segments', 7, { Subject: 'One' });
        await save('segments', 6, { Subject: 'Two' }, 'after first');
        expect((await tasks()).map(({ Subject }) => Subject)).to.have.members(['One', 'Two']);
    });

    it('a save that names no revision, as those of the managed package, is written', async () => {
        await save('unnamed', 7, { Subject: 'One' });
        await save('unnamed', undefined, { Subject: 'Two' });
        expect((await tasks())[0].Subject).to.equal('Two');
    });
});
