import headingCounted from '@salesforce/label/c.Patchbay_HeadingCounted';
import showFirst from '@salesforce/label/c.Patchbay_ShowFirst';
import showMore from '@salesforce/label/c.Patchbay_ShowMore';

export default { headingCounted, showFirst, showMore };
