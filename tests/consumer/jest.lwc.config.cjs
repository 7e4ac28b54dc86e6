const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');
const patchbay = require('patchbay/jest-preset');

// Templates are compiled by the LWC that is installed, so its engine has to run them.
const ENGINE = require.resolve('@lwc/engine-dom/dist/index.cjs', { paths: [require.resolve('lwc')] });

module.exports = {
    ...jestConfig,
    ...patchbay,
    moduleNameMapper: { '^(lwc|@lwc/engine-dom)$': ENGINE, ...patchbay.moduleNameMapper },
    testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.js']
};
