// A few records to navigate. Everything is made up; phone numbers are from ranges reserved for fiction.
// Custom objects get their key prefix from the org; this one has a0K.
import { Address } from '../records/address.js';
import { toId } from '../records/ids.js';
import { SCHEMA, nameFieldOf, objectOf } from '../records/schema.js';

const HARBOUR = '0015g00000XrK3mAAF';
const NORTHWIND = '0015g00000XrL8pAAF';
const MAREN = '0015g00000XrN5qAAF';
const MAREN_AS_CONTACT = '0035g00000LqW2sAAF';
const NADIA = '0035g00000LqT4rAAF';
const THEO = '0035g00000LqT5aAAF';
const IMANI = '0035g00000LqV9kAAF';
const WATER_DAMAGE = '5005g00000RvW2qAAF';

const HARBOUR_ADDRESS = ['18 Quay Street', 'Fremantle', 'WA'];
const NORTHWIND_ADDRESS = ['402 Meridian Street', 'Indianapolis', 'IN'];

const person = (FirstName, LastName) => ({ FirstName, LastName, Name: `${FirstName} ${LastName}` });
const address = (kind, [street, city, state]) => ({
    [`${kind}Street`]: street,
    [`${kind}City`]: city,
    [`${kind}State`]: state
});

/** The agent, as a Salesforce user. */
export const USER = Object.freeze({ id: '0055g00000AvQ1nAAF', objectApiName: 'User', fields: { Name: 'Avery Quinn' } });

/** What an engagement interaction can refer to; there is nothing to navigate about them. */
const REFERRED_TO = [
    {
        id: '08p5g00000GnA6kAAF',
        objectApiName: 'ServiceAppointment',
        fields: { AppointmentNumber: 'SA-0001', Subject: 'Assessment of warehouse 3' }
    },
    { id: '0Z55g00000HvB8mCAF', objectApiName: 'Visit', fields: { Name: 'VIS-0001' } },
    { id: '0125g00000JtC2wAAF', objectApiName: 'RecordType', fields: { Name: 'Service engagement' } }
];

const records = [
    {
        id: NADIA,
        about: 'Facility Manager, Harbour Freight Lines',
        fields: {
            AccountId: HARBOUR,
            Phone: '+61491570156',
            Email: 'nadia.lindgren@example.com',
            Title: 'Facility Manager',
            MobilePhone: '+61491570157',
            ...address('Mailing', HARBOUR_ADDRESS),
            Preferred_Language__c: 'English',
            Customer_Since__c: '2019-03-12',
            ...person('Nadia', 'Lindgren')
        }
    },
    {
        id: THEO,
        about: 'Purchasing, Northwind Orchards',
        fields: {
            AccountId: NORTHWIND,
            Phone: '+13175550123',
            Email: 'theo.okafor@example.com',
            Title: 'Head of Purchasing',
            ...address('Mailing', NORTHWIND_ADDRESS),
            Preferred_Language__c: 'English',
            ...person('Theo', 'Okafor')
        }
    },
    {
        id: IMANI,
        about: 'Claims Liaison, Northwind Orchards',
        fields: {
            AccountId: NORTHWIND,
            Phone: '+13175550164',
            Email: 'imani.castellanos@example.com',
            Title: 'Claims Liaison',
            ...address('Mailing', NORTHWIND_ADDRESS),
            Preferred_Language__c: 'Spanish',
            ...person('Imani', 'Castellanos')
        }
    },
    {
        id: '00Q5g00000HbN2dEAF',
        about: 'Studio owner, Paperlight Prints',
        fields: {
            Company: 'Paperlight Prints',
            Phone: '+61491570158',
            Email: 'wren@example.com',
            Status: 'Working',
            LeadSource: 'Web',
            Rating: 'Warm',
            ...person('Wren', 'Takahashi')
        }
    },
    // Two records have this number: whom a call from it is with, only the agent can tell.
    {
        id: '00Q5g00000HbP7wEAF',
        about: 'Operations, Tern & Gull Ferries',
        fields: {
            Company: 'Tern & Gull Ferries',
            Phone: '+442079460018',
            Email: 'casimir.doyle@example.com',
            Status: 'New',
            LeadSource: 'Trade Show',
            Rating: 'Hot',
            ...person('Casimir', 'Doyle')
        }
    },
    {
        id: MAREN,
        about: 'Person account, boat owner, London',
        fields: {
            Type: 'Customer',
            Phone: '+442079460018',
            PersonEmail: 'maren.oduya@example.com',
            Service_Level__c: 'Gold',
            Name: 'Maren Oduya',
            IsPersonAccount: true,
            PersonContactId: MAREN_AS_CONTACT
        }
    },
    {
        id: HARBOUR,
        about: 'Shipping, Fremantle',
        fields: {
            Type: 'Customer',
            Phone: '+61255501200',
            Industry: 'Shipping',
            ...address('Billing', HARBOUR_ADDRESS),
            NumberOfEmployees: 420,
            Service_Level__c: 'Gold',
            Name: 'Harbour Freight Lines'
        }
    },
    {
        id: NORTHWIND,
        about: 'Agriculture, Indianapolis',
        fields: {
            Type: 'Customer',
            Phone: '+13175550100',
            Industry: 'Agriculture',
            ...address('Billing', NORTHWIND_ADDRESS),
            NumberOfEmployees: 85,
            Service_Level__c: 'Silver',
            Name: 'Northwind Orchards'
        }
    },
    {
        id: '0065g00000CtD1fAAF',
        about: 'Negotiation, AUD 184,000',
        fields: {
            AccountId: HARBOUR,
            StageName: 'Negotiation',
            Amount: 184_000,
            CloseDate: '2026-06-30',
            Primary_Contact__c: NADIA,
            Probability: 80,
            CurrencyIsoCode: 'AUD',
            Name: 'Fleet cover renewal'
        }
    },
    {
        id: '0065g00000CtE6hAAF',
        about: 'Proposal, USD 41,500',
        fields: {
            AccountId: NORTHWIND,
            StageName: 'Proposal',
            Amount: 41_500,
            CloseDate: '2026-08-15',
            Primary_Contact__c: THEO,
            Probability: 50,
            CurrencyIsoCode: 'USD',
            Name: 'Hail cover, north field'
        }
    },
    {
        id: '7015g00000KpS4tAAF',
        about: 'Telemarketing, in progress',
        fields: {
            Type: 'Telemarketing',
            Status: 'In Progress',
            StartDate: '2026-03-02',
            Name: 'Storm season check-in'
        }
    },
    {
        id: WATER_DAMAGE,
        about: 'Water damage in warehouse 3',
        fields: {
            AccountId: HARBOUR,
            Status: 'Working',
            Priority: 'High',
            ContactId: NADIA,
            Subject: 'Water damage in warehouse 3',
            Origin: 'Phone',
            Description: 'Sprinkler pipe burst over night. Twelve pallets affected, photographs to follow.',
            CaseNumber: '00012345'
        }
    },
    {
        id: '5005g00000RvW7zAAF',
        about: 'Invoice shows the old address',
        fields: {
            AccountId: NORTHWIND,
            Status: 'New',
            Priority: 'Low',
            ContactId: THEO,
            Subject: 'Invoice shows the old address',
            Origin: 'Email',
            CaseNumber: '00012352'
        }
    },
    {
        id: '5005g00000RvY4nAAF',
        about: 'Card payment refused twice',
        fields: {
            AccountId: NORTHWIND,
            Status: 'Escalated',
            Priority: 'High',
            ContactId: IMANI,
            Subject: 'Card payment refused twice',
            Origin: 'Chat',
            CaseNumber: '00012360'
        }
    },
    {
        id: 'a0K5g00000BmC3tEAF',
        about: 'Warehouse 3, under assessment',
        fields: {
            Account__c: HARBOUR,
            Status__c: 'Under assessment',
            Estimated_Loss__c: 26_300,
            Case__c: WATER_DAMAGE,
            Claimant__c: NADIA,
            Assessor__c: 'Sasha Brook',
            CurrencyIsoCode: 'AUD',
            Name: 'CL-20417'
        }
    },
    {
        id: 'a0K5g00000BmD9eEAF',
        about: 'Hail, 14 May, approved',
        fields: {
            Account__c: NORTHWIND,
            Status__c: 'Approved',
            Estimated_Loss__c: 9_800,
            Claimant__c: IMANI,
            Assessor__c: 'Robin Vale',
            CurrencyIsoCode: 'USD',
            Name: 'CL-20433'
        }
    }
];

/** `about` is the line under the name in lists; the first fields are the ones shown in the highlights panel. */
export const RECORDS = Object.freeze(
    records.map(({ id, about, fields }) => {
        const objectApiName = objectOf(id);
        return { id, objectApiName, name: fields[nameFieldOf(objectApiName)], about, fields };
    })
);

/** The objects that have records to navigate. */
export const OBJECTS = Object.freeze(
    Object.fromEntries(RECORDS.map(({ objectApiName }) => [objectApiName, SCHEMA[objectApiName]]))
);

const persons = RECORDS.filter(({ fields }) => fields.IsPersonAccount);
const byId = new Map([
    ...RECORDS.map((record) => [record.id, record]),
    ...persons.map((record) => [record.fields.PersonContactId, record])
]);

/** By 18-character ID, or by the 15 characters that name the same record; a person account by that of its contact too. */
export const findRecord = (id) => byId.get(toId(id));

/** By phone number or e-mail address: whom a call or a chat is with. */
export function findRecordsByAddress(text) {
    const address = new Address(text);
    return RECORDS.filter(({ objectApiName, fields }) =>
        Object.entries(fields).some(
            ([name, value]) =>
                SCHEMA[objectApiName].fields[name].dataType === address.fieldType && address.isSame(value)
        )
    );
}

/** Records that look up to this one. */
export const relatedTo = (id) => RECORDS.filter(({ fields }) => Object.values(fields).includes(id));

/** What the record store begins with: these, the agent, and the contact that every person account is as well. */
export const SEED = Object.freeze([
    USER,
    ...REFERRED_TO,
    ...RECORDS,
    ...persons.map(({ id, name, fields }) => {
        const [first, last] = name.split(' ');
        const { Phone, PersonEmail: Email, PersonContactId } = fields;
        return {
            id: PersonContactId,
            objectApiName: 'Contact',
            fields: { AccountId: id, Phone, Email, IsPersonAccount: true, ...person(first, last) }
        };
    })
]);
