// A few records to navigate. Everything is made up; phone numbers are from ranges reserved for fiction.
// Custom objects get their key prefix from the org; this one has a0K.

export const OBJECTS = Object.freeze({
    Contact: { label: 'Contact', plural: 'Contacts', icon: 'standard:contact', prefix: '003' },
    Lead: { label: 'Lead', plural: 'Leads', icon: 'standard:lead', prefix: '00Q' },
    Account: { label: 'Account', plural: 'Accounts', icon: 'standard:account', prefix: '001' },
    Opportunity: { label: 'Opportunity', plural: 'Opportunities', icon: 'standard:opportunity', prefix: '006' },
    Case: { label: 'Case', plural: 'Cases', icon: 'standard:case', prefix: '500' },
    Claim__c: { label: 'Claim', plural: 'Claims', icon: 'custom:custom17', prefix: 'a0K' }
});

const text = (label, value) => ({ label, value, type: 'text' });
const phone = (label, value) => ({ label, value, type: 'phone' });
const email = (label, value) => ({ label, value, type: 'email' });
const lookup = (label, value) => ({ label, value, type: 'lookup' });

const HARBOUR = '0015g00000XrK3mAAF';
const NORTHWIND = '0015g00000XrL8pAAF';
const NADIA = '0035g00000LqT4rAAF';
const THEO = '0035g00000LqT5aAAF';
const IMANI = '0035g00000LqV9kAAF';
const WATER_DAMAGE = '5005g00000RvW2qAAF';

/** `about` is the line under the name in lists; the first fields are the ones shown in the highlights panel. */
export const RECORDS = Object.freeze([
    {
        id: NADIA,
        objectApiName: 'Contact',
        name: 'Nadia Lindgren',
        about: 'Facility Manager, Harbour Freight Lines',
        fields: [
            lookup('Account Name', HARBOUR),
            phone('Phone', '+61491570156'),
            email('Email', 'nadia.lindgren@example.com'),
            text('Title', 'Facility Manager'),
            phone('Mobile', '+61491570157'),
            text('Mailing Address', '18 Quay Street, Fremantle WA'),
            text('Preferred Language', 'English'),
            text('Customer Since', '12 March 2019')
        ]
    },
    {
        id: THEO,
        objectApiName: 'Contact',
        name: 'Theo Okafor',
        about: 'Purchasing, Northwind Orchards',
        fields: [
            lookup('Account Name', NORTHWIND),
            phone('Phone', '+13175550123'),
            email('Email', 'theo.okafor@example.com'),
            text('Title', 'Head of Purchasing'),
            text('Mailing Address', '402 Meridian Street, Indianapolis IN'),
            text('Preferred Language', 'English')
        ]
    },
    {
        id: IMANI,
        objectApiName: 'Contact',
        name: 'Imani Castellanos',
        about: 'Claims Liaison, Northwind Orchards',
        fields: [
            lookup('Account Name', NORTHWIND),
            phone('Phone', '+13175550164'),
            email('Email', 'imani.castellanos@example.com'),
            text('Title', 'Claims Liaison'),
            text('Mailing Address', '402 Meridian Street, Indianapolis IN'),
            text('Preferred Language', 'Spanish')
        ]
    },
    {
        id: '00Q5g00000HbN2dEAF',
        objectApiName: 'Lead',
        name: 'Wren Takahashi',
        about: 'Studio owner, Paperlight Prints',
        fields: [
            text('Company', 'Paperlight Prints'),
            phone('Phone', '+61491570158'),
            email('Email', 'wren@example.com'),
            text('Lead Status', 'Working'),
            text('Lead Source', 'Web'),
            text('Rating', 'Warm')
        ]
    },
    {
        id: '00Q5g00000HbP7wEAF',
        objectApiName: 'Lead',
        name: 'Casimir Doyle',
        about: 'Operations, Tern & Gull Ferries',
        fields: [
            text('Company', 'Tern & Gull Ferries'),
            phone('Phone', '+442079460018'),
            email('Email', 'casimir.doyle@example.com'),
            text('Lead Status', 'New'),
            text('Lead Source', 'Trade fair'),
            text('Rating', 'Hot')
        ]
    },
    {
        id: HARBOUR,
        objectApiName: 'Account',
        name: 'Harbour Freight Lines',
        about: 'Shipping, Fremantle',
        fields: [
            text('Type', 'Customer'),
            phone('Phone', '+61255501200'),
            text('Industry', 'Shipping'),
            text('Account Owner', 'Avery Quinn'),
            text('Billing Address', '18 Quay Street, Fremantle WA'),
            text('Employees', '420'),
            text('Service Level', 'Gold')
        ]
    },
    {
        id: NORTHWIND,
        objectApiName: 'Account',
        name: 'Northwind Orchards',
        about: 'Agriculture, Indianapolis',
        fields: [
            text('Type', 'Customer'),
            phone('Phone', '+13175550100'),
            text('Industry', 'Agriculture'),
            text('Account Owner', 'Avery Quinn'),
            text('Billing Address', '402 Meridian Street, Indianapolis IN'),
            text('Employees', '85'),
            text('Service Level', 'Silver')
        ]
    },
    {
        id: '0065g00000CtD1fAAF',
        objectApiName: 'Opportunity',
        name: 'Fleet cover renewal',
        about: 'Negotiation, AUD 184,000',
        fields: [
            lookup('Account Name', HARBOUR),
            text('Stage', 'Negotiation'),
            text('Amount', 'AUD 184,000'),
            text('Close Date', '30 June 2026'),
            lookup('Primary Contact', NADIA),
            text('Probability', '80 %')
        ]
    },
    {
        id: '0065g00000CtE6hAAF',
        objectApiName: 'Opportunity',
        name: 'Hail cover, north field',
        about: 'Proposal, USD 41,500',
        fields: [
            lookup('Account Name', NORTHWIND),
            text('Stage', 'Proposal'),
            text('Amount', 'USD 41,500'),
            text('Close Date', '15 August 2026'),
            lookup('Primary Contact', THEO),
            text('Probability', '50 %')
        ]
    },
    {
        id: WATER_DAMAGE,
        objectApiName: 'Case',
        name: '00012345',
        about: 'Water damage in warehouse 3',
        fields: [
            lookup('Account Name', HARBOUR),
            text('Status', 'Working'),
            text('Priority', 'High'),
            lookup('Contact Name', NADIA),
            text('Subject', 'Water damage in warehouse 3'),
            text('Case Origin', 'Phone'),
            text('Description', 'Sprinkler pipe burst over night. Twelve pallets affected, photographs to follow.')
        ]
    },
    {
        id: '5005g00000RvW7zAAF',
        objectApiName: 'Case',
        name: '00012352',
        about: 'Invoice shows the old address',
        fields: [
            lookup('Account Name', NORTHWIND),
            text('Status', 'New'),
            text('Priority', 'Low'),
            lookup('Contact Name', THEO),
            text('Subject', 'Invoice shows the old address'),
            text('Case Origin', 'Email')
        ]
    },
    {
        id: '5005g00000RvY4nAAF',
        objectApiName: 'Case',
        name: '00012360',
        about: 'Card payment refused twice',
        fields: [
            lookup('Account Name', NORTHWIND),
            text('Status', 'Escalated'),
            text('Priority', 'High'),
            lookup('Contact Name', IMANI),
            text('Subject', 'Card payment refused twice'),
            text('Case Origin', 'Chat')
        ]
    },
    {
        id: 'a0K5g00000BmC3tEAF',
        objectApiName: 'Claim__c',
        name: 'CL-20417',
        about: 'Warehouse 3, under assessment',
        fields: [
            lookup('Account', HARBOUR),
            text('Status', 'Under assessment'),
            text('Estimated Loss', 'AUD 26,300'),
            lookup('Case', WATER_DAMAGE),
            lookup('Claimant', NADIA),
            text('Assessor', 'Sasha Brook')
        ]
    },
    {
        id: 'a0K5g00000BmD9eEAF',
        objectApiName: 'Claim__c',
        name: 'CL-20433',
        about: 'Hail, 14 May, approved',
        fields: [
            lookup('Account', NORTHWIND),
            text('Status', 'Approved'),
            text('Estimated Loss', 'USD 9,800'),
            lookup('Claimant', IMANI),
            text('Assessor', 'Robin Vale')
        ]
    }
]);

/** By 18-character ID, or by the 15 characters that name the same record. */
export const findRecord = (id) => RECORDS.find((record) => record.id === id || record.id.slice(0, 15) === id);

/** By phone number or e-mail address: whom a call or a chat is with. */
export const findRecordByAddress = (address) =>
    RECORDS.find(({ fields }) =>
        fields.some(({ type, value }) => (type === 'phone' || type === 'email') && value === address)
    );

/** Records that look up to this one. */
export const relatedTo = (id) =>
    RECORDS.filter(({ fields }) => fields.some(({ type, value }) => type === 'lookup' && value === id));
