/** Before every test file: the labels in English, as they are defined, so that tests read what agents do. */
import { readLabels } from '../../../../../../host/bundle/labels';

const PACKAGE = `${globalThis.process.cwd()}/www/force-app/main/default`;

for (const [name, { en }] of Object.entries(readLabels(PACKAGE))) {
    jest.doMock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: en }), { virtual: true });
}
