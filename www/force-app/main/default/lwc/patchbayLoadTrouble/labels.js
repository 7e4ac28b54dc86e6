import adviceCorrupt from '@salesforce/label/c.Patchbay_AdviceCorrupt';
import adviceCsp from '@salesforce/label/c.Patchbay_AdviceCsp';
import adviceOther from '@salesforce/label/c.Patchbay_AdviceOther';
import adviceSandbox from '@salesforce/label/c.Patchbay_AdviceSandbox';
import adviceUnsupported from '@salesforce/label/c.Patchbay_AdviceUnsupported';
import couldNotStart from '@salesforce/label/c.Patchbay_CouldNotStart';
import forAdministrator from '@salesforce/label/c.Patchbay_ForAdministrator';
import triedAgain from '@salesforce/label/c.Patchbay_TriedAgain';
import tryAgain from '@salesforce/label/c.Patchbay_TryAgain';

export default {
    adviceCorrupt,
    adviceCsp,
    adviceOther,
    adviceSandbox,
    adviceUnsupported,
    couldNotStart,
    forAdministrator,
    triedAgain,
    tryAgain
};
