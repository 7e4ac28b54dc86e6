import noStatuses from '@salesforce/label/c.Patchbay_NoStatuses';
import routing from '@salesforce/label/c.Patchbay_Routing';
import setStatus from '@salesforce/label/c.Patchbay_SetStatus';
import status from '@salesforce/label/c.Patchbay_Status';
import statusNotTold from '@salesforce/label/c.Patchbay_StatusNotTold';
import subStatus from '@salesforce/label/c.Patchbay_SubStatus';

export default { noStatuses, routing, setStatus, status, statusNotTold, subStatus };
