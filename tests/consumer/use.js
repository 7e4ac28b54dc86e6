import { PatchbayError, load } from 'patchbay';

const patchbay = await load();
const { participantContext } = patchbay.blindTransfer('1', { flow: 'Auditor Secure Flow' }).data;

let refused;
try {
    patchbay.updateState('hold', '');
} catch (error) {
    refused = error instanceof PatchbayError ? error.problems.map(({ code }) => code) : String(error);
}

console.log(JSON.stringify({ participantContext, refused }));
