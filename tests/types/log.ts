// Compiled, never run: how the interaction log is used, and how it must not be.
import { load } from '#patchbay';
import type { Change, InteractionLog, ListEntry, SaveRequest, SalesforceRecord, Session } from '#patchbay';

const record: SalesforceRecord = { id: '0035g00000LqT4r', objectApiName: 'Contact', name: 'Nadia' };

export async function keeps(objectInfo: object, saveLog: (data: string) => Promise<string>): Promise<string> {
    const patchbay = await load();
    const session: Session = patchbay.session({
        save: (request: SaveRequest) => saveLog(JSON.stringify(request)),
        fields: { 'Call.QueueName': 'Queue__c', chat: { 'Chat.Transcript': 'Transcript__c' } },
        objectInfo,
        transcripts: 'cut',
        region: 'mypurecloud.com',
        task: {
            openStatus: 'In Progress',
            closeWhen: 'wrappedUp',
            values: [{ field: 'Priority', value: 'Low', types: ['call', 'email'], directions: ['Inbound'] }]
        },
        taskStatuses: [{ name: 'Completed', isClosed: true }],
        locale: 'de-AT',
        timeZone: 'Europe/Vienna',
        user: '0055g00000LqT4r',
        engagement: { apiVersion: 62, save: ({ operation, record: { Id } }) => ({ id: String(Id ?? operation) }) }
    });
    const changes: Change[] = [
        session.visit(record),
        session.associate('id', [record, { ...record, isPersonAccount: true, personContactId: null }]),
        session.visit({ id: record.id, name: 'Nadia', related: [record] }),
        session.leave(),
        session.associate({ number: '+1 317 555 0123' }, [{ ...record, related: [record] }]),
        session.selectRecord('id', 'relatedTo', null),
        session.updateFields('id', { Description: 'x', Amount__c: 5, Done__c: true, Other__c: null }),
        session.openLog('id'),
        session.setObjectInfo({ objectInfo, engagementInfo: objectInfo, taskStatuses: [] })
    ];
    await session.saveNow();
    const unsubscribe: () => void = session.subscribe(({ logs }) => logs.length);
    unsubscribe();
    const pending: string[] = session.pending.map((one) => (one.kind === 'log' ? one.eventName : one.operation));
    changes.push(session.select(pending[0] ?? null), session.edit('id', {}));
    const log: InteractionLog | null = session.log('id');
    const chosen: ListEntry | null = log?.chosen.name ?? null;
    const joined = changes.flatMap(({ lists }) => lists.flatMap(({ added }) => added.map(({ name }) => name)));
    const { record: built, mappedState } = patchbay.engagement('create', {}, { apiVersion: '62.0' });
    return [chosen?.name, log?.engagement?.saveState, mappedState, ...joined, ...Object.keys(built)].join();
}

export async function mistakes(): Promise<void> {
    const session = (await load()).session({ save: () => '' });
    // @ts-expect-error a save answers with an ID
    (await load()).session({ save: () => null });
    // @ts-expect-error no such choice
    (await load()).session({ transcripts: 'burn' });
    // @ts-expect-error an API version is needed
    (await load()).session({ engagement: { save: () => '' } });
    // @ts-expect-error a record has a name
    session.visit({ id: 'x', objectApiName: 'Case' });
    // @ts-expect-error the documents have no such action
    session.unhold('id');
    // @ts-expect-error an EngagementInteraction has no event
    session.pending.map(({ eventName }) => eventName);
    // @ts-expect-error no such list
    session.selectRecord('id', 'who', null);
    // @ts-expect-error values are flat
    session.updateFields('id', { Description: { text: 'x' } });
    // @ts-expect-error what a session gives is not to be written to
    session.logs.length = 0;
    // @ts-expect-error there is no such state
    session.log('id')?.saveState === 'lost';
    // @ts-expect-error an operation is create or update
    (await load()).engagement('upsert', {}, { apiVersion: 62 });
}
