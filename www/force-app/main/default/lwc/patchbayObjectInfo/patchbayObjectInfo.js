/** Tells how the organisation calls and draws an object, as soon as that is known; shows nothing. */
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';

export default class PatchbayObjectInfo extends LightningElement {
    @api objectApiName;

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    take({ data }) {
        if (data) {
            const detail = { objectApiName: data.apiName, label: data.label, icon: iconOf(data.themeInfo) };
            this.dispatchEvent(new CustomEvent('known', { detail }));
        }
    }
}

/** The theme tells a picture, …/custom/custom17_120.png; its name is that of the icon. */
function iconOf(themeInfo) {
    const [, sprite, name] = /\/(standard|custom)\/(\w+?)(?:_\d+)?\.\w+$/.exec(themeInfo?.iconUrl ?? '') ?? [];
    return name ? `${sprite}:${name}` : 'standard:custom';
}
