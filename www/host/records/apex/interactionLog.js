// Stand-in for the Apex class PatchbayInteractionLog, because Apex runs only in an org. It answers as the class does, on this
// console's records.
import { withKey } from './logKey.js';
import { readSaveRequest } from './saveRequest.js';
import { TaskWriter, gone } from './taskWriter.js';

/** Resolves to `{ id, dropped: [{ field, reason }] }`, id '' when there was nothing to save, with `newerRevision` when a later save was there before; rejects with ApexError. */
export async function save({ data }, org) {
    const request = readSaveRequest(data);
    return withKey(request, org, async ({ newer, note }) => {
        if (newer) return { ...newer, dropped: [] };
        const result = await store(request, org);
        if (result.id) note(result.id);
        return result;
    });
}

async function store(request, org) {
    const stored = await storedTask(request, org);
    if (!stored && request.fields.length === 0) return { id: '', dropped: [] };
    const writer = new TaskWriter(stored?.id ?? null, org);
    if (!stored?.fields.CallObject) await writer.put('CallObject', request.interactionId);
    if (!stored?.fields.Patchbay_Segment__c && request.segment.trim()) {
        await writer.put('Patchbay_Segment__c', request.segment);
    }
    for (const [name, value] of request.fields) await writer.put(name, value);
    return { id: await writer.write(), dropped: writer.dropped };
}

async function storedTask(request, org) {
    const { recordId, interactionId, segment } = request;
    if (recordId === null) return ownTask(request, org);
    const [named] = await org.store.query('Task', ({ id }) => id === recordId);
    if (!named) throw gone(recordId);
    const { CallObject, Patchbay_Segment__c } = named.fields;
    const isOrMayBe = (stored, wanted) => !stored || stored === wanted;
    if (isOrMayBe(CallObject, interactionId) && isOrMayBe(Patchbay_Segment__c, segment)) return named;
    const own = await ownTask(request, org);
    if (!own) throw gone(recordId);
    return own;
}

/** Ignores another agent's Task of the same interaction. If there are two, all saves use the first. */
async function ownTask({ interactionId, segment, connectedTime }, { store, userId }) {
    // SOQL compares text in any letter case.
    const wanted = interactionId.toLowerCase();
    const own = await store.query(
        'Task',
        ({ fields }) => fields.OwnerId === userId && fields.CallObject?.toLowerCase() === wanted
    );
    const mayBe = ({ fields }) =>
        !fields.Patchbay_Segment__c &&
        !segment.startsWith('after ') &&
        !(Date.parse(fields.CreatedDate) < connectedTime - DAY);
    return own.find(({ fields }) => fields.Patchbay_Segment__c === segment) ?? own.find(mayBe) ?? null;
}

const DAY = 24 * 3_600_000;
