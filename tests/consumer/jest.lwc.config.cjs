const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

// Templates are compiled by the LWC that is installed, so its engine has to run them.
const ENGINE = require.resolve('@lwc/engine-dom/dist/index.cjs', { paths: [require.resolve('lwc')] });

module.exports = {
    ...jestConfig,
    moduleNameMapper: { '^(lwc|@lwc/engine-dom)$': ENGINE, '^c/patchbay$': 'patchbay/testing' },
    testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.js'],
    transformIgnorePatterns: ['/node_modules/(?!patchbay/)']
};
