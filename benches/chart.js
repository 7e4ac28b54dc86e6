/* A picture of the ratios: how many times Patchbay's time each peer takes, on a logarithmic scale. */
import { figure } from './words.js';
import { CONTENDERS, HOSTS, WORKS } from './works.js';

const PANELS = ['chromium', 'sandbox'];
const CHARTED = ['startUp', 'build', 'validate', 'invalid', 'eventText'];

const PANEL = 470;
const LABEL = 150;
const TOP = 80;
const ROW = 20;
const DECADES = [-2, 3];
const PLOT = PANEL - LABEL - 66;

const STYLE = `.ground{fill:#fff}text{font:12px system-ui,sans-serif;fill:#24292f}.head{font-weight:600}
.faster{fill:#0a7d5a}.slower{fill:#b3541e}.grid{stroke:#d8dee4}.one{stroke:#24292f;stroke-width:1.5}
@media(prefers-color-scheme:dark){.ground{fill:#0d1117}text{fill:#e6edf3}.faster{fill:#3fb58c}.slower{fill:#e08a4f}.grid{stroke:#2a3038}.one{stroke:#e6edf3}}`;

/** The SVG; its colours follow the reader's. */
export function chart({ hosts }) {
    const panels = PANELS.map((host, at) => panel(hosts[host] ?? {}, HOSTS[host], at * (PANEL + 20)));
    const [width, height] = [960, Math.max(...panels.map(({ bottom }) => bottom)) + 10];
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">Time of the peers divided by Patchbay’s, in Chromium and inside Lightning Web Security; right of the line Patchbay is faster.</title>
<style>${STYLE}</style>
<rect class="ground" width="${width}" height="${height}"/>
<text class="head" x="20" y="26">How many times Patchbay’s time the others take (left of 1×: faster than Patchbay)</text>
${panels.map(({ svg }) => svg).join('\n')}
</svg>
`;
}

function panel(works, title, left) {
    const x = (ratio) => {
        const decade = Math.min(DECADES[1], Math.max(DECADES[0], Math.log10(ratio)));
        return Math.round(left + LABEL + (PLOT * (decade - DECADES[0])) / (DECADES[1] - DECADES[0]));
    };
    const rows = [];
    let y = TOP;
    for (const work of CHARTED.filter((name) => works[name])) {
        rows.push(`<text class="head" x="${left + 20}" y="${y + 12}">${WORKS[work]}</text>`);
        for (const [name, { ratio }] of Object.entries(works[work]).filter(([, { ratio }]) => ratio)) {
            y += ROW;
            const [from, to] = [x(1), x(ratio)].sort((one, other) => one - other);
            rows.push(
                `<text text-anchor="end" x="${left + LABEL - 6}" y="${y + 12}">${CONTENDERS[name]}</text>`,
                `<rect class="${ratio >= 1 ? 'faster' : 'slower'}" x="${from}" y="${y}" width="${Math.max(1, to - from)}" height="15"/>`,
                `<text x="${to + 5}" y="${y + 12}">${figure(ratio)}×</text>`
            );
        }
        y += ROW + 10;
    }
    const lines = [];
    for (let decade = DECADES[0]; decade <= DECADES[1]; decade++) {
        const at = x(10 ** decade);
        lines.push(
            `<line class="${decade === 0 ? 'one' : 'grid'}" x1="${at}" y1="${TOP - 8}" x2="${at}" y2="${y}"/>`,
            `<text text-anchor="middle" x="${at}" y="${TOP - 12}">${(10 ** decade).toLocaleString('en')}×</text>`
        );
    }
    const head = `<text class="head" x="${left + 20}" y="${TOP - 30}">${title}</text>`;
    return { svg: [head, ...lines, ...rows].join('\n'), bottom: y };
}
