import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const BUILT = ['<rootDir>/build/', '<rootDir>/pkg/', '<rootDir>/target/'];

// Templates are compiled by this workspace's LWC, so its engine has to run them; sfdx-lwc-jest would take its own, older one.
const ENGINE = require.resolve('@lwc/engine-dom/dist/index.cjs', { paths: [require.resolve('lwc')] });

const HELPERS = '<rootDir>/www/force-app/main/default/lwc/patchbaySession/__tests__';

export default {
    ...jestConfig,
    testMatch: ['<rootDir>/www/{force-app,examples}/**/__tests__/**/*.test.js'],
    setupFiles: [`${HELPERS}/labels.js`, `${HELPERS}/computedStyle.js`],
    testPathIgnorePatterns: [...jestConfig.testPathIgnorePatterns, ...BUILT],
    // Built folders hold second copies of the same package names.
    modulePathIgnorePatterns: BUILT,
    moduleNameMapper: {
        '^(lwc|@lwc/engine-dom)$': ENGINE,
        // The preset has no stub of it.
        '^lightning/platformUtilityBarApi$': `${HELPERS}/platformUtilityBarApi.js`,
        '^lightning/modal$': '<rootDir>/wasm/js/jest-preset/modal.js',
        '^patchbay-harness$': `${HELPERS}/harness.js`
    },
    clearMocks: true,
    // What ends a test that hangs is far above what any takes, also on a busy machine.
    testTimeout: 120000
};
