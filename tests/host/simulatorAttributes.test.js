/* Attributes that the caller's side sets, at any time until wrap-up is complete, and transcripts of any length. */
import { expect } from 'chai';
import { Ignored } from '../../www/host/genesys/ignored.js';
import { GenesysSimulator } from '../../www/host/genesys/simulator.js';
import { connectedCall, play } from './support/play.js';

describe('simulator: attributes from the other side', () => {
    it('are told as a change with old and new, beside those there were', () => {
        const { simulator, wait, published, id } = connectedCall();
        simulator.setAttributes(id, { 'Participant.verified': true });
        simulator.setAttributes(id, { 'Participant.sentiment': 'Positive', 'Participant.queueTime': 12, gone: null });
        wait();
        expect(published.map(({ category }) => category)).to.deep.equal(['change', 'change']);
        const [first, second] = published.map(({ data }) => data);
        expect(first.old).not.to.have.property('attributes');
        expect(first.new.attributes).to.deep.equal({ 'Participant.verified': true });
        expect(second.old.attributes).to.deep.equal(first.new.attributes);
        expect(second.new.attributes).to.deep.equal({
            'Participant.verified': true,
            'Participant.sentiment': 'Positive',
            'Participant.queueTime': 12,
            gone: null
        });
        expect(second.new).to.include({ id, state: 'CONNECTED' });
    });

    it('can come after the end, until wrap-up is complete', () => {
        const { simulator, order, wait, published, id } = connectedCall();
        order('disconnect', id);
        wait();
        published.length = 0;
        simulator.setAttributes(id, { 'Participant.survey': '5' });
        wait();
        expect(published).to.have.length(1);
        expect(published[0].data.new).to.deep.include({
            state: 'DISCONNECTED',
            isDone: false,
            attributes: { 'Participant.survey': '5' }
        });
        simulator.completeWrapUp(id);
        wait();
        published.length = 0;
        simulator.setAttributes(id, { 'Participant.survey': '1' });
        wait();
        expect(published).to.deep.equal([]);
    });

    it('are plain values, or none is set', () => {
        const { simulator, wait, published, id } = connectedCall();
        expect(() => simulator.setAttributes(id, { fine: '1', list: [] })).to.throw(
            Ignored,
            "The attribute 'list' is not a plain value."
        );
        wait();
        expect(published).to.deep.equal([]);
    });

    it('are shown to who watches', () => {
        const { simulator, id } = connectedCall();
        let told = 0;
        simulator.watch(() => (told += 1));
        simulator.setAttributes(id, { 'Participant.survey': '5' });
        expect(told).to.equal(1);
    });
});

describe('simulator: the transcript of a chat', () => {
    function ended(begin, act = () => {}) {
        const stage = play();
        const id = begin(stage.simulator);
        stage.order('pickup', id);
        stage.wait();
        act(stage.simulator, id);
        stage.published.length = 0;
        stage.order('disconnect', id);
        stage.wait();
        const { attributes } = stage.published[0].data.new;
        return attributes['Chat.Transcript'];
    }

    for (const length of [1, 21, 22, 500, 131_072, 131_073]) {
        it(`has ${length} characters where that is wanted`, () => {
            const transcript = ended((simulator) => simulator.chat({ transcriptLength: length }));
            expect(transcript).to.have.length(length);
            expect(transcript.isWellFormed()).to.equal(true);
        });
    }

    it('never ends within a character', () => {
        for (let length = 1; length < 600; length += 1) {
            const transcript = ended((simulator) => simulator.chat({ transcriptLength: length }));
            expect([transcript.length, transcript.isWellFormed()]).to.deep.equal([length, true]);
        }
    });

    it('is told how long to be while the chat goes on, also over a reload', () => {
        const wanted = ended(
            (simulator) => simulator.chat(),
            (simulator, id) => simulator.setTranscriptLength(id, 300)
        );
        expect(wanted).to.have.length(300);
        const { simulator, clock } = play();
        const id = simulator.chat({ transcriptLength: 300 });
        const next = new GenesysSimulator({ publish: () => {}, clock });
        next.start(simulator.memory);
        expect(next.find(id).transcriptLength).to.equal(300);
    });

    it('is what little was written otherwise', () => {
        expect(ended((simulator) => simulator.chat({ name: 'Imani' }))).to.equal('Imani: hi\nAgent: hello');
    });
});
