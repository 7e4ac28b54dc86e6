import js from '@eslint/js';
import globals from 'globals';
import lwc from '@salesforce/eslint-config-lwc';

const LWC = '{{www,tests/consumer}/{force-app,examples}/**/{lwc,__tests__}/**,wasm/js/jest-preset}/*.js';
const BROWSER = 'www/host/{main.js,modules/**/*.js,sandboxed/**/*.js,genesys/**/*.js}';

export default [
    {
        ignores: [
            'build/',
            'dist/',
            'pkg/',
            'target/',
            'tests/doctor/corpus/',
            'www/force-app/main/default/lwc/patchbay{,Messages}/'
        ]
    },
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
    ...lwc.configs.recommended.map((config) => ({ ...config, files: [LWC] })),
    // The review's parser of JavaScript takes no catch without a name.
    { files: [LWC], rules: { 'no-unused-vars': ['error', { caughtErrors: 'none' }] } },
    {
        files: ['{www,tests/consumer}/{force-app,examples}/**/__tests__/**'],
        rules: {
            // Tests drive the wire adapter's stub, and one check holds after every test.
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
            'jest/no-standalone-expect': ['error', { additionalTestBlockFunctions: ['afterEach'] }]
        }
    },
    {
        files: ['**/*.js', '**/*.mjs'],
        ignores: [LWC],
        ...js.configs.recommended,
        languageOptions: { globals: globals.node }
    },
    {
        files: ['tests/**/*.js'],
        languageOptions: { globals: { ...globals.mocha, ...globals.browser } }
    },
    // What runs in the page: components have decorators, which only LWC's own parser setup reads.
    ...lwc.configs.base.map((config) => ({ ...config, files: [BROWSER] })),
    { files: [BROWSER], languageOptions: { globals: globals.browser } }
];
