/* The packages of sfdx-project.json: what orgs install, in the order in which they take them. */
import { readFileSync } from 'node:fs';
import { path } from './paths.js';

const project = JSON.parse(readFileSync(path('sfdx-project.json'), 'utf8'));

/** Each package's name, and its folder in the checkout. */
export const PACKAGES = project.packageDirectories.map(({ package: name, path: folder }) => ({ name, folder }));

/** The version that package versions are made of, without their build number. */
export const VERSION = project.packageDirectories[0].versionNumber.replace('.NEXT', '');

/** The version of Salesforce's APIs that all metadata is written for. */
export const API_VERSION = project.sourceApiVersion;
