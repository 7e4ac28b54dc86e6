/*
 * Settings of Jest for a project that only installed Patchbay: `c/patchbay*` are the components as they ship, `c/patchbay` itself is
 * `patchbay/testing`, and what they import of `@salesforce` is stubbed.
 */
const { join } = require('node:path');

const root = join(__dirname, '..');

module.exports = {
    moduleNameMapper: {
        '^lightning/modal$': join(__dirname, 'modal.js'),
        '^c/patchbay(Messages)?$': join(root, 'testing/index.js'),
        '^c/(patchbay\\w+)$': join(root, 'lwc/$1/$1.js')
    },
    setupFiles: [join(__dirname, 'stubs.cjs')],
    // The components are compiled like the project's own; the other two are those of sfdx-lwc-jest.
    transformIgnorePatterns: [
        '/node_modules/(?!(patchbay|.*@lwc/state|.*@salesforce/sfdx-lwc-jest/src/lightning-stubs)/)'
    ]
};
