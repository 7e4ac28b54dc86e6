import error from '@salesforce/label/c.Patchbay_Error';
import headingCounted from '@salesforce/label/c.Patchbay_HeadingCounted';
import showFirst from '@salesforce/label/c.Patchbay_ShowFirst';
import showMore from '@salesforce/label/c.Patchbay_ShowMore';
import warning from '@salesforce/label/c.Patchbay_Warning';

export default {
    error,
    headingCounted,
    showFirst,
    showMore,
    warning
};
