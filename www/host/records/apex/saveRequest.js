// The request of a save, read and checked as the Apex class PatchbaySaveRequest does.
import { toId } from '../ids.js';
import { SCHEMA } from '../schema.js';
import { ApexError } from './apexError.js';

const MAX_CHARACTERS = 1_000_000;
const WANTED = 'send JSON of an object with eventName, interaction and callLog.';

/** Whether a segment is named by what it follows, since it was saved before it was connected. */
export const isProvisional = (segment) => segment === 'first' || isFollowing(segment);
/** Whether a segment follows another one. */
export const isFollowing = (segment) => segment?.startsWith('after ') ?? false;

/** `{ eventName, interactionId, segment, earlierSegment, revision, connectedTime, recordId, fields, fixedFields }`, the fields without the two that identify the Task. */
export function readSaveRequest(data) {
    const request = parse(data);
    const eventName = textAt(request, 'eventName', 'eventName');
    const interactionId = textAt(objectAt(request, 'interaction'), 'id', 'interaction.id');
    const { length } = SCHEMA.Task.fields.CallObject;
    if (interactionId.length > length) {
        throw new ApexError(`interaction.id is too long; send at most ${length} characters.`);
    }
    const callLog = Object.entries(objectAt(request, 'callLog'));
    // Salesforce takes the names of fields in any letter case.
    const named = (name) => callLog.find(([field]) => field.toLowerCase() === name)?.[1] ?? null;
    const fields = callLog.filter(([field]) => !['id', 'callobject'].includes(field.toLowerCase()));
    return {
        eventName,
        interactionId,
        ...segmentOf(request),
        revision: typeof request.revision === 'number' ? request.revision : null,
        recordId: idOf(named('id')),
        fields,
        fixedFields: Array.isArray(request.fixedFields) ? request.fixedFields.map(String) : []
    };
}

function segmentOf({ segment, interaction }) {
    const text = (value) => (typeof value === 'string' ? value : null);
    const connectedTime = Date.parse(interaction.connectedTime);
    const hasTime = !Number.isNaN(connectedTime);
    const connection = hasTime ? new Date(connectedTime).toISOString() : text(interaction.connectedTime);
    const given = text(segment)?.slice(0, SCHEMA.Task.fields.Patchbay_Segment__c.length) ?? null;
    const hasBoth = connection !== null && isProvisional(given);
    return {
        segment: hasBoth ? connection : (given ?? connection ?? ''),
        earlierSegment: hasBoth ? given : null,
        connectedTime
    };
}

function parse(data) {
    if (typeof data !== 'string' || !data.trim()) throw new ApexError(`data is missing; ${WANTED}`);
    if (data.length > MAX_CHARACTERS) {
        throw new ApexError(`data is too long; send at most ${MAX_CHARACTERS} characters.`);
    }
    let request;
    try {
        request = JSON.parse(data);
    } catch {
        throw new ApexError(`data is not JSON; ${WANTED}`);
    }
    if (!isObject(request)) throw new ApexError(`data is not an object; ${WANTED}`);
    return request;
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

function objectAt(request, name) {
    const value = request[name] ?? null;
    if (!isObject(value)) {
        throw new ApexError(`${name} ${value === null ? 'is missing' : 'is not an object'}; send an object.`);
    }
    return value;
}

function textAt(parent, name, path) {
    const value = parent[name] ?? '';
    if (typeof value !== 'string') throw new ApexError(`${path} is not text; send text.`);
    if (!value.trim()) throw new ApexError(`${path} is missing; send text.`);
    return value;
}

function idOf(value) {
    if (value === null) return null;
    const id = toId(value);
    if (!id) throw new ApexError('callLog.Id is not a record ID; send 15 or 18 characters, or leave it out.');
    return id;
}
