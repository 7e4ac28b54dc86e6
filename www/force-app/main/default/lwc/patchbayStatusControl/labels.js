import noStatuses from '@salesforce/label/c.Patchbay_NoStatuses';
import routing from '@salesforce/label/c.Patchbay_Routing';
import routingCommunicating from '@salesforce/label/c.Patchbay_RoutingCommunicating';
import routingIdle from '@salesforce/label/c.Patchbay_RoutingIdle';
import routingInteracting from '@salesforce/label/c.Patchbay_RoutingInteracting';
import routingNotResponding from '@salesforce/label/c.Patchbay_RoutingNotResponding';
import setStatus from '@salesforce/label/c.Patchbay_SetStatus';
import status from '@salesforce/label/c.Patchbay_Status';
import statusAvailable from '@salesforce/label/c.Patchbay_StatusAvailable';
import statusAway from '@salesforce/label/c.Patchbay_StatusAway';
import statusBreak from '@salesforce/label/c.Patchbay_StatusBreak';
import statusBusy from '@salesforce/label/c.Patchbay_StatusBusy';
import statusMeal from '@salesforce/label/c.Patchbay_StatusMeal';
import statusMeeting from '@salesforce/label/c.Patchbay_StatusMeeting';
import statusNotTold from '@salesforce/label/c.Patchbay_StatusNotTold';
import statusOffQueue from '@salesforce/label/c.Patchbay_StatusOffQueue';
import statusOnQueue from '@salesforce/label/c.Patchbay_StatusOnQueue';
import statusOutOfOffice from '@salesforce/label/c.Patchbay_StatusOutOfOffice';
import statusTraining from '@salesforce/label/c.Patchbay_StatusTraining';
import subStatus from '@salesforce/label/c.Patchbay_SubStatus';

export default {
    noStatuses,
    routing,
    routingCommunicating,
    routingIdle,
    routingInteracting,
    routingNotResponding,
    setStatus,
    status,
    statusAvailable,
    statusAway,
    statusBreak,
    statusBusy,
    statusMeal,
    statusMeeting,
    statusNotTold,
    statusOffQueue,
    statusOnQueue,
    statusOutOfOffice,
    statusTraining,
    subStatus
};
