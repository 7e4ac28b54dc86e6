//! The findings of preflight checks: every result that a check can have.
//!
//! The sentences are what the package's labels say in English, and what the command `patchbay preflight` prints. The module
//! that ships does not hold them: a page has its labels, and the build writes the sentences out for the command.

use serde::Serialize;

use super::check::{Check, Status};

crate::string_enum::string_enum! {
    /// Identifies in code what a check found. Codes are stable; sentences may change.
    #[cfg_attr(feature = "typescript", ts(rename = "PreflightCode"))]
    Code {
        /// The permission set Patchbay Agent exists.
        PermissionSetGiven = "permission-set-given",
        /// The permission set Patchbay Agent does not exist.
        PermissionSetMissing = "permission-set-missing",
        /// Permission sets were not read.
        PermissionSetUnknown = "permission-set-unknown",
        /// The user may call the Apex classes.
        ApexAllowed = "apex-allowed",
        /// The user may not call some Apex classes; values are their names.
        ApexRefused = "apex-refused",
        /// Access to Apex classes was not read.
        ApexUnknown = "apex-unknown",
        /// The user may read, create and edit tasks.
        TasksAllowed = "tasks-allowed",
        /// The user lacks access to tasks; values are what is missing: `read`, `create`, `edit`.
        TasksRefused = "tasks-refused",
        /// Access to tasks was not read.
        TasksUnknown = "tasks-unknown",
        /// The user may write the fields.
        FieldsAllowed = "fields-allowed",
        /// The user may not write the field that identifies the interaction, so nothing is saved.
        KeyFieldRefused = "key-field-refused",
        /// The user may not write some other fields; values are their API names.
        FieldsRefused = "fields-refused",
        /// Access to some fields was not read; values are their API names.
        FieldsUnknown = "fields-unknown",
        /// The picklist Type has all values that logs use.
        TypesThere = "types-there",
        /// The picklist Type lacks values; values are what to add.
        TypesMissing = "types-missing",
        /// The picklist Type was not read.
        TypesUnknown = "types-unknown",
        /// The org has closed task statuses; values are their names.
        ClosedStatusThere = "closed-status-there",
        /// The org has no closed task status.
        ClosedStatusMissing = "closed-status-missing",
        /// Task statuses were not read.
        ClosedStatusUnknown = "closed-status-unknown",
        /// All wanted objects allow activities; values are their API names.
        ActivitiesAllowed = "activities-allowed",
        /// Some wanted objects do not allow activities; values are their API names.
        ActivitiesOff = "activities-off",
        /// No wanted objects were given.
        ActivitiesUnknown = "activities-unknown",
        /// The message channel exists.
        ChannelThere = "channel-there",
        /// The message channel does not exist.
        ChannelMissing = "channel-missing",
        /// The message channel was not looked for.
        ChannelUnknown = "channel-unknown",
        /// Events of every type arrived; values are the types.
        EventsHeard = "events-heard",
        /// Events arrived, but none of these types.
        EventsPartly = "events-partly",
        /// No event arrived in the whole time; the value is its length in seconds.
        EventsNone = "events-none",
        /// Still listening; values are the types that have not arrived yet.
        EventsListening = "events-listening",
        /// No events were listened for.
        EventsUnknown = "events-unknown",
        /// One class implements the extension point; the value is its name.
        ExtensionThere = "extension-there",
        /// No class implements the extension point, and none has to.
        ExtensionNone = "extension-none",
        /// Several classes implement the extension point, and the package uses one; values are their names.
        ExtensionSeveral = "extension-several",
        /// Classes were not read.
        ExtensionUnknown = "extension-unknown",
        /// Lightning Web Security is on.
        WebSecurityOn = "web-security-on",
        /// Lightning Web Security is off.
        WebSecurityOff = "web-security-off",
        /// The setting was not read.
        WebSecurityUnknown = "web-security-unknown",
        /// Labels are translated into the languages of all users.
        TranslationsThere = "translations-there",
        /// Labels are not translated into some users' languages; values are these languages.
        TranslationsMissing = "translations-missing",
        /// The users' languages were not read.
        TranslationsUnknown = "translations-unknown",
        /// Browser storage is available.
        StorageAllowed = "storage-allowed",
        /// Browser storage is forbidden.
        StorageForbidden = "storage-forbidden",
        /// Browser storage was not tried.
        StorageUnknown = "storage-unknown",
    }
}

use Code::*;

impl Code {
    /// The check that has this finding.
    pub const fn check(self) -> Check {
        match self {
            PermissionSetGiven | PermissionSetMissing | PermissionSetUnknown => Check::PermissionSet,
            ApexAllowed | ApexRefused | ApexUnknown => Check::ApexAccess,
            TasksAllowed | TasksRefused | TasksUnknown => Check::TaskAccess,
            FieldsAllowed | KeyFieldRefused | FieldsRefused | FieldsUnknown => Check::TaskFields,
            TypesThere | TypesMissing | TypesUnknown => Check::TaskTypes,
            ClosedStatusThere | ClosedStatusMissing | ClosedStatusUnknown => Check::ClosedStatus,
            ActivitiesAllowed | ActivitiesOff | ActivitiesUnknown => Check::RelatedTo,
            ChannelThere | ChannelMissing | ChannelUnknown => Check::Channel,
            EventsHeard | EventsPartly | EventsNone | EventsListening | EventsUnknown => Check::ClientEvents,
            ExtensionThere | ExtensionNone | ExtensionSeveral | ExtensionUnknown => Check::Extension,
            WebSecurityOn | WebSecurityOff | WebSecurityUnknown => Check::WebSecurity,
            TranslationsThere | TranslationsMissing | TranslationsUnknown => Check::Translations,
            StorageAllowed | StorageForbidden | StorageUnknown => Check::Storage,
        }
    }

    /// How the check ended then.
    pub const fn status(self) -> Status {
        match self {
            PermissionSetGiven | ApexAllowed | TasksAllowed | FieldsAllowed | TypesThere | ClosedStatusThere
            | ActivitiesAllowed | ChannelThere | EventsHeard | ExtensionThere | ExtensionNone | WebSecurityOn
            | TranslationsThere | StorageAllowed => Status::Ok,
            PermissionSetMissing | FieldsRefused | TypesMissing | ActivitiesOff | EventsPartly | ExtensionSeveral
            | TranslationsMissing | StorageForbidden => Status::Warning,
            ApexRefused | TasksRefused | KeyFieldRefused | ClosedStatusMissing | ChannelMissing | EventsNone
            | WebSecurityOff => Status::Error,
            PermissionSetUnknown | ApexUnknown | TasksUnknown | FieldsUnknown | TypesUnknown | ClosedStatusUnknown
            | ActivitiesUnknown | ChannelUnknown | EventsListening | EventsUnknown | ExtensionUnknown
            | WebSecurityUnknown | TranslationsUnknown | StorageUnknown => Status::Unknown,
        }
    }

    /// What it means and what to do, for a person; `{0}` stands for the finding's values.
    pub const fn sentence(self) -> &'static str {
        match self {
            PermissionSetGiven => "The permission set Patchbay Agent is given.",
            PermissionSetMissing => {
                "The permission set Patchbay Agent is not given. Deploy it, and assign it to everybody who takes calls; a profile may grant the same instead."
            }
            PermissionSetUnknown => {
                "Permission sets could not be read. In Setup, look whether everybody who takes calls has Patchbay Agent."
            }
            ApexAllowed => "The Apex classes that save logs and search for records may be used.",
            ApexRefused => {
                "These Apex classes may not be used: {0}. Without them, components neither save logs nor find records. Assign the permission set Patchbay Agent, which grants them."
            }
            ApexUnknown => "Access to Apex classes is not known. The permission set Patchbay Agent grants it.",
            TasksAllowed => "Tasks may be read, created and edited.",
            TasksRefused => {
                "With tasks, this is not allowed: {0}. No log can be kept. Grant the permissions Access Activities and Edit Tasks, as Patchbay Agent does."
            }
            TasksUnknown => "Access to tasks is not known. Logs need the permissions Access Activities and Edit Tasks.",
            FieldsAllowed => "All fields of tasks that Patchbay writes may be read and edited.",
            KeyFieldRefused => {
                "The field Call Object Identifier (CallObject) of tasks is not visible, or cannot be edited. It says which interaction a task belongs to, so no log is saved without it. Make it editable in the field-level security of tasks."
            }
            FieldsRefused => {
                "These fields of tasks may not be edited: {0}. Logs are saved without them. Grant edit access in a permission set; Patchbay Agent grants it for all fields that can be guarded."
            }
            FieldsUnknown => {
                "Access to these fields of tasks is not known: {0}. If no permission set grants edit access to them, logs are saved without them."
            }
            TypesThere => "The picklist Type of tasks has the types of all interactions.",
            TypesMissing => {
                "The picklist Type of tasks has no values {0}. Add them in Setup under Object Manager, Task, Fields, Type, so that lists and reports can tell interactions apart."
            }
            TypesUnknown => {
                "The values of the picklist Type of tasks are not known. It needs Call, Chat, Email, Voicemail and Message."
            }
            ClosedStatusThere => "Tasks can be closed, by these statuses: {0}.",
            ClosedStatusMissing => {
                "Tasks have no status that counts as closed, so logs stay among open activities. In Setup under Object Manager, Task, Fields, Status, mark one value as closed."
            }
            ClosedStatusUnknown => {
                "The statuses of tasks are not known. One of them must count as closed, or logs stay among open activities."
            }
            ActivitiesAllowed => "Activities can be related to {0}.",
            ActivitiesOff => {
                "Activities cannot be related to {0}, so Related To does not take their records. Edit these objects in Setup and select Allow Activities."
            }
            ActivitiesUnknown => {
                "Nobody said which objects are wanted in Related To. Accounts, campaigns, cases and opportunities always work; name the custom objects that you want."
            }
            ChannelThere => "The message channel purecloud__ClientEvent__c is there.",
            ChannelMissing => {
                "The message channel purecloud__ClientEvent__c is missing, so no component can reach the client. Install the package Genesys Cloud for Salesforce."
            }
            ChannelUnknown => {
                "It is not known whether the package Genesys Cloud for Salesforce is installed. Patchbay needs its message channel purecloud__ClientEvent__c."
            }
            EventsHeard => "The client publishes events of these types: {0}.",
            EventsPartly => {
                "The client publishes events, but none of these types was heard: {0}. If you changed your status, and took and selected an interaction meanwhile, add these types under Client Event Types in the client’s call center settings."
            }
            EventsNone => {
                "The client published nothing in {0} seconds. Sign in to the client on this page and check again. If nothing comes when you change your status, choose Lightning Message Channel as the Client Event Message Type in the client’s call center settings."
            }
            EventsListening => {
                "Listening for a minute. To be heard are still {0}: change your status in the client, take an interaction and select it."
            }
            EventsUnknown => {
                "Only a page can hear whether the client publishes events. Open the component Patchbay Health in the app that agents use."
            }
            ExtensionThere => {
                "The Apex class {0} can store the logs that the package keeps. The package calls it if its name is in the package’s Extension Point Settings."
            }
            ExtensionNone => {
                "No Apex class implements an extension point of the package. That is right unless the package is to keep logs through Patchbay; then name PatchbayCTIExtensions in its Extension Point Settings."
            }
            ExtensionSeveral => {
                "Several Apex classes implement an extension point: {0}. The package takes all extension points from one class; put them together, and name that class in its Extension Point Settings."
            }
            ExtensionUnknown => {
                "It is not known which Apex classes implement an extension point of the package. It matters only if the package keeps logs."
            }
            WebSecurityOn => "Lightning Web Security is on.",
            WebSecurityOff => {
                "Lightning Web Security is off. Patchbay’s WebAssembly does not run under Lightning Locker. In Setup under Session Settings, select Use Lightning Web Security for Lightning web components."
            }
            WebSecurityUnknown => {
                "It is not known whether Lightning Web Security is on. Look in Setup under Session Settings."
            }
            TranslationsThere => "Users read Patchbay in their language.",
            TranslationsMissing => {
                "Patchbay has no texts in these languages of users, who read it in English: {0}. Deploy the translation, or add it in the Translation Workbench."
            }
            TranslationsUnknown => "The languages of users are not known.",
            StorageAllowed => "The browser stores what has to survive a reload.",
            StorageForbidden => {
                "The browser forbids storage, so logs that are not saved are lost when the page is reloaded. Allow site data for this org in the browser’s settings, also in a private window or behind a policy."
            }
            StorageUnknown => "Only a page can tell whether the browser allows storage.",
        }
    }
}

/// What came of one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PreflightFinding"))]
pub struct Finding {
    /// What was checked.
    pub check: Check,
    /// How it ended.
    pub status: Status,
    /// What was found.
    pub code: Code,
    /// Names, types or numbers that it is about.
    pub values: Vec<String>,
}

impl Finding {
    /// A finding with its check and status.
    pub fn new(code: Code, values: Vec<String>) -> Finding {
        Finding { check: code.check(), status: code.status(), code, values }
    }
}
