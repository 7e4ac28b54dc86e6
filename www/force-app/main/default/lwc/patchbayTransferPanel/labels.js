import address from '@salesforce/label/c.Patchbay_Address';
import agent from '@salesforce/label/c.Patchbay_Agent';
import agentId from '@salesforce/label/c.Patchbay_AgentId';
import blindTransfer from '@salesforce/label/c.Patchbay_BlindTransfer';
import concludeTransfer from '@salesforce/label/c.Patchbay_ConcludeTransfer';
import consultTransfer from '@salesforce/label/c.Patchbay_ConsultTransfer';
import flow from '@salesforce/label/c.Patchbay_Flow';
import flowNameOrId from '@salesforce/label/c.Patchbay_FlowNameOrId';
import phone from '@salesforce/label/c.Patchbay_Phone';
import phoneNumber from '@salesforce/label/c.Patchbay_PhoneNumber';
import queue from '@salesforce/label/c.Patchbay_Queue';
import queueId from '@salesforce/label/c.Patchbay_QueueId';
import shownAsYouType from '@salesforce/label/c.Patchbay_ShownAsYouType';
import transfer from '@salesforce/label/c.Patchbay_Transfer';
import transferTo from '@salesforce/label/c.Patchbay_TransferTo';
import whatIsSent from '@salesforce/label/c.Patchbay_WhatIsSent';

export default {
    address,
    agent,
    agentId,
    blindTransfer,
    concludeTransfer,
    consultTransfer,
    flow,
    flowNameOrId,
    phone,
    phoneNumber,
    queue,
    queueId,
    shownAsYouType,
    transfer,
    transferTo,
    whatIsSent
};
