import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const BUILT = ['<rootDir>/build/', '<rootDir>/pkg/', '<rootDir>/target/'];

// Templates are compiled by this workspace's LWC, so its engine has to run them; sfdx-lwc-jest would take its own, older one.
const ENGINE = require.resolve('@lwc/engine-dom/dist/index.cjs', { paths: [require.resolve('lwc')] });

export default {
    ...jestConfig,
    testMatch: ['<rootDir>/www/force-app/**/__tests__/**/*.test.js'],
    setupFiles: ['<rootDir>/www/force-app/main/default/lwc/patchbayElement/__tests__/labels.js'],
    testPathIgnorePatterns: [...jestConfig.testPathIgnorePatterns, ...BUILT],
    // Built folders hold second copies of the same package names.
    modulePathIgnorePatterns: BUILT,
    moduleNameMapper: { '^(lwc|@lwc/engine-dom)$': ENGINE },
    clearMocks: true
};
