import disabled from '@salesforce/label/c.Patchbay_Disabled';
import enabled from '@salesforce/label/c.Patchbay_Enabled';
import helpFor from '@salesforce/label/c.Patchbay_HelpFor';
import moveDown from '@salesforce/label/c.Patchbay_MoveDown';
import moveUp from '@salesforce/label/c.Patchbay_MoveUp';
import remove from '@salesforce/label/c.Patchbay_Remove';

export default { disabled, enabled, helpFor, moveDown, moveUp, remove };
