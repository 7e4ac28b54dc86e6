#!/usr/bin/env node
/* The command `patchbay`: `patchbay preflight PATH` judges a retrieved project, `patchbay doctor PATH` hand-written integrations. */
import process from 'node:process';
import { preflight, USAGE as PREFLIGHT } from './preflight.js';

const DOCTOR = 'patchbay doctor PATH [--fix] [--format text|json|sarif] [--json]';

/** What each command does; the doctor's parsers are loaded only where they are needed. */
const COMMANDS = { preflight, doctor: async (args) => (await import('./doctor/command.js')).doctor(args) };

async function main([name, ...args]) {
    if (Object.hasOwn(COMMANDS, name ?? '')) {
        return COMMANDS[name](args);
    }
    const isAsked = name === '--help' || name === '-h';
    process[isAsked ? 'stdout' : 'stderr'].write(`Usage: ${PREFLIGHT}\nUsage: ${DOCTOR}\n`);
    return isAsked ? 0 : 2;
}

process.exitCode = await main(process.argv.slice(2));
