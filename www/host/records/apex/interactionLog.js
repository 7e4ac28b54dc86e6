// Stand-in for the Apex class PatchbayInteractionLog, because Apex runs only in an org. It answers as the class does, on this
// console's records.
import { withKey } from './logKey.js';
import { isFollowing, isProvisional, readSaveRequest } from './saveRequest.js';
import { TaskWriter, gone } from './taskWriter.js';

/** Resolves to `{ id, dropped: [{ field, reason }] }`, id '' when there was nothing to save, with `newerRevision` when a later save was there before; rejects with ApexError. */
export async function save({ data }, org) {
    const request = readSaveRequest(data);
    return withKey(request, org, (newerRevision) => store(request, org, newerRevision));
}

async function store(request, org, newerRevision) {
    const stored = await storedTask(request, org);
    if (stored && newerRevision) return { id: stored.id, dropped: [], newerRevision };
    if (!stored && request.fields.length === 0) return { id: '', dropped: [] };
    const writer = new TaskWriter(stored?.id ?? null, org, request.fixedFields);
    if (!stored?.fields.CallObject) await writer.put('CallObject', request.interactionId);
    if (isBetterName(request.segment, stored?.fields.Patchbay_Segment__c)) {
        await writer.put('Patchbay_Segment__c', request.segment);
    }
    for (const [name, value] of request.fields) await writer.put(name, value);
    return { id: await writer.write(), dropped: writer.dropped };
}

async function storedTask(request, org) {
    const { recordId, interactionId, segment, earlierSegment } = request;
    if (recordId === null) return ownTask(request, org);
    const [named] = await org.store.query('Task', ({ id }) => id === recordId);
    if (!named) throw gone(recordId);
    const { CallObject, Patchbay_Segment__c } = named.fields;
    const isOrMayBe = (stored, wanted) => !stored || stored === wanted;
    // The first segment follows none, so a Task that its page knows is its own, also when another page has named it by now.
    const isOfSegment =
        isOrMayBe(Patchbay_Segment__c, segment) || Patchbay_Segment__c === earlierSegment || segment === 'first';
    if (isOrMayBe(CallObject, interactionId) && isOfSegment) return named;
    const own = await ownTask(request, org);
    if (!own) throw gone(recordId);
    return own;
}

const isBetterName = (wanted, stored) =>
    Boolean(wanted.trim()) && (!stored || (isProvisional(stored) && !isProvisional(wanted)));

/** Ignores another agent's Task of the same interaction. The agent's own may have an owner that the org fixed. If there are two, all saves use the first. */
async function ownTask({ interactionId, segment, earlierSegment, connectedTime }, { store, userId }) {
    // SOQL compares text in any letter case.
    const wanted = interactionId.toLowerCase();
    const own = await store.query(
        'Task',
        ({ fields }) =>
            [fields.OwnerId, fields.CreatedById].includes(userId) && fields.CallObject?.toLowerCase() === wanted
    );
    const isNamed = (name) => own.find(({ fields }) => fields.Patchbay_Segment__c === name);
    const mayBe = ({ fields: { Patchbay_Segment__c: stored, CreatedDate } }) => {
        const created = Date.parse(CreatedDate);
        if (!stored) return !isFollowing(earlierSegment ?? segment) && !(created < connectedTime - DAY);
        // Another page saved it before it was connected.
        return isProvisional(stored) && earlierSegment === null && created >= connectedTime - HOUR;
    };
    return isNamed(segment) ?? (earlierSegment && isNamed(earlierSegment)) ?? own.find(mayBe) ?? null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
