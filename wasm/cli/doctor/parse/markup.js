/** What of Visualforce and Aura markup matters: scripts where they stand, and tags with their attributes. */

const COMMENTS = /<!--[^]*?-->/g;
const SCRIPT = /(<script\b(?:"[^"]*"|'[^']*'|[^'">])*>)([^]*?)<\/script\s*>/gi;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const MERGE_FIELD = /(?<!["'])\{![^}]*\}/g;

const blank = (text) => text.replace(/[^\n\r]/g, ' ');

/** The scripts of a page, each where it stands: what is around it is blank, so that lines and columns stay. */
export function scriptsOf(markup) {
    const code = markup.replace(COMMENTS, blank);
    return [...code.matchAll(SCRIPT)]
        .filter(([, tag, body]) => body.trim() && !/\btype\s*=\s*["'](?!text\/javascript|module)/i.test(tag))
        .map(({ index, 1: tag, 2: body }) => {
            const start = index + tag.length;
            const inside = body.replace(/<!\[CDATA\[|\]\]>/g, blank);
            return blank(code.slice(0, start)) + inside + blank(code.slice(start + body.length));
        });
}

/** What a page fills in outside of texts, as names of the same length, so that its script parses. */
export function withoutMergeFields(script) {
    return script.replace(MERGE_FIELD, (field) => '_'.repeat(field.length).replace('_', '$$'));
}

/** Tags of a name, as their attributes. */
export function tagsOf(markup, name) {
    const tag = new RegExp(`<${name}\\b((?:"[^"]*"|'[^']*'|[^'">])*)>`, 'gi');
    return [...markup.replace(COMMENTS, blank).matchAll(tag)].map(({ index, 1: inside }) => ({
        index,
        attributes: Object.fromEntries(
            Array.from(inside.matchAll(ATTRIBUTE), ([, key, double, single]) => [key, double ?? single])
        )
    }));
}
