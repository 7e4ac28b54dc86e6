/* Before every test file: the labels in English, and Apex that answers nothing. A test's own `jest.mock` goes before both. */
const { apex, labels } = require('./stubs.json');

const stub = (name, value) => jest.doMock(name, () => ({ __esModule: true, default: value() }), { virtual: true });

for (const [name, text] of Object.entries(labels)) {
    stub(`@salesforce/label/c.${name}`, () => text);
}
for (const method of apex) {
    stub(`@salesforce/apex/${method}`, () => jest.fn(() => Promise.resolve(null)));
}
