import controls from '@salesforce/label/c.Patchbay_Controls';
import idleHint from '@salesforce/label/c.Patchbay_IdleHint';
import loading from '@salesforce/label/c.Patchbay_Loading';
import log from '@salesforce/label/c.Patchbay_Log';
import parts from '@salesforce/label/c.Patchbay_Parts';
import starting from '@salesforce/label/c.Patchbay_Starting';
import status from '@salesforce/label/c.Patchbay_Status';
import transfer from '@salesforce/label/c.Patchbay_Transfer';

export default { controls, idleHint, loading, log, parts, starting, status, transfer };
