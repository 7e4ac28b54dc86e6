/** How objects are called and drawn until the organisation says so, or where it does not. */

const OBJECTS = {
    Contact: { label: 'Contact', icon: 'standard:contact' },
    Lead: { label: 'Lead', icon: 'standard:lead' },
    Account: { label: 'Account', icon: 'standard:account' },
    Opportunity: { label: 'Opportunity', icon: 'standard:opportunity' },
    Campaign: { label: 'Campaign', icon: 'standard:campaign' },
    Case: { label: 'Case', icon: 'standard:case' }
};

export function objectOf(apiName) {
    return OBJECTS[apiName] ?? { label: spelledOut(apiName), icon: 'standard:custom' };
}

/** acme__Fleet_Cover__c as a person would write it. */
function spelledOut(apiName) {
    return apiName
        .replace(/__c$/, '')
        .replace(/^[A-Za-z0-9]+__/, '')
        .replaceAll('_', ' ');
}
