import attendeeAuthenticated from '@salesforce/label/c.Patchbay_AttendeeAuthenticated';
import attendeeVerificationTime from '@salesforce/label/c.Patchbay_AttendeeVerificationTime';
import attendeeVerified from '@salesforce/label/c.Patchbay_AttendeeVerified';
import communicationChannel from '@salesforce/label/c.Patchbay_CommunicationChannel';
import context from '@salesforce/label/c.Patchbay_Context';
import duration from '@salesforce/label/c.Patchbay_Duration';
import endDateTime from '@salesforce/label/c.Patchbay_EndDateTime';
import engagementInteraction from '@salesforce/label/c.Patchbay_EngagementInteraction';
import externalIdentifier from '@salesforce/label/c.Patchbay_ExternalIdentifier';
import initiatingAttendee from '@salesforce/label/c.Patchbay_InitiatingAttendee';
import mappedState from '@salesforce/label/c.Patchbay_MappedState';
import no from '@salesforce/label/c.Patchbay_No';
import none from '@salesforce/label/c.Patchbay_None';
import noneKept from '@salesforce/label/c.Patchbay_NoneKept';
import notStored from '@salesforce/label/c.Patchbay_NotStored';
import nothingToKeep from '@salesforce/label/c.Patchbay_NothingToKeep';
import nothingToStore from '@salesforce/label/c.Patchbay_NothingToStore';
import openRecord from '@salesforce/label/c.Patchbay_OpenRecord';
import owner from '@salesforce/label/c.Patchbay_Owner';
import phoneNumberField from '@salesforce/label/c.Patchbay_PhoneNumberField';
import reason from '@salesforce/label/c.Patchbay_Reason';
import recordType from '@salesforce/label/c.Patchbay_RecordType';
import sentiment from '@salesforce/label/c.Patchbay_Sentiment';
import startDateTime from '@salesforce/label/c.Patchbay_StartDateTime';
import stateCompleted from '@salesforce/label/c.Patchbay_StateCompleted';
import stateInProgress from '@salesforce/label/c.Patchbay_StateInProgress';
import stateNew from '@salesforce/label/c.Patchbay_StateNew';
import status from '@salesforce/label/c.Patchbay_Status';
import storeNow from '@salesforce/label/c.Patchbay_StoreNow';
import storedAt from '@salesforce/label/c.Patchbay_StoredAt';
import theEngagement from '@salesforce/label/c.Patchbay_TheEngagement';
import type from '@salesforce/label/c.Patchbay_Type';
import yes from '@salesforce/label/c.Patchbay_Yes';

export default {
    attendeeAuthenticated,
    attendeeVerificationTime,
    attendeeVerified,
    communicationChannel,
    context,
    duration,
    endDateTime,
    engagementInteraction,
    externalIdentifier,
    initiatingAttendee,
    mappedState,
    no,
    none,
    noneKept,
    notStored,
    nothingToKeep,
    nothingToStore,
    openRecord,
    owner,
    phoneNumberField,
    reason,
    recordType,
    sentiment,
    startDateTime,
    stateCompleted,
    stateInProgress,
    stateNew,
    status,
    storeNow,
    storedAt,
    theEngagement,
    type,
    yes
};
