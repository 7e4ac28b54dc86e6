import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import PatchbayStorableFields from 'c/patchbayStorableFields';
import setup from 'c/patchbaySetup';
import { know } from 'c/patchbaySession';

jest.mock('c/patchbaySession', () => ({ know: jest.fn() }));
jest.mock('c/patchbaySetup', () => ({ __esModule: true, default: { engagement: null } }));

const TASK = { apiName: 'Task', fields: {} };
const ENGAGEMENT = { apiName: 'EngagementInteraction', fields: {} };

const of = (name) => (config) => config.objectApiName === name;

async function open(engagement) {
    setup.engagement = engagement;
    document.body.append(createElement('c-patchbay-storable-fields', { is: PatchbayStorableFields }));
    await Promise.resolve();
}

describe('c-patchbay-storable-fields', () => {
    afterEach(() => document.body.replaceChildren());

    it('tells what may be stored in activities, and asks for nothing else where nothing else is kept', async () => {
        await open(null);
        getObjectInfo.emit(TASK, of('Task'));
        getObjectInfo.emit(ENGAGEMENT, of('EngagementInteraction'));
        expect(know.mock.calls).toEqual([[{ objectInfo: TASK }]]);
    });

    it('and in EngagementInteraction records where they are kept', async () => {
        await open({ apiVersion: '62.0' });
        getObjectInfo.emit(ENGAGEMENT, of('EngagementInteraction'));
        expect(know.mock.calls).toEqual([[{ engagementInfo: ENGAGEMENT }]]);
    });

    it('tells nothing where nothing can be known', async () => {
        await open({ apiVersion: '62.0' });
        getObjectInfo.error({ message: 'Object Task is not supported in UI API' });
        expect(know).not.toHaveBeenCalled();
    });
});
