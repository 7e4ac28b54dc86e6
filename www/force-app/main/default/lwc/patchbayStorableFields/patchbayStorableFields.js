/**
 * Tells the session which fields of its records this user may fill, as soon as that is known; shows nothing. Where it cannot
 * be known ("Object Task is not supported in UI API"), all fields are taken as writable.
 */
import { LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { know } from 'c/patchbaySession';
import setup from 'c/patchbaySetup';

export default class PatchbayStorableFields extends LightningElement {
    /** Not asked for where no such records are kept: the organisation may not have the object. */
    engagementApiName = setup.engagement ? 'EngagementInteraction' : undefined;

    @wire(getObjectInfo, { objectApiName: 'Task' })
    takeTask({ data }) {
        if (data) {
            know({ objectInfo: data });
        }
    }

    @wire(getObjectInfo, { objectApiName: '$engagementApiName' })
    takeEngagement({ data }) {
        if (data) {
            know({ engagementInfo: data });
        }
    }
}
