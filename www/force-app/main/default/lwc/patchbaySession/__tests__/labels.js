/** Before every test file: the labels in English, as they are defined, so that tests read what agents do. */
import { readLabels } from '../../../../../../host/bundle/labels';

const PACKAGES = `${globalThis.process.cwd()}/www`;

for (const [name, { en }] of Object.entries(readLabels(PACKAGES))) {
    jest.doMock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: en }), { virtual: true });
}
