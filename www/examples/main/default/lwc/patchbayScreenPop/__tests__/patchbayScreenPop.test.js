import { getRecord } from 'lightning/uiRecordApi';
import { subscribe } from 'c/patchbaySession';
import PatchbayScreenPop from 'c/patchbayScreenPop';
import { alertText, call, ready, receive, rendered } from 'patchbay-harness';

const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
    const Navigate = Symbol('Navigate');
    const NavigationMixin = (Base) =>
        class extends Base {
            [Navigate](reference) {
                mockNavigate(reference.attributes);
            }
        };
    return { NavigationMixin: Object.assign(NavigationMixin, { Navigate }) };
});

const CASE = { id: '5005g00000RvW2qAAF', fields: { CaseNumber: { value: '00001026' } } };
const entered = (id) => call(id, 'CONNECTED', { attributes: { 'Participant.caseId': CASE.id } });

let stop;
afterEach(() => stop());

async function calling(...messages) {
    const element = await ready('c-patchbay-screen-pop', PatchbayScreenPop);
    let session;
    stop = subscribe((state) => ({ session } = state));
    await receive(...messages);
    return { element, related: (id) => session.log(id).chosen.relatedTo };
}

describe('c-patchbay-screen-pop', () => {
    it('opens the case and relates the log to it', async () => {
        const { element, related } = await calling(entered('1'));
        expect(getRecord.getLastConfig()).toMatchObject({ recordId: CASE.id });
        getRecord.emit(CASE);
        await rendered();
        expect(mockNavigate.mock.calls).toEqual([[{ recordId: CASE.id, objectApiName: 'Case', actionName: 'view' }]]);
        expect(related('1')).toMatchObject({ id: CASE.id, name: '00001026' });
        await expect(element).toBeAccessible();
    });

    it('pops for the next call about the same case', async () => {
        const { related } = await calling(entered('1'));
        getRecord.emit(CASE);
        await receive(entered('2'));
        expect(related('2')).toMatchObject({ id: CASE.id });
    });

    it('leaves calls without a case alone, and says when one cannot be opened', async () => {
        const { element, related } = await calling(call('1', 'CONNECTED'));
        expect(related('1')).toBeNull();
        await receive(entered('2'));
        getRecord.error();
        await rendered();
        expect(alertText(element)).toContain('cannot be opened');
    });
});
