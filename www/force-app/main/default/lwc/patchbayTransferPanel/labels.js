import address from '@salesforce/label/c.Patchbay_Address';
import advanced from '@salesforce/label/c.Patchbay_Advanced';
import agent from '@salesforce/label/c.Patchbay_Agent';
import agentId from '@salesforce/label/c.Patchbay_AgentId';
import blindTransfer from '@salesforce/label/c.Patchbay_BlindTransfer';
import chooseTarget from '@salesforce/label/c.Patchbay_ChooseTarget';
import concludeTransfer from '@salesforce/label/c.Patchbay_ConcludeTransfer';
import consultFirst from '@salesforce/label/c.Patchbay_ConsultFirst';
import consultTransfer from '@salesforce/label/c.Patchbay_ConsultTransfer';
import favourite from '@salesforce/label/c.Patchbay_Favourite';
import flow from '@salesforce/label/c.Patchbay_Flow';
import flowNameOrId from '@salesforce/label/c.Patchbay_FlowNameOrId';
import nothingToTransfer from '@salesforce/label/c.Patchbay_NothingToTransfer';
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
    advanced,
    agent,
    agentId,
    blindTransfer,
    chooseTarget,
    concludeTransfer,
    consultFirst,
    consultTransfer,
    favourite,
    flow,
    flowNameOrId,
    nothingToTransfer,
    phone,
    phoneNumber,
    queue,
    queueId,
    shownAsYouType,
    transfer,
    transferTo,
    whatIsSent
};
