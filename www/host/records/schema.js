// The objects of this org. Those of Salesforce are cut down to what a console shows; Task is as its object reference has it,
// for a user of a call centre, with the custom fields an administrator adds to keep attributes of interactions.
import { EngagementInteraction } from './engagementInteraction.js';
import {
    boolean,
    comboBox,
    currency,
    date,
    double,
    email,
    insertOnly,
    int,
    longText,
    lookup,
    object,
    owner,
    percent,
    phone,
    picklist,
    readOnly,
    required,
    text,
    url
} from './fields.js';

const personName = () => [
    text('FirstName', 'First Name', 40, { compoundFieldName: 'Name' }),
    required(text('LastName', 'Last Name', 80, { compoundFieldName: 'Name' })),
    readOnly(text('Name', 'Full Name', 121))
];
const address = (kind) => [
    text(`${kind}Street`, `${kind} Street`),
    text(`${kind}City`, `${kind} City`, 40),
    text(`${kind}State`, `${kind} State/Province`, 80)
];

/** What an activity can be about; custom objects as far as they allow activities. */
const RELATED_TO = ['Account', 'Opportunity', 'Campaign', 'Case', 'Claim__c'];

const Task = object({
    label: 'Task',
    labelPlural: 'Tasks',
    keyPrefix: '00T',
    icon: 'standard:task',
    nameFields: ['Subject'],
    fields: [
        comboBox('Subject', 'Subject', 255),
        picklist('Type', 'Type', ['Call', 'Chat', 'Email', 'Voicemail', 'Message'], { length: 40 }),
        lookup('WhoId', 'Name ID', ['Contact', 'Lead']),
        lookup('WhatId', 'Related To ID', RELATED_TO),
        longText('Description', 'Comments', 32_000),
        // Not subject to field-level security, says the object reference.
        picklist('CallType', 'Call Type', ['Internal', 'Inbound', 'Outbound'], {
            length: 40,
            restricted: true,
            secured: false
        }),
        int('CallDurationInSeconds', 'Call Duration', { min: 0, secured: false }),
        text('CallObject', 'Call Object Identifier', 255, { secured: false }),
        text('CallDisposition', 'Call Result', 255, { secured: false }),
        // Which values there are, the org decides: see taskRules.js.
        required(picklist('Status', 'Status', [], { length: 40 })),
        readOnly(boolean('IsClosed', 'Closed')),
        insertOnly(
            picklist('TaskSubtype', 'Task Subtype', ['Task', 'Email', 'List Email', 'Cadence', 'Call'], {
                length: 40,
                restricted: true
            })
        ),
        lookup('RecordTypeId', 'Record Type ID', ['RecordType'], { secured: false }),
        required(picklist('Priority', 'Priority', ['High', 'Normal', 'Low'], { length: 40, defaultValue: 'Normal' })),
        date('ActivityDate', 'Due Date Only'),
        owner(),
        text('Patchbay_Segment__c', 'Patchbay Segment', 255),
        text('Queue_Name__c', 'Queue Name', 80),
        phone('Caller_Number__c', 'Caller Number'),
        boolean('Internal__c', 'Internal'),
        double('Wrap_Up_Seconds__c', 'Wrap-Up Seconds', 18, 0),
        double('Agent_Seconds__c', 'Agent Seconds', 18, 0),
        text('Survey__c', 'Survey', 10),
        text('Case_Number__c', 'Case Number', 30),
        url('Genesys_Url__c', 'Genesys URL'),
        longText('Transcript__c', 'Transcript', 131_072),
        lookup('Transcript_Record__c', 'Transcript Record', ['Chat_Transcript__c'])
    ]
});

const Chat_Transcript__c = object({
    label: 'Chat Transcript',
    labelPlural: 'Chat Transcripts',
    keyPrefix: 'a0T',
    icon: 'custom:custom18',
    custom: true,
    fields: [
        readOnly(text('Name', 'Transcript Number', 80, { autonumber: 'CT-' })),
        longText('Text__c', 'Text', 131_072),
        owner()
    ]
});

const User = object({
    label: 'User',
    labelPlural: 'People',
    keyPrefix: '005',
    icon: 'standard:user',
    writable: false,
    fields: [required(text('Name', 'Full Name', 121))]
});

const RecordType = object({
    label: 'Record Type',
    labelPlural: 'Record Types',
    keyPrefix: '012',
    icon: 'standard:record',
    writable: false,
    fields: [required(text('Name', 'Record Type Label', 80))]
});

const ServiceAppointment = object({
    label: 'Service Appointment',
    labelPlural: 'Service Appointments',
    keyPrefix: '08p',
    icon: 'standard:service_appointment',
    nameFields: ['AppointmentNumber'],
    fields: [readOnly(text('AppointmentNumber', 'Appointment Number')), text('Subject', 'Subject'), owner()]
});

const Visit = object({
    label: 'Visit',
    labelPlural: 'Visits',
    keyPrefix: '0Z5',
    icon: 'standard:visits',
    fields: [readOnly(text('Name', 'Name')), owner()]
});

const Contact = object({
    label: 'Contact',
    labelPlural: 'Contacts',
    keyPrefix: '003',
    icon: 'standard:contact',
    nameFields: ['FirstName', 'LastName', 'Name'],
    fields: [
        ...personName(),
        lookup('AccountId', 'Account ID', ['Account']),
        phone('Phone', 'Business Phone'),
        phone('MobilePhone', 'Mobile Phone'),
        email('Email', 'Email'),
        text('Title', 'Title', 128),
        ...address('Mailing'),
        picklist('Preferred_Language__c', 'Preferred Language', ['English', 'Spanish', 'German']),
        date('Customer_Since__c', 'Customer Since'),
        // Set on the contact that is beside a person account.
        readOnly(boolean('IsPersonAccount', 'Is Person Account')),
        owner()
    ]
});

const Lead = object({
    label: 'Lead',
    labelPlural: 'Leads',
    keyPrefix: '00Q',
    icon: 'standard:lead',
    nameFields: ['FirstName', 'LastName', 'Name'],
    fields: [
        ...personName(),
        required(text('Company', 'Company')),
        phone('Phone', 'Phone'),
        email('Email', 'Email'),
        picklist('Status', 'Lead Status', ['New', 'Working', 'Nurturing', 'Unqualified'], { defaultValue: 'New' }),
        picklist('LeadSource', 'Lead Source', ['Web', 'Phone Inquiry', 'Trade Show', 'Other']),
        picklist('Rating', 'Rating', ['Hot', 'Warm', 'Cold']),
        owner()
    ]
});

const Account = object({
    label: 'Account',
    labelPlural: 'Accounts',
    keyPrefix: '001',
    icon: 'standard:account',
    fields: [
        required(text('Name', 'Account Name')),
        phone('Phone', 'Account Phone'),
        picklist('Type', 'Account Type', ['Customer', 'Prospect', 'Partner', 'Other']),
        picklist('Industry', 'Industry', ['Shipping', 'Agriculture', 'Media', 'Other']),
        int('NumberOfEmployees', 'Employees'),
        ...address('Billing'),
        picklist('Service_Level__c', 'Service Level', ['Gold', 'Silver', 'Bronze']),
        // A person account is an account and a contact at once; activities name the contact.
        readOnly(boolean('IsPersonAccount', 'Is Person Account')),
        readOnly(lookup('PersonContactId', 'Contact ID', ['Contact'])),
        email('PersonEmail', 'Email'),
        owner()
    ]
});

const Opportunity = object({
    label: 'Opportunity',
    labelPlural: 'Opportunities',
    keyPrefix: '006',
    icon: 'standard:opportunity',
    fields: [
        required(text('Name', 'Name', 120)),
        lookup('AccountId', 'Account ID', ['Account']),
        required(
            picklist('StageName', 'Stage', ['Prospecting', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'])
        ),
        currency('Amount', 'Amount'),
        text('CurrencyIsoCode', 'Opportunity Currency', 3),
        required(date('CloseDate', 'Close Date')),
        percent('Probability', 'Probability (%)'),
        lookup('Primary_Contact__c', 'Primary Contact', ['Contact']),
        owner()
    ]
});

const Campaign = object({
    label: 'Campaign',
    labelPlural: 'Campaigns',
    keyPrefix: '701',
    icon: 'standard:campaign',
    fields: [
        required(text('Name', 'Campaign Name', 80)),
        picklist('Type', 'Type', ['Telemarketing', 'Email', 'Trade Show', 'Other']),
        picklist('Status', 'Status', ['Planned', 'In Progress', 'Completed', 'Aborted']),
        date('StartDate', 'Start Date'),
        owner()
    ]
});

const Case = object({
    label: 'Case',
    labelPlural: 'Cases',
    keyPrefix: '500',
    icon: 'standard:case',
    nameFields: ['CaseNumber'],
    fields: [
        readOnly(text('CaseNumber', 'Case Number', 30)),
        text('Subject', 'Subject'),
        lookup('AccountId', 'Account ID', ['Account']),
        lookup('ContactId', 'Contact ID', ['Contact']),
        picklist('Status', 'Status', ['New', 'Working', 'Escalated', 'Closed'], { defaultValue: 'New' }),
        picklist('Priority', 'Priority', ['High', 'Medium', 'Low'], { defaultValue: 'Medium' }),
        picklist('Origin', 'Case Origin', ['Phone', 'Email', 'Chat', 'Web']),
        longText('Description', 'Description', 32_000),
        owner()
    ]
});

const Claim__c = object({
    label: 'Claim',
    labelPlural: 'Claims',
    keyPrefix: 'a0K',
    icon: 'custom:custom17',
    custom: true,
    fields: [
        readOnly(text('Name', 'Claim Number', 80)),
        lookup('Account__c', 'Account', ['Account']),
        lookup('Claimant__c', 'Claimant', ['Contact']),
        lookup('Case__c', 'Case', ['Case']),
        picklist('Status__c', 'Status', ['Reported', 'Under assessment', 'Approved', 'Refused']),
        currency('Estimated_Loss__c', 'Estimated Loss'),
        text('CurrencyIsoCode', 'Claim Currency', 3),
        text('Assessor__c', 'Assessor', 80),
        owner()
    ]
});

export const SCHEMA = Object.freeze({
    Contact,
    Lead,
    Account,
    Opportunity,
    Campaign,
    Case,
    Claim__c,
    Task,
    Chat_Transcript__c,
    EngagementInteraction,
    ServiceAppointment,
    Visit,
    RecordType,
    User
});

/** The API name of the object whose IDs begin like this one. */
export const objectOf = (id) => Object.keys(SCHEMA).find((name) => SCHEMA[name].keyPrefix === id.slice(0, 3)) ?? null;

/** The objects of which interactions make records. */
export const STORED = Object.freeze(['Task', 'EngagementInteraction']);

/** The field that holds what a record is called. */
export const nameFieldOf = (objectApiName) => SCHEMA[objectApiName].nameFields.at(-1);

/** What a record is called. */
export const nameOf = ({ objectApiName, fields }) =>
    fields[nameFieldOf(objectApiName)] ?? `${SCHEMA[objectApiName].label} without a name`;
