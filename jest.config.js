import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const BUILT = ['<rootDir>/build/', '<rootDir>/pkg/', '<rootDir>/target/'];

// Templates are compiled by this workspace's LWC, so its engine has to run them; sfdx-lwc-jest would take its own, older one.
const ENGINE = require.resolve('@lwc/engine-dom/dist/index.cjs', { paths: [require.resolve('lwc')] });

const HELPERS = '<rootDir>/www/force-app/main/default/lwc/patchbaySession/__tests__';

// Recipes are no part of the package, whose folders are all that the preset's resolver knows.
const RECIPES = readdirSync(new URL('www/recipes/lwc', import.meta.url));

export default {
    ...jestConfig,
    testMatch: ['<rootDir>/www/{force-app,recipes}/**/__tests__/**/*.test.js'],
    setupFiles: [`${HELPERS}/labels.js`],
    testPathIgnorePatterns: [...jestConfig.testPathIgnorePatterns, ...BUILT],
    // Built folders hold second copies of the same package names.
    modulePathIgnorePatterns: BUILT,
    moduleNameMapper: {
        '^(lwc|@lwc/engine-dom)$': ENGINE,
        '^patchbay-harness$': `${HELPERS}/harness.js`,
        [`^c/(${RECIPES.join('|')})$`]: '<rootDir>/www/recipes/lwc/$1/$1'
    },
    clearMocks: true,
    // What ends a test that hangs is far above what any takes, also on a busy machine.
    testTimeout: 120000
};
