// The Lightning Design System as it is published: its style sheet and what that refers to.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const slds = path.dirname(fileURLToPath(import.meta.resolve('@salesforce-ux/design-system/package.json')));
const STYLES = 'assets/styles/salesforce-lightning-design-system.min.css';

export function copyAssets({ hostDir, outDir }) {
    cpSync(path.join(slds, STYLES), path.join(outDir, STYLES));
    for (const folder of ['assets/images/themes', 'assets/images/popovers']) {
        cpSync(path.join(slds, folder), path.join(outDir, folder), { recursive: true });
    }
    for (const sprite of ['utility', 'standard', 'custom', 'action', 'doctype']) {
        const file = `assets/icons/${sprite}-sprite/svg/symbols.svg`;
        cpSync(path.join(slds, file), path.join(outDir, file));
    }
    for (const file of ['index.html', 'console.css']) {
        cpSync(path.join(hostDir, file), path.join(outDir, file));
    }
}
