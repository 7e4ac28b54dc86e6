/** How your organisation uses Patchbay: edit this before you deploy it. Components show configuration errors. */
export default {
    /**
     * Who keeps the log of interactions: `package`, the managed package; `patchbay`, these components; or `none`. It is one of
     * them: two would make two tasks of each call. Patchbay shows and edits no log that it does not keep.
     */
    logKeeper: 'package',

    /** Whether Patchbay searches for the records of whoever calls, where it keeps the log. */
    recordSearch: true,

    /**
     * Which attribute of an interaction is stored in which field of its activity, by the field's API name:
     * `{ 'Call.QueueName': 'Queue_Name__c', 'Participant.caseNumber': 'Case_Number__c' }`. What only one type of
     * interaction is to fill stands below that type: `{ chat: { 'Chat.Transcript': 'Transcript__c' } }`.
     */
    fields: {},

    /**
     * What makes a log a logged call instead of a to-do. While an interaction is live, its task has the status `openStatus`, or the
     * default one; it gets the first closed status when it is `disconnected`, or `wrappedUp` if `closeWhen` says so. `values` are
     * fixed values: `{ field: 'Priority', value: 'Low', types: ['call', 'email'], directions: ['Inbound'] }`, where `types` and
     * `directions` may be left out. Of several for one field the first that applies counts.
     */
    task: { openStatus: undefined, closeWhen: 'disconnected', values: [] },

    /** What becomes of a transcript that is longer than its field: `refuse` stores nothing of it, `cut` its beginning. */
    transcripts: 'refuse',

    /** Where a transcript that is mapped to a lookup is stored: `{ objectApiName: 'Chat_Transcript__c', field: 'Text__c' }`. */
    transcriptRecord: undefined,

    /** The host of your Genesys Cloud region, `mypurecloud.com` for example; `Interaction.Url` is made with it. */
    region: undefined,

    /**
     * The statuses that agents may choose, by their IDs or names in Genesys Cloud: `{ id: '…', label: 'Meal', status: 'MEAL' }`, where
     * `status`, and `subStatus` if you like, are what the client calls it: an entry that has them is marked while an agent is in it.
     */
    statuses: [],

    /**
     * Where agents may transfer to, in the order of the panel: `{ label: 'Claims', kind: 'queueId', value: '…', group: 'Queues', sort: 1 }`.
     * `kind` is `userId`, `queueId`, `phone`, `flow` or `address`, and `value` the raw text of it.
     */
    transferTargets: [],

    /**
     * Keeps one EngagementInteraction record of each interaction: `{ apiVersion: '62.0' }`, where `apiVersion` decides
     * which fields there are. `values` fills fields as you say, by API name: `{ OwnerId: '005…' }`. `picklists` names the
     * values of picklists that you have changed: `{ CommunicationChannel: ['Voice Call', 'Web Chat', 'Email'] }`.
     * `null` keeps none.
     */
    engagement: null
};
