//! The fields of EngagementInteraction, as seed 5 lists them.

use crate::salesforce::field::{Field as Storable, FieldType, Operation};
use crate::salesforce::version::Version;

macro_rules! fields {
    ($($(#[$doc:meta])* $item:ident = $name:literal, $kind:ident, $access:ident, $default:expr, $nillable:literal, $values:expr, $refers:expr, $since:literal;)+) => {
        crate::string_enum::string_enum! {
            /// A field.
            Field { $($(#[$doc])* $item = $name,)+ }
        }

        impl Field {
            /// Everything the source says of it.
            pub const fn about(self) -> About {
                match self {
                    $(Field::$item => About {
                        kind: FieldType::$kind,
                        access: Access::$access,
                        default: $default,
                        nillable: $nillable,
                        values: $values,
                        refers_to: $refers,
                        since: Version($since),
                    },)+
                }
            }
        }
    };
}

/// What may be done with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// "Create, Update".
    Writable,
    /// Neither: Salesforce fills it.
    ReadOnly,
}

/// What the source says of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// Its type.
    pub kind: FieldType,
    /// Create and update go together for every field of this object.
    pub access: Access,
    /// "Defaulted on create", and with what as far as that is told.
    pub default: Option<&'static str>,
    /// "Nillable".
    pub nillable: bool,
    /// "Possible values"; the organisation may have others.
    pub values: &'static [&'static str],
    /// "Refers To".
    pub refers_to: &'static [&'static str],
    /// The API version since which it is there.
    pub since: Version,
}

const NONE: &[&str] = &[];

fields! {
    /// "The time when the attendee was verified"; left out with a verified attendee, it is the current time.
    VerificationTime = "AttendeeVerificationTime", DateTime, Writable, None, true, NONE, NONE, 55;
    /// "Required. The communication channel".
    Channel = "CommunicationChannel", Text, Writable, None, true, &["In Person", "Video Call", "Voice Call", "Web Chat"], NONE, 55;
    /// "The record that's considered as the context".
    Context = "ContextId", Reference, Writable, None, true, NONE, &["ServiceAppointment", "Visit"], 55;
    /// "Read-only. The duration": its properties say Create and Update, its description outweighs them.
    Duration = "Duration", Text, ReadOnly, None, true, NONE, NONE, 55;
    /// When it ends.
    End = "EndDateTime", DateTime, Writable, None, true, NONE, NONE, 55;
    /// "The unique external identifier": the interaction's ID.
    ExternalIdentifier = "ExternalIdentifier", Text, Writable, None, true, NONE, NONE, 55;
    /// "The attendee who initiated the engagement interaction."
    Attendee = "InitiatingAttendeeId", Reference, Writable, None, true, NONE, &["Account", "Contact", "Lead"], 55;
    /// "Authenticated through IVR or Web channel".
    Authenticated = "IsAttendeeAuthenticated", Boolean, Writable, Some("false"), false, NONE, NONE, 55;
    /// "Has been verified".
    Verified = "IsAttendeeVerified", Boolean, Writable, Some("false"), false, NONE, NONE, 55;
    /// When the user last came by.
    LastReferenced = "LastReferencedDate", DateTime, ReadOnly, None, true, NONE, NONE, 55;
    /// When the user last looked.
    LastViewed = "LastViewedDate", DateTime, ReadOnly, None, true, NONE, NONE, 55;
    /// "Changes when the status of the interaction gets updated": Salesforce sets it.
    MappedState = "MappedState", Text, ReadOnly, Some("New"), true, &["Completed", "InProgress", "New"], NONE, 55;
    /// "Autonumber".
    Name = "Name", Text, ReadOnly, Some(""), false, NONE, NONE, 55;
    /// "The person who owns this".
    Owner = "OwnerId", Reference, Writable, Some(""), false, NONE, &["User"], 55;
    /// "The phone number of the caller".
    PhoneNumber = "PhoneNumber", Text, Writable, None, true, NONE, NONE, 57;
    /// "The reason for the engagement as stated by the customer".
    Reason = "Reason", Text, Writable, None, true, NONE, NONE, 56;
    /// The record type.
    RecordType = "RecordTypeId", Reference, Writable, None, true, NONE, &["RecordType"], 62;
    /// "The analyzed sentiment of the … attendee".
    Sentiment = "Sentiment", Text, Writable, None, true, &["Negative", "Neutral", "Positive"], NONE, 55;
    /// "Required. The date and time when the engagement interaction starts."
    Start = "StartDateTime", DateTime, Writable, None, true, NONE, NONE, 55;
    /// The status; the mapped state follows it.
    Status = "Status", Text, Writable, None, true, &["Completed", "In Progress", "New"], NONE, 55;
    /// Who initiated it.
    Type = "Type", Text, Writable, None, true, &["Inbound", "Outbound"], NONE, 55;
}

impl Field {
    /// Fields without which no record can be made ("Required.").
    pub const REQUIRED: [Field; 2] = [Field::Channel, Field::Start];

    /// The field as one that may or may not be stored.
    pub const fn storable(self) -> Storable {
        let about = self.about();
        let writable = matches!(about.access, Access::Writable);
        Storable { kind: about.kind, longest: None, createable: writable, updateable: writable }
    }

    /// Why nobody writes into it in this version, if nobody does.
    ///
    /// ```
    /// use patchbay::{engagement::fields::Field, salesforce::version::Version};
    /// use patchbay::salesforce::field::Operation;
    /// assert!(Field::Reason.refusal(Operation::Create, Version(55)).is_some());
    /// assert!(Field::Reason.refusal(Operation::Create, Version(56)).is_none());
    /// ```
    pub fn refusal(self, operation: Operation, version: Version) -> Option<String> {
        let about = self.about();
        if version < about.since {
            return Some(format!("it exists since version {}; use that version, or leave it out", about.since));
        }
        match (about.access, operation) {
            (Access::Writable, _) => None,
            (Access::ReadOnly, _) => Some("Salesforce fills it; leave it out".to_owned()),
        }
    }
}
