/**
 * Settings of Jest for components that build on Patchbay, in a project that only installed it.
 *
 * @example
 * // jest.config.js
 * const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');
 * module.exports = { ...jestConfig, ...require('patchbay/jest-preset') };
 */
declare const preset: {
    readonly moduleNameMapper: Readonly<Record<string, string>>;
    readonly setupFiles: readonly string[];
    readonly transformIgnorePatterns: readonly string[];
};

export = preset;
