/** What is certain enough to be rewritten: how a value is encoded, and the letter case of names. */
import { bare, dotted, isExpression, operandsOf } from './parse/javascript.js';

const SIP = /^sip:/i;
const ENCODE = 'encodeURIComponent';

/**
 * The change that solves a problem, or null where a person has to decide.
 *
 * @param {{code: string, message: object | null}} problem `message` has the value as it is sent
 * @param {object} value what stands at the problem's place
 * @param {{source: object, follower: object}} where
 * @returns {{start: number, end: number, text: string} | null}
 */
export function fixOf({ code, sent }, value, { source, follower, isBuilder }) {
    const node = value.at && bare(value.at);
    // What stands within a longer text is not changed alone.
    if (!node || !source || value.within || isAssigned(node, follower)) {
        return null;
    }
    const read = ({ start, end }) => source.text.slice(start, end);
    const text = isBuilder ? textForBuilder(code, node, read) : textFor(code, { node, value, sent, read });
    return text !== null && text !== read(node) && isExpression(text)
        ? { start: node.start, end: node.end, text }
        : null;
}

/** A variable that is assigned more than once may be right on other ways. */
function isAssigned(node, follower) {
    return node.type === 'Identifier' && (follower.bindingOf(node)?.assignments.length ?? 0) > 0;
}

/** A builder encodes by itself. */
function textForBuilder(code, node, read) {
    return code === 'encoded-twice' && isEncoded(node) ? read(node.arguments[0]) : null;
}

function textFor(code, { node, value, sent, read }) {
    switch (code) {
        case 'not-encoded':
            return encodedOnce(node, value, read);
        case 'encoded-twice':
            return unwrapped(node, read);
        case 'encoded-prefix':
            return prefixOutside(node, read);
        case 'letter-case':
            return node.type === 'StringLiteral' && typeof sent === 'string' ? quoted(sent, read(node)) : null;
        default:
            return null;
    }
}

const quoted = (text, before) => {
    const quote = before[0] === '"' ? '"' : "'";
    return `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
};

const isEncoded = (node) => node.type === 'CallExpression' && dotted(node.callee) === ENCODE;

function encodedOnce(node, value, read) {
    if (node.type === 'StringLiteral') {
        const [prefix] = SIP.exec(node.value) ?? [''];
        const call = `${ENCODE}(${quoted(node.value.slice(prefix.length), read(node))})`;
        return prefix ? `${quoted(prefix, read(node))} + ${call}` : call;
    }
    if (node.type === 'TemplateLiteral') {
        return encodedTemplate(node, read);
    }
    if (node.type === 'BinaryExpression') {
        return encodedSum(node, read);
    }
    // Its beginning is in another place; encoded here, the prefix would be, too.
    const beginning = value.kind === 'text' ? value.parts[0] : value.value;
    return typeof beginning === 'string' && SIP.test(beginning) ? null : `${ENCODE}(${read(node)})`;
}

function encodedTemplate({ quasis, expressions }, read) {
    const [first] = quasis;
    const [prefix] = SIP.exec(first.value.raw) ?? [''];
    const isPlain = quasis.every(({ value }, at) => {
        const text = at === 0 ? value.cooked.slice(prefix.length) : value.cooked;
        return encodeURIComponent(text) === text;
    });
    if (isPlain) {
        const parts = expressions.map((one) => (isEncoded(bare(one)) ? read(one) : `${ENCODE}(${read(one)})`));
        return `\`${quasis.map(({ value }, at) => value.raw + (at < parts.length ? `\${${parts[at]}}` : '')).join('')}\``;
    }
    const isRaw = expressions.every((one) => !isEncoded(bare(one)));
    const inner = quasis.map(({ value }, at) => {
        const raw = at === 0 ? value.raw.slice(prefix.length) : value.raw;
        return raw + (at < expressions.length ? `\${${read(expressions[at])}}` : '');
    });
    return isRaw ? `${prefix ? `'${prefix}' + ` : ''}${ENCODE}(\`${inner.join('')}\`)` : null;
}

function encodedSum(node, read) {
    const [first, ...rest] = operandsOf(node);
    const isPrefix = first.type === 'StringLiteral' && /^sip:$/i.test(first.value);
    const raw = isPrefix ? rest : [first, ...rest];
    if (
        (first.type === 'StringLiteral' && SIP.test(first.value) && !isPrefix) ||
        raw.some((one) => isEncoded(bare(one)))
    ) {
        return null;
    }
    const inner = raw.length > 1 ? raw.map(read).join(' + ') : read(raw[0]);
    return `${isPrefix ? `${read(first)} + ` : ''}${ENCODE}(${inner})`;
}

/** One of two calls around the same text goes. */
function unwrapped(node, read) {
    for (const call of within(node).filter(isEncoded)) {
        const argument = bare(call.arguments[0]);
        const isTwice =
            isEncoded(argument) || (argument.type === 'StringLiteral' && /%[\dA-F]{2}/i.test(argument.value));
        if (isTwice) {
            return (
                read({ start: node.start, end: call.start }) + read(argument) + read({ start: call.end, end: node.end })
            );
        }
    }
    return null;
}

function within(node) {
    if (node.type === 'BinaryExpression') {
        return operandsOf(node);
    }
    return node.type === 'TemplateLiteral' ? node.expressions.map(bare) : [node];
}

/** `encodeURIComponent('sip:' + name)` */
function prefixOutside(node, read) {
    const argument = isEncoded(node) ? bare(node.arguments[0]) : null;
    if (argument?.type === 'StringLiteral' && SIP.test(argument.value)) {
        return encodedOnce(argument, {}, read);
    }
    if (argument?.type === 'TemplateLiteral' && SIP.test(argument.quasis[0].value.raw)) {
        return encodedTemplate(argument, read);
    }
    return argument?.type === 'BinaryExpression' && /^sip:$/i.test(operandsOf(argument)[0].value ?? '')
        ? encodedSum(argument, read)
        : null;
}

/** A text with changes that do not overlap; of two that do, the first is made. */
export function changedText(text, changes) {
    let result = '';
    let at = 0;
    for (const { start, end, text: given } of [...changes].sort((one, other) => one.start - other.start)) {
        if (start >= at) {
            result += text.slice(at, start) + given;
            at = end;
        }
    }
    return result + text.slice(at);
}
