/* Apex as a tree: what is parsed, and how the tests find their way in it. Apex itself runs in an org alone. */
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PACKAGES } from '../../scripts/packages.js';
import { path } from '../../scripts/paths.js';

/** The files with Apex of all packages, in the order of the packages. */
export async function classFiles(ending = '.cls') {
    const folders = PACKAGES.map(async ({ folder }) => {
        const files = await readdir(path(folder), { recursive: true });
        return files.filter((file) => file.endsWith(ending)).map((file) => join(path(folder), file));
    });
    return (await Promise.all(folders)).flat().sort((one, other) => (basename(one) < basename(other) ? -1 : 1));
}

class Listener extends ApexErrorListener {
    errors = [];

    apexSyntaxError(line, column, message) {
        this.errors.push(`${line}:${column} ${message}`);
    }
}

/** A source and its tree; `errors` are those of the syntax. */
export function parse(source, name = '') {
    const listener = new Listener();
    const { parser } = ApexParserFactory.createLexerAndParser(source, listener);
    return { name, source, tree: parser.compilationUnit(), errors: listener.errors };
}

/** Every class of the packages, by its name. */
export async function readClasses() {
    const sources = (await classFiles()).map(async (file) =>
        parse(await readFile(file, 'utf8'), basename(file, '.cls'))
    );
    return Promise.all(sources);
}

/** The node and all below it that are of one of the kinds, named as the grammar names them. */
export function all(node, ...kinds) {
    const below = (node.children ?? []).flatMap((child) => all(child, ...kinds));
    return kinds.includes(kindOf(node)) ? [node, ...below] : below;
}

function kindOf(node) {
    return node.constructor.name.replace(/Context$/, '');
}

/** The child of a kind. */
export function child(node, kind) {
    return (node.children ?? []).find((one) => kindOf(one) === kind);
}

/** Whether the node is somewhere below one of a kind. */
export function isWithin(node, ...kinds) {
    return Boolean(node.parentCtx) && (kinds.includes(kindOf(node.parentCtx)) || isWithin(node.parentCtx, ...kinds));
}

/** A node as it is written, without spaces, as Apex compares names: in any letter case. */
export function text(node) {
    return node.getText().toLowerCase();
}

/** Where a node begins, for a person. */
export function place(unit, node) {
    return `${unit.name}:${node.start.line}`;
}

/** The modifiers and annotations before a declaration. */
export function modifiers(declaration) {
    const owner = ['ClassBodyDeclaration', 'TypeDeclaration'].includes(kindOf(declaration))
        ? declaration
        : modified(declaration);
    return owner.children.filter((node) => kindOf(node) === 'Modifier').map(text);
}

function modified(node) {
    const parent = node.parentCtx;
    return kindOf(parent) === 'MemberDeclaration' ? parent.parentCtx : parent;
}

/** The declared name of a class, method or parameter, as it is written. */
export function nameOf(declaration) {
    return child(declaration, 'Id').getText();
}

/** The declaration of a unit, with its modifiers. */
export function typeOf(unit) {
    return all(unit.tree, 'TypeDeclaration')[0];
}

/** The outermost class of a unit. */
export function outermost(unit) {
    return all(unit.tree, 'ClassDeclaration')[0];
}

/** A class of a unit, by its name. */
export function classNamed(unit, name) {
    return all(unit.tree, 'ClassDeclaration').find((one) => nameOf(one) === name);
}

/** Methods of a class or an interface, and not those of classes in it. */
export function methods(declaration) {
    return all(declaration, 'MethodDeclaration', 'InterfaceMethodDeclaration').filter(
        (method) => enclosing(method) === declaration
    );
}

function enclosing(node) {
    const parent = node.parentCtx;
    return ['ClassDeclaration', 'InterfaceDeclaration'].includes(kindOf(parent)) ? parent : enclosing(parent);
}

/** Names of the fields and properties of a class that components may read. */
export function auraEnabled(declaration) {
    return all(declaration, 'FieldDeclaration', 'PropertyDeclaration')
        .filter((field) => enclosing(field) === declaration && modifiers(field).includes('@auraenabled'))
        .map((field) => nameOf(child(field, 'VariableDeclarators')?.children[0] ?? field));
}

/** A method's parameters, as [type, name]. */
export function parameters(method) {
    return all(method, 'FormalParameter').map((one) => [text(child(one, 'TypeRef')), nameOf(one)]);
}

/** A method's return type; void has no node of its own. */
export function returnType(method) {
    return text(child(method, 'TypeRef') ?? method.children[0]);
}

/** Calls below a node, as the receiver ('' without one), the name and the arguments. */
export function calls(node) {
    return all(node, 'DotMethodCall', 'MethodCall').map((call) => ({
        call,
        receiver: kindOf(call) === 'DotMethodCall' ? text(call.parentCtx.children[0]) : '',
        name: text(call.children[0]),
        args: (child(call, 'ExpressionList')?.children ?? []).filter((one) => one.children)
    }));
}

/** Whether a class or a method is for tests alone. */
export function isTest(declaration) {
    return modifiers(declaration).some((modifier) => modifier.startsWith('@istest'));
}
