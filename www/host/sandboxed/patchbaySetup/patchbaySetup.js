/**
 * The setup module as this console's developer has edited it: every attribute goes into a field of this org's Task. It stands in
 * for the one that is deployed. What tests want otherwise stands in the address: ?transcripts=cut&logKeeper=package. With
 * ?transcripts=record a transcript becomes a record of its own
 */
import { STATUSES } from '../../genesys/directory.js';

const query = new URLSearchParams(window.location.search);
const transcripts = query.get('transcripts') ?? 'refuse';
const inRecord = transcripts === 'record';

export default {
    logKeeper: query.get('logKeeper') ?? 'patchbay',
    fields: {
        'Call.QueueName': 'Queue_Name__c',
        'Call.Ani': 'Caller_Number__c',
        'Call.Internal': 'Internal__c',
        'Salesforce.AfterCallTime': 'Wrap_Up_Seconds__c',
        'Salesforce.CallDuration': 'Agent_Seconds__c',
        'Chat.Transcript': inRecord ? 'Transcript_Record__c' : 'Transcript__c',
        'Interaction.Url': 'Genesys_Url__c',
        'Participant.caseNumber': 'Case_Number__c',
        'Participant.survey': 'Survey__c'
    },
    transcripts: inRecord ? 'refuse' : transcripts,
    transcriptRecord: inRecord ? { objectApiName: 'Chat_Transcript__c', field: 'Text__c' } : null,
    statuses: STATUSES.map(({ sub_status: subStatus, ...status }) => ({ ...status, subStatus })),
    region: 'mypurecloud.com',
    engagement: { apiVersion: query.get('apiVersion') ?? '62.0' }
};
