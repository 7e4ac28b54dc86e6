/* What a security review looks for in sources. Each rule gives the places in a text that break it. */

const withoutComments = (text) => text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, ' ');
const withoutTexts = (code) => code.replace(/'(?:[^'\\]|\\.)*'/g, "''");
const found = (text, pattern) => Array.from(text.matchAll(pattern), ([place]) => place.replaceAll(/\s+/g, ' ').trim());

/** HTML that is made of data: by the DOM, or by a directive that sets it. `lwc:spread` can set any property, innerHTML too. */
export const htmlFromData = (text) =>
    found(
        text,
        /\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|lwc:(?:dom|inner-html|spread)\b/g
    );

/** Connections that a component opens by itself. */
export const connections = (text) =>
    found(text, /XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|new Worker|\bfetch\s*\(/g);

/** Queries, searches and writes of Apex that do not run as the user. */
export function notInUserMode(text) {
    const code = withoutComments(text);
    const queries = found(code, /\[\s*(?:SELECT|FIND)\b[^\]]*\]/gi);
    const statements = found(
        withoutTexts(code),
        /(?<=^|[{};)\n]\s*|\belse\s+)(?:insert|update|upsert|delete|undelete|merge)\s+(?!as\s+user\b)[\w.[\]()'{} ,<>]+;/gi
    );
    // The last argument of each of these says how it runs.
    const calls = found(
        withoutTexts(code),
        /\b(?:Database|Search)\s*\.\s*(?:insert|update|upsert|delete|undelete|merge|query|queryWithBinds|countQuery|countQueryWithBinds|getQueryLocator|getQueryLocatorWithBinds|find|suggest)(?:Immediate|Async)?\s*\([^;]*;/gi
    );
    return [
        ...queries.filter((query) => !/WITH\s+USER_MODE/i.test(query)),
        ...statements,
        ...calls.filter((call) => !/AccessLevel\s*\.\s*USER_MODE/i.test(call))
    ];
}

/** Classes that do not say that they share as their caller does. */
export function notWithSharing(text) {
    const code = withoutComments(text);
    return found(code, /^(?:public|global|private)\s+(?!.*\bwith sharing\b)[\w ]*\bclass\s+\w+/gim).filter(
        (place) => !/@IsTest\s*(?:\([^)]*\))?\s*private\s+class/i.test(code) || !/^private/i.test(place)
    );
}
