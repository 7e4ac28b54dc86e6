/** How objects are called and drawn until the organisation says so, or where it does not. */
import labels from './labels';

const OBJECTS = {
    Contact: { label: labels.contact, icon: 'standard:contact' },
    Lead: { label: labels.lead, icon: 'standard:lead' },
    Account: { label: labels.account, icon: 'standard:account' },
    Opportunity: { label: labels.opportunity, icon: 'standard:opportunity' },
    Campaign: { label: labels.campaign, icon: 'standard:campaign' },
    Case: { label: labels.caseRecord, icon: 'standard:case' }
};

export function objectOf(apiName) {
    return OBJECTS[apiName] ?? { label: spelledOut(apiName), icon: 'standard:custom' };
}

/** As the organisation calls and draws it. */
export function toObject({ label, themeInfo }) {
    return { label, icon: iconOf(themeInfo) };
}

/** The theme tells a picture, …/custom/custom17_120.png; its name is that of the icon. */
function iconOf(themeInfo) {
    const [, sprite, name] = /\/(standard|custom)\/(\w+?)(?:_\d+)?\.\w+$/.exec(themeInfo?.iconUrl ?? '') ?? [];
    return name ? `${sprite}:${name}` : 'standard:custom';
}

/** acme__Fleet_Cover__c as a person would write it. */
function spelledOut(apiName) {
    return apiName
        .replace(/__c$/, '')
        .replace(/^[A-Za-z0-9]+__/, '')
        .replaceAll('_', ' ');
}
