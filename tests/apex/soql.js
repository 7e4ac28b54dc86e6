/* Which fields queries name, and whether they are there: a compiler's work that nothing else does without an org. */
import { ApexParserFactory } from '@apexdevtools/apex-parser';
import { all, calls, child, isWithin, parse, place, text } from './apex.js';

const QUERIES = ['Query', 'SubQuery'];
const DYNAMIC =
    /^(?:query|querywithbinds|countquery|countquerywithbinds|getquerylocator|getquerylocatorwithbinds|getcursor|getcursorwithbinds)$/;

/** The problems with the names in a class's queries, static and dynamic. */
export function unknownNames(unit, objects) {
    const dynamic = calls(unit.tree).filter(({ receiver, name }) => receiver === 'database' && DYNAMIC.test(name));
    return [
        ...all(unit.tree, 'Query').flatMap((query) => faultsOf(query, objects, place(unit, query))),
        ...dynamic.flatMap(({ call, args }) => dynamicFaults(args[0], objects, place(unit, call)))
    ];
}

/** What is put together cannot be read here, so a dynamic query is one literal. */
function dynamicFaults(argument, objects, where) {
    const [literal] = all(argument, 'Literal');
    if (!literal || literal.getText() !== argument.getText()) {
        return [`${where}: a query that is put together: ${argument.getText()}`];
    }
    const source = literal.getText().slice(1, -1).replaceAll("\\'", "'");
    const { parser } = ApexParserFactory.createLexerAndParser(source);
    return faultsOf(parser.query(), objects, where);
}

/** Of a query and those in it. */
function faultsOf(query, objects, where) {
    const inner = all(query, ...QUERIES).filter((one) => one !== query && enclosing(one) === query);
    const [from, ...more] = named(child(query, 'FromNameList'));
    const faults = more.map((name) => `${where}: more than one object: ${name}`);
    // The children of a record are named by their relationship, and no describe of those is at hand.
    if (isWithin(query, 'SelectList')) {
        return [`${where}: a query of children, which is not checked: ${from}`];
    }
    if (!objects[from]) {
        return [...faults, `${where}: no object ${from}`];
    }
    const fields = all(query, 'FieldName').filter(
        (field) => enclosing(field) === query && !isWithin(field, 'FromNameList')
    );
    return [
        ...faults,
        ...fields
            .filter((field) => !isField(path(field), [from], objects))
            .map((field) => `${where}: no field ${from}.${text(field)}`),
        ...inner.flatMap((one) => faultsOf(one, objects, where))
    ];
}

function enclosing(node) {
    const parent = node.parentCtx;
    return !parent || QUERIES.some((kind) => parent.constructor.name === `${kind}Context`) ? parent : enclosing(parent);
}

const named = (list) => all(list, 'FieldName').map(text);
const path = (field) => text(field).split('.');

/** Whether one of the objects has the field, at the end of a way through lookups. */
function isField([first, ...rest], names, objects) {
    const found = names.map((name) => objects[name]).filter(Boolean);
    if (rest.length === 0) {
        return found.some((fields) => first in fields);
    }
    const lookup = first.endsWith('__r') ? first.replace(/r$/, 'c') : `${first}id`;
    const next = found.flatMap((fields) => fields[lookup] ?? []);
    return next.length > 0 && isField(rest, next, objects);
}

/** A query as a class of its own, to check one alone. */
export function queryIn(soql) {
    return parse(`class Asking { Object ask() { return [${soql}]; } }`, 'Asking');
}
