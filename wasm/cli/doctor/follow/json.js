/** Values as JSON texts, and JSON texts as values: messages are also put together as texts and parsed. */
import { bare } from '../parse/javascript.js';
import { joined, known, mapped, object, unknown } from './values.js';

/** Stands for a hole in a text while that is parsed; no text of a person has it. */
const MARK = '\u{F8FF}';
const MARKED = new RegExp(`${MARK}(\\d+)${MARK}`);

/** The JSON text of a value, as far as it is known. */
export function asJson(value, at) {
    return mapped(value, (one) => {
        if (one.kind === 'known') {
            return known(JSON.stringify(one.value) ?? 'undefined', at);
        }
        if (one.kind === 'object') {
            const entries = [...one.entries].filter(([, { kind }]) => !['absent', 'function'].includes(kind));
            const inner = entries.flatMap(([key, entry], index) => [
                known(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`, at),
                asJson(entry, at)
            ]);
            return joined([known('{', at), ...inner, known('}', at)], at);
        }
        if (one.kind === 'array') {
            const inner = one.items.flatMap((item, index) => [known(index > 0 ? ',' : '', at), asJson(item, at)]);
            return joined([known('[', at), ...inner, known(']', at)], at);
        }
        return joined([known('"', at), one, known('"', at)], at);
    });
}

/** What a JSON text stands for; unknown where it is no JSON as far as it is known. */
export function fromJson(value, at) {
    return mapped(value, (one) => {
        const parts = one.kind === 'text' ? one.parts : [one.kind === 'known' ? String(one.value) : null];
        if (parts.includes(null)) {
            return unknown(at);
        }
        const holes = parts.filter((part) => typeof part !== 'string');
        const text = parts
            .map((part) => (typeof part === 'string' ? part : MARK + holes.indexOf(part) + MARK))
            .join('');
        try {
            // A hole outside of quotes is any value.
            const quoted = text.replace(new RegExp(`(?<=[:,[]\\s*)(${MARKED.source})`, 'g'), '"$1"');
            return read(JSON.parse(quoted), holes, bare(one.at) ?? at);
        } catch {
            return unknown(at);
        }
    });
}

function read(json, holes, at) {
    if (Array.isArray(json)) {
        return { kind: 'array', items: json.map((item) => read(item, holes, at)), at, open: false };
    }
    if (json !== null && typeof json === 'object') {
        return object(new Map(Object.entries(json).map(([key, one]) => [key, read(one, holes, at)])), at);
    }
    return typeof json === 'string' ? textOf(json, holes, at) : known(json, at);
}

function textOf(text, holes, at) {
    const parts = text.split(MARKED).map((part, index) => (index % 2 === 0 ? part : holes[Number(part)]));
    const [only, ...more] = parts.filter((part) => part !== '');
    if (typeof only === 'object' && more.length === 0) {
        // It is changed where it is put into the text.
        return only.through.length === 0 ? only.hole : { kind: 'text', parts: [only], at: only.hole.at, within: true };
    }
    return more.length === 0
        ? { ...known(only ?? '', at), within: true }
        : { kind: 'text', parts: parts.filter((part) => part !== ''), at, within: true };
}
