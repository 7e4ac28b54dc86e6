/* A picture of the ratios: how many times Patchbay's time each peer takes, on a logarithmic scale. */
import { figure } from './words.js';
import { CONTENDERS, HOSTS, WORKS } from './works.js';

const PANELS = ['chromium', 'sandbox'];
const CHARTED = ['build', 'validate', 'invalid', 'encodeTenKilobytes', 'eventText', 'eventObject', 'startUp'];

const WIDTH = 960;
const PANEL = 470;
const LABEL = 118;
const BAR = 15;
const GAP = 5;
const GROUP = 34;
const TOP = 96;
const DECADES = [-2, 3];
const PLOT = PANEL - LABEL - 66;

/** The SVG; its colours follow the reader's. */
export function chart(results) {
    const panels = PANELS.map((host, at) => panel(results.hosts[host].works, host, at * (PANEL + 20)));
    const height = Math.max(...panels.map(({ bottom }) => bottom)) + 24;
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title">
<title id="title">Time of the peers divided by Patchbay’s, in Chromium and inside Lightning Web Security; right of the line Patchbay is faster.</title>
<style>${STYLE}</style>
<rect class="ground" width="${WIDTH}" height="${height}" rx="8"/>
<text class="head" x="20" y="32">How many times Patchbay’s time the others take</text>
<text class="soft" x="${WIDTH - 20}" y="32" text-anchor="end">left of 1×: faster than Patchbay · right: slower</text>
${panels.map(({ svg }) => svg).join('\n')}
</svg>
`;
}

const STYLE = `
.ground{fill:#fff;stroke:#d0d7de}text{font:12px system-ui,sans-serif;fill:#24292f}
.head{font-size:17px;font-weight:600}.host{font-size:14px;font-weight:600}.work{font-weight:600;stroke:#fff;stroke-width:4;paint-order:stroke}.soft{fill:#57606a}
.faster{fill:#0a7d5a}.slower{fill:#b3541e}.grid{stroke:#d8dee4}.one{stroke:#24292f;stroke-width:1.5}
@media(prefers-color-scheme:dark){.ground{fill:#0d1117;stroke:#30363d}text{fill:#e6edf3}.work{stroke:#0d1117}.soft{fill:#9198a1}
.faster{fill:#3fb58c}.slower{fill:#e08a4f}.grid{stroke:#2a3038}.one{stroke:#e6edf3}}`;

function panel(works, host, left) {
    const x = (ratio) => left + LABEL + PLOT * ((clamp(Math.log10(ratio)) - DECADES[0]) / (DECADES[1] - DECADES[0]));
    const rows = [];
    let y = TOP;
    for (const work of CHARTED.filter((name) => works[name])) {
        rows.push(`<text class="work" x="${left + 20}" y="${y + 12}">${WORKS[work]}</text>`);
        y += GROUP - 14;
        for (const [name, { ratio }] of Object.entries(works[work])) {
            if (ratio !== undefined) {
                rows.push(bar({ name, ratio, y, from: x(1), to: x(ratio), left }));
                y += BAR + GAP;
            }
        }
        y += 12;
    }
    const lines = [];
    for (let decade = DECADES[0]; decade <= DECADES[1]; decade++) {
        const at = round(x(10 ** decade));
        lines.push(
            `<line class="${decade === 0 ? 'one' : 'grid'}" x1="${at}" y1="${TOP - 8}" x2="${at}" y2="${y - 8}"/>`,
            `<text class="soft" text-anchor="middle" x="${at}" y="${TOP - 13}">${(10 ** decade).toLocaleString('en')}×</text>`
        );
    }
    const title = `<text class="host" x="${left + 20}" y="${TOP - 30}">${HOSTS[host]}</text>`;
    return { svg: [title, ...lines, ...rows].join('\n'), bottom: y };
}

function bar({ name, ratio, y, from, to, left }) {
    const kind = ratio >= 1 ? 'faster' : 'slower';
    const start = round(Math.min(from, to));
    const width = round(Math.max(1, Math.abs(to - from)));
    return `<text class="soft" text-anchor="end" x="${left + LABEL - 6}" y="${y + 12}">${CONTENDERS[name]}</text>
<rect class="${kind}" x="${start}" y="${y}" width="${width}" height="${BAR}" rx="2"/>
<text x="${round(Math.max(from, to) + 5)}" y="${y + 12}">${figure(ratio)}×</text>`;
}

function clamp(decade) {
    return Math.min(DECADES[1], Math.max(DECADES[0], decade));
}

function round(number) {
    return Math.round(number * 10) / 10;
}
