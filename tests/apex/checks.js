/* What must hold of every Apex class. Each check gives a line for every fault that it sees in one. */
import {
    all,
    calls,
    child,
    isTest,
    isWithin,
    methods,
    modifiers,
    nameOf,
    outermost,
    place,
    text,
    typeOf
} from './apex.js';

const DML = ['Insert', 'Update', 'Upsert', 'Delete', 'Undelete', 'Merge'].map((name) => `${name}Statement`);
const LOOPS = ['ForStatement', 'WhileStatement', 'DoWhileStatement'];
const OF_DATABASE =
    /^(?:insert|update|upsert|delete|undelete|merge|convertlead|query|querywithbinds|countquery|countquerywithbinds|getquerylocator|getquerylocatorwithbinds|getcursor|getcursorwithbinds)/;

const MODES = {
    withuser_mode: 'user',
    asuser: 'user',
    'accesslevel.user_mode': 'user',
    withsystem_mode: 'system',
    assystem: 'system',
    'accesslevel.system_mode': 'system'
};

/** Static queries, searches and writes, and those by Database and Search. */
function operations(unit) {
    const dynamic = calls(unit.tree).filter(
        ({ receiver, name }) =>
            (receiver === 'database' && OF_DATABASE.test(name)) ||
            (receiver === 'search' && /^(?:query|find|suggest)/.test(name))
    );
    return [
        ...all(unit.tree, 'Query').map((node) => ({ node, mode: modeOf(node, 'WithClause') })),
        ...all(unit.tree, 'SoslLiteral').map((node) => ({ node, mode: modeOf(node, 'SoslWithClause') })),
        ...all(unit.tree, ...DML).map((node) => ({ node, mode: modeOf(node, 'AccessLevel') })),
        ...dynamic.map(({ call, args }) => ({
            node: call,
            mode: args.length > 0 ? MODES[text(args.at(-1))] : undefined
        }))
    ];
}

/** The mode that an operation says it runs in: user, system, or nothing said. */
function modeOf(node, kind) {
    return all(node, kind)
        .map((clause) => MODES[text(clause)])
        .find(Boolean);
}

/** It parses. */
export function syntax(unit) {
    return unit.errors.map((error) => `${unit.name}:${error}`);
}

/** It says whose records it sees; a class of tests runs as whom the test says. */
export function sharing(unit) {
    const declared = modifiers(typeOf(unit));
    const isSaid = declared.includes('withsharing') || declared.includes('inheritedsharing');
    return isSaid || isTest(typeOf(unit)) ? [] : [`${unit.name}: neither with sharing nor inherited sharing`];
}

/** Reads and writes run as the user. Only the data that tests begin with are stored in system mode, with a comment that says so. */
export function userMode(unit) {
    const allowed = isTestData(unit) ? ['user', 'system'] : ['user'];
    return operations(unit)
        .filter(({ mode }) => !allowed.includes(mode))
        .map(({ node }) => `${place(unit, node)}: not in user mode: ${node.getText()}`);
}

/** It asks the database no more often for more records. */
export function loops(unit) {
    return operations(unit)
        .filter(({ node }) => isWithin(node, ...LOOPS))
        .map(({ node }) => `${place(unit, node)}: in a loop: ${node.getText()}`);
}

/** It knows no record of an org by its ID. */
export function recordIds(unit) {
    return all(unit.tree, 'Literal')
        .filter((node) => /^'(?:00|01|0q|500|70)[a-z0-9]{12,13}(?:[a-z0-9]{3})?'$/.test(text(node)))
        .filter((node) => [17, 20].includes(node.getText().length))
        .map((node) => `${place(unit, node)}: a record's ID: ${node.getText()}`);
}

/** A test shows something, by Assert, and on data of its own. */
export function assertions(unit) {
    const tests = methods(outermost(unit)).filter(isTest);
    const empty = tests.filter((test) => !calls(test).some(({ receiver }) => receiver === 'assert'));
    const old = calls(unit.tree).filter(({ receiver, name }) => receiver === 'system' && name.startsWith('assert'));
    const shared = all(unit.tree, 'Annotation').filter((node) => text(node).includes('seealldata=true'));
    return [
        ...empty.map((test) => `${place(unit, test)}: ${nameOf(test)} asserts nothing`),
        ...old.map(({ call }) => `${place(unit, call)}: System.${nameOrText(call)} instead of Assert`),
        ...shared.map((node) => `${place(unit, node)}: sees the org's own data`)
    ];
}

function nameOrText(call) {
    return call.children[0].getText();
}

/** Of the classes together: each has its tests; an exception has nothing to test. */
export function untested(units) {
    const names = new Set(units.filter(hasTests).map(({ name }) => name));
    return units
        .filter((unit) => !isTest(typeOf(unit)) && !isException(unit) && !names.has(`${unit.name}Test`))
        .map(({ name }) => `${name}: ${name}Test has no test, or is not there`);
}

/** Whether a class is of tests. */
export function hasTests(unit) {
    return isTest(typeOf(unit)) && methods(outermost(unit)).some(isTest);
}

/** Whether a class makes what tests begin with, and has none itself. */
export function isTestData(unit) {
    return isTest(typeOf(unit)) && !hasTests(unit);
}

function isException(unit) {
    const extended = child(outermost(unit), 'TypeRef');
    return extended !== undefined && text(extended) === 'exception';
}

/** What stands beside a class in a file of its own: the API version that it is compiled for. */
export function metadata(name, meta, version) {
    const expected = [
        '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">',
        `<apiVersion>${version}</apiVersion>`,
        '<status>Active</status>'
    ];
    return expected.filter((line) => !meta?.includes(line)).map((line) => `${name}.cls-meta.xml: no ${line}`);
}
