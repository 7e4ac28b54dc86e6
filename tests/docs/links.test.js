/* Every link of the pages that stays in this repository leads somewhere: to a file, and to a heading of it. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect } from 'chai';
import { path } from '../../scripts/paths.js';

const ROOT = path('.');

async function pages() {
    const [docs, top] = await Promise.all([readdir(path('docs')), readdir(ROOT)]);
    const isPage = (name) => name.endsWith('.md');
    return [
        ...docs.filter(isPage).map((name) => path(`docs/${name}`)),
        ...top.filter(isPage).map((name) => path(name))
    ];
}

/** Without code, where brackets mean something else. */
const proseOf = (text) =>
    text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ' '));

function links(text) {
    return Array.from(proseOf(text).matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target).filter(
        (target) => !/^[a-z]+:/i.test(target)
    );
}

/** The anchors of a page: those that are written into it, and those that GitHub makes of its headings. */
function anchors(text) {
    const written = Array.from(text.matchAll(/<a id="([^"]+)">/g), ([, id]) => id);
    return [...written, ...headings(text)];
}

function headings(text) {
    const seen = new Map();
    return Array.from(text.replace(/^```[^]*?^```/gm, '').matchAll(/^#+ +(.+)$/gm), ([, heading]) => {
        const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
        const slug = words
            .replace(/[^\p{L}\p{N}\s_-]/gu, '')
            .trim()
            .replace(/\s/g, '-');
        const times = seen.get(slug) ?? 0;
        seen.set(slug, times + 1);
        return times ? `${slug}-${times}` : slug;
    });
}

describe('links of the docs', () => {
    it('lead to files that are there, and to headings in them', async () => {
        let count = 0;
        for (const page of await pages()) {
            const text = await readFile(page, 'utf8');
            for (const link of links(text)) {
                const [file, anchor] = link.split('#');
                const target = file ? join(dirname(page), decodeURIComponent(file)) : page;
                const place = `${relative(ROOT, page)} → ${link}`;
                expect(existsSync(target), place).to.equal(true);
                expect(relative(ROOT, target), place).to.not.match(/^\.\./);
                if (anchor) expect(anchors(await readFile(target, 'utf8')), place).to.include(anchor);
                count += 1;
            }
        }
        expect(count).to.be.above(100);
    });

    it('reach every page from the README or another page', async () => {
        const all = await pages();
        const linked = new Set();
        for (const page of all) {
            for (const link of links(await readFile(page, 'utf8'))) {
                linked.add(join(dirname(page), link.split('#')[0]));
            }
        }
        const lost = all.filter((page) => page.startsWith(path('docs')) && !linked.has(page));
        expect(lost.map((page) => relative(ROOT, page))).to.deep.equal([]);
    });
});
