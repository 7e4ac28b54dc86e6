/* The controls of a consult transfer as JavaScript has them; what they send is tested in Rust. */
import { expect } from 'chai';
import { load } from '#patchbay';

const tell = (id, state, more = {}) => ({
    type: 'Interaction',
    category: 'change',
    data: { new: { id, state, ...more } }
});

describe('the controls of a consult transfer', () => {
    let patchbay;
    before(async () => {
        patchbay = await load();
    });

    it('are those of both parts, frozen, and none of anything else', async () => {
        const session = patchbay.session({ storage: null });
        session.receive(tell('1', 'HELD'));
        expect(session.consultControls('1')).to.deep.equal([]);
        session.receive(tell('2', 'CONNECTED', { direction: 'Outbound' }));
        const controls = session.consultControls('2');
        expect(controls).to.deep.equal([
            { name: 'conclude', possible: true, steps: [{ id: '1', action: 'concludeTransfer', on: null }] },
            { name: 'cancel', possible: true, steps: [{ id: '2', action: 'disconnect', on: null }] },
            {
                name: 'swap',
                possible: true,
                steps: [
                    { id: '2', action: 'hold', on: true },
                    { id: '1', action: 'hold', on: false }
                ]
            }
        ]);
        expect(session.consultControls('1')).to.deep.equal(controls);
        for (const one of [controls, controls[2], controls[2].steps, controls[2].steps[0]]) {
            expect(one).to.satisfy(Object.isFrozen);
        }
        for (const id of ['3', '', null, undefined, 7]) {
            expect(session.consultControls(id)).to.deep.equal([]);
        }
        await session.close();
        expect(session.consultControls('1')).to.deep.equal([]);
    });
});
