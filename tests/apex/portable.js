/* What makes a test fail in an org that it was not written in. Each check gives a line for every fault that it sees in a class. */
import { hasTests, isTestData } from './checks.js';
import { all, calls, child, isTest, place, text, typeOf } from './apex.js';

/** How many arguments each method of Assert takes without a message. */
const ASSERTED = {
    areequal: 2,
    arenotequal: 2,
    isinstanceoftype: 2,
    isnotinstanceoftype: 2,
    isnotnull: 1,
    isnull: 1,
    istrue: 1,
    isfalse: 1,
    fail: 0
};

/** The objects that records are looked for in by what describes an org, and not by what is stored. */
const OF_SETUP = ['objectpermissions', 'permissionset', 'profile', 'recordtype'];

/** A user's name is another in every run: it is unique in all orgs of the world. */
export function userNames(unit) {
    return all(unit.tree, 'AssignExpression')
        .filter((node) => text(node.children[0]) === 'username')
        .filter((node) => !calls(node).some(({ receiver, name }) => receiver === 'uuid' && name === 'randomuuid'))
        .map((node) => `${place(unit, node)}: a name that another user may have: ${node.getText()}`);
}

/** Profiles are an org's own: a test depends neither on the name of one, nor on that of who runs it, nor on a licence for Chatter alone. */
export function profiles(unit) {
    const named = all(unit.tree, 'Query')
        .filter((query) => text(child(query, 'FromNameList')) === 'profile')
        .flatMap((query) => all(query, 'WhereClause').flatMap((where) => all(where, 'FieldName')))
        .filter((field) => text(field) === 'name');
    const own = calls(unit.tree).filter(({ receiver, name }) => receiver === 'userinfo' && name === 'getprofileid');
    const chatter = all(unit.tree, 'Literal', 'Value').filter((node) => /chatter|csn_/.test(text(node)));
    return [
        ...named.map((node) => `${place(unit, node)}: a profile by its name`),
        ...own.map(({ call }) => `${place(unit, call)}: the profile of who runs the tests`),
        ...chatter.map((node) => `${place(unit, node)}: Chatter: ${node.getText()}`)
    ];
}

/** Whoever reads a failure in an org that is not theirs needs a sentence. */
export function messages(unit) {
    return calls(unit.tree)
        .filter(({ receiver }) => receiver === 'assert')
        .filter(({ name, args }) => args.length <= ASSERTED[name] || /^'\s*'$/.test(args.at(-1).getText()))
        .map(({ call }) => `${place(unit, call)}: without a message: Assert.${call.getText()}`);
}

/** Only the class of test data knows what else an org requires of a record. */
export function records(unit) {
    if (!hasTests(unit)) {
        return [];
    }
    const inserted = all(unit.tree, 'InsertStatement', 'UpsertStatement');
    const dynamic = calls(unit.tree).filter(
        ({ receiver, name }) => receiver === 'database' && /^(?:insert|upsert)/.test(name)
    );
    return [...inserted, ...dynamic.map(({ call }) => call)].map(
        (node) => `${place(unit, node)}: stored without what the org requires: ${node.getText()}`
    );
}

/** What else is stored, such as what a flow of the org makes, is not looked at. */
export function ownRecords(unit) {
    if (!isTest(typeOf(unit))) {
        return [];
    }
    return all(unit.tree, 'Query')
        .filter((query) => !child(query, 'WhereClause'))
        .map((query) => `${place(unit, query)}: looks at every record: ${query.getText()}`);
}

/** Test data of Setup are searched for by what they allow, with a sentence where there are none. */
export function setup(unit) {
    return all(unit.tree, 'Query')
        .filter(() => isTest(typeOf(unit)) && !isTestData(unit))
        .filter((query) => OF_SETUP.includes(text(child(query, 'FromNameList'))))
        .map((query) => `${place(unit, query)}: asks for what only test data may: ${query.getText()}`);
}
