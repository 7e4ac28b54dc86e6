import abandonRate from '@salesforce/label/c.Patchbay_AbandonRate';
import abandoned from '@salesforce/label/c.Patchbay_Abandoned';
import adminTime from '@salesforce/label/c.Patchbay_AdminTime';
import answered from '@salesforce/label/c.Patchbay_Answered';
import atLine from '@salesforce/label/c.Patchbay_AtLine';
import idleTime from '@salesforce/label/c.Patchbay_IdleTime';
import inNoList from '@salesforce/label/c.Patchbay_InNoList';
import integrationDisabled from '@salesforce/label/c.Patchbay_IntegrationDisabled';
import notReady from '@salesforce/label/c.Patchbay_NotReady';
import nothingToCount from '@salesforce/label/c.Patchbay_NothingToCount';
import offlineNotCounted from '@salesforce/label/c.Patchbay_OfflineNotCounted';
import readyTime from '@salesforce/label/c.Patchbay_ReadyTime';
import serviceLevel from '@salesforce/label/c.Patchbay_ServiceLevel';
import shortAbandons from '@salesforce/label/c.Patchbay_ShortAbandons';
import statusNotTold from '@salesforce/label/c.Patchbay_StatusNotTold';
import tryActivity from '@salesforce/label/c.Patchbay_TryActivity';
import tryActivityExample from '@salesforce/label/c.Patchbay_TryActivityExample';
import tryContacts from '@salesforce/label/c.Patchbay_TryContacts';
import whatSettingsComeTo from '@salesforce/label/c.Patchbay_WhatSettingsComeTo';
import yourStatusNow from '@salesforce/label/c.Patchbay_YourStatusNow';

export default {
    abandonRate,
    abandoned,
    adminTime,
    answered,
    atLine,
    idleTime,
    inNoList,
    integrationDisabled,
    notReady,
    nothingToCount,
    offlineNotCounted,
    readyTime,
    serviceLevel,
    shortAbandons,
    statusNotTold,
    tryActivity,
    tryActivityExample,
    tryContacts,
    whatSettingsComeTo,
    yourStatusNow
};
