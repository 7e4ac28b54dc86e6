// lightning/uiRecordApi's wire adapter and functions on an API, so that what one of them changes reaches what is wired.
import { toId } from './ids.js';
import { wireAdapter } from './wire.js';

const plain = (value) => JSON.parse(JSON.stringify(value ?? null)); // what goes to a server is a copy

export function uiRecordApi(api) {
    const getRecord = wireAdapter({
        isComplete: ({ recordId, fields, optionalFields, layoutTypes }) =>
            Boolean(recordId) && Boolean(fields ?? optionalFields ?? layoutTypes),
        load: (config) => api.getRecord(plain(config))
    });
    const changed = (recordIds) => {
        const ids = new Set(recordIds.map(toId));
        getRecord.refresh(({ recordId }) => ids.has(toId(recordId)));
    };
    const notify = (items) => changed(plain(items).map(({ recordId }) => recordId));
    return {
        getRecord,
        createRecord: (recordInput) => api.createRecord(plain(recordInput)),
        async updateRecord(recordInput) {
            const record = await api.updateRecord(plain(recordInput));
            changed([record.id]);
            return record;
        },
        async deleteRecord(recordId) {
            await api.deleteRecord(recordId);
            changed([recordId]);
        },
        notifyRecordUpdateAvailable: async (items) => notify(items),
        /** The older name of the same. */
        getRecordNotifyChange: notify
    };
}

export function uiObjectInfoApi(api) {
    return {
        getObjectInfo: wireAdapter({
            isComplete: ({ objectApiName }) => Boolean(objectApiName),
            load: (config) => api.getObjectInfo(plain(config))
        }),
        getObjectInfos: wireAdapter({
            isComplete: ({ objectApiNames }) => Boolean(objectApiNames?.length),
            load: async (config) => ({ results: await Promise.all(plain(config).objectApiNames.map(oneOfMany)) })
        })
    };

    // An object that cannot be seen spoils no other.
    function oneOfMany(objectApiName) {
        return api.getObjectInfo({ objectApiName }).then(
            (result) => ({ statusCode: 200, result }),
            ({ status, body }) => ({ statusCode: status, result: [body] })
        );
    }
}
