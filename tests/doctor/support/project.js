/** Small projects on disk, and what the doctor says of them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from '#patchbay';
import { examine } from '../../../wasm/cli/doctor/index.js';

export const LWC = 'force-app/main/default/lwc';

/** A component that publishes an expression. */
export const publishing = (expression, before = '', members = '') => `import { LightningElement, api, wire } from 'lwc';
import { MessageContext, publish, subscribe } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
${before}
export default class Sender extends LightningElement {
    @api interactionId;
    @wire(MessageContext) context;
    ${members}
    send(given) {
        publish(this.context, CLIENT_EVENT, ${expression});
    }
}
`;

/** A transfer to a target, as an expression. */
export const transferTo = (target, type = "'address'") =>
    `{ type: 'PureCloud.Interaction.updateState', data: { action: 'blindTransfer', id: this.interactionId,
        participantContext: { transferTarget: ${target}, transferTargetType: ${type} } } }`;

/** Folders for one `describe`, removed after it. */
export function projects() {
    let root;
    let made = 0;
    before(async () => {
        root = await mkdtemp(join(tmpdir(), 'patchbay-doctor-'));
    });
    after(() => rm(root, { recursive: true, force: true }));

    /** @param {Record<string, string>} files by their paths */
    async function project(files) {
        const folder = join(root, String((made += 1)));
        await mkdir(folder, { recursive: true });
        for (const [name, text] of Object.entries(files)) {
            await mkdir(dirname(join(folder, name)), { recursive: true });
            await writeFile(join(folder, name), text);
        }
        return folder;
    }

    /** The report of a project. */
    async function examined(files, options = {}) {
        return examine(await project(files), { patchbay: await load(), ...options });
    }

    /** Codes of what is found in one component. */
    async function codesOf(text, more = {}) {
        const report = await examined({ [`${LWC}/sender/sender.js`]: text, ...more });
        return report.findings.map(({ code }) => code);
    }

    return { project, examined, codesOf };
}
