// The configuration that this console's administrator has made in Setup: many attributes go into fields of this org's Task.
import { AGENTS, FLOWS, QUEUES, STATUSES } from '../genesys/directory.js';

const mapping = (DeveloperName, Attribute__c, Field__c) => ({
    DeveloperName,
    MasterLabel: DeveloperName.replaceAll('_', ' '),
    Attribute__c,
    Field__c
});

const target = (label, Kind__c, Value__c, more) => ({
    DeveloperName: label.replaceAll(' ', '_'),
    MasterLabel: label,
    Kind__c,
    Value__c,
    ...more
});

/** Settings, and records by type. */
export const CONFIGURATION = Object.freeze({
    Patchbay_Settings__c: {
        Engagement_API_Version__c: '62.0',
        Log_Keeper__c: 'patchbay',
        Region__c: 'mypurecloud.com',
        Transcripts__c: 'refuse'
    },
    Patchbay_Field_Mapping__mdt: [
        mapping('Queue_Name', 'Call.QueueName', 'Queue_Name__c'),
        mapping('Caller_Number', 'Call.Ani', 'Caller_Number__c'),
        mapping('Internal', 'Call.Internal', 'Internal__c'),
        mapping('Wrap_Up_Seconds', 'Salesforce.AfterCallTime', 'Wrap_Up_Seconds__c'),
        mapping('Agent_Seconds', 'Salesforce.CallDuration', 'Agent_Seconds__c'),
        mapping('Transcript', 'Chat.Transcript', 'Transcript__c'),
        mapping('Genesys_Url', 'Interaction.Url', 'Genesys_Url__c'),
        mapping('Case_Number', 'Participant.caseNumber', 'Case_Number__c'),
        mapping('Survey', 'Participant.survey', 'Survey__c')
    ],
    Patchbay_Status__mdt: STATUSES.map(({ id, label, status, sub_status: subStatus }, at) => ({
        DeveloperName: label.replaceAll(' ', '_'),
        MasterLabel: label,
        Genesys_Status__c: id,
        Status__c: status,
        ...(subStatus && { Sub_Status__c: subStatus }),
        Sort__c: at + 1
    })),
    Patchbay_Task_Rule__mdt: [],
    Patchbay_Transfer_Target__mdt: [
        ...AGENTS.map(({ id, name }) => target(name, 'userId', id, { Group__c: 'Claims team' })),
        ...QUEUES.map(({ id, name }) => target(name, 'queueId', id)),
        ...FLOWS.map(({ name }) => target(name, 'flow', name)),
        target('Repair partner', 'phone', '+1 317 555 0142', { Group__c: 'Partners' })
    ]
});

/**
 * What tests want otherwise, from the address: ?transcripts=cut&logKeeper=package&apiVersion=55.0. With ?transcripts=record a
 * transcript becomes a record of its own. Returns the configuration with it.
 */
export function configurationFromQuery(configuration, query) {
    const given = new URLSearchParams(query);
    const settings = { ...configuration.Patchbay_Settings__c };
    let mappings = configuration.Patchbay_Field_Mapping__mdt;
    if (given.has('logKeeper')) settings.Log_Keeper__c = given.get('logKeeper');
    if (given.has('apiVersion')) settings.Engagement_API_Version__c = given.get('apiVersion');
    if (given.get('transcripts') === 'record') {
        settings.Transcript_Object__c = 'Chat_Transcript__c';
        settings.Transcript_Field__c = 'Text__c';
        const inRecord = ({ Attribute__c, Field__c }) =>
            Attribute__c === 'Chat.Transcript' ? 'Transcript_Record__c' : Field__c;
        mappings = mappings.map((record) => ({ ...record, Field__c: inRecord(record) }));
    } else if (given.has('transcripts')) {
        settings.Transcripts__c = given.get('transcripts');
    }
    return { ...configuration, Patchbay_Settings__c: settings, Patchbay_Field_Mapping__mdt: mappings };
}
