/** The home page: the records by object, and what to do first. */
import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { OBJECTS, RECORDS } from '../../../data/records.js';

export default class RecordHome extends NavigationMixin(LightningElement) {
    objects = Object.entries(OBJECTS).map(([name, { labelPlural, icon }]) => ({
        name,
        labelPlural,
        icon,
        records: RECORDS.filter(({ objectApiName }) => objectApiName === name)
    }));

    handleOpen({ currentTarget }) {
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: currentTarget.dataset.open, actionName: 'view' }
        });
    }
}
