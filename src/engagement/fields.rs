//! The fields of EngagementInteraction. Source: "EngagementInteraction", Fields.

use crate::salesforce::field::{Field as Storable, FieldType};
use crate::salesforce::version::Version;

macro_rules! fields {
    ($($(#[$doc:meta])* $item:ident = $name:literal, $kind:ident, $access:ident, $default:expr, $nillable:literal, $values:expr, $refers:expr, $since:literal;)+) => {
        crate::string_enum::string_enum! {
            /// A field of EngagementInteraction.
            Field { $($(#[$doc])* $item = $name,)+ }
        }

        impl Field {
            /// The properties that the source gives the field.
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

/// Whether a field may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// "Create, Update".
    Writable,
    /// Neither create nor update: Salesforce fills it.
    ReadOnly,
}

/// The properties of a field in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The type of its values.
    pub kind: FieldType,
    /// Whether it may be written. Every field of this object may be both created and updated, or neither.
    pub access: Access,
    /// "Defaulted on create": the default, empty where the source does not say which.
    pub default: Option<&'static str>,
    /// "Nillable".
    pub nillable: bool,
    /// "Possible values"; an org may have others.
    pub values: &'static [&'static str],
    /// "Refers To".
    pub refers_to: &'static [&'static str],
    /// The first API version with the field.
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
    /// The date and time when the interaction ends.
    End = "EndDateTime", DateTime, Writable, None, true, NONE, NONE, 55;
    /// "The unique external identifier": the interaction's ID.
    ExternalIdentifier = "ExternalIdentifier", Text, Writable, None, true, NONE, NONE, 55;
    /// "The attendee who initiated the engagement interaction."
    Attendee = "InitiatingAttendeeId", Reference, Writable, None, true, NONE, &["Account", "Contact", "Lead"], 55;
    /// "Authenticated through IVR or Web channel".
    Authenticated = "IsAttendeeAuthenticated", Boolean, Writable, Some("false"), false, NONE, NONE, 55;
    /// "Has been verified".
    Verified = "IsAttendeeVerified", Boolean, Writable, Some("false"), false, NONE, NONE, 55;
    /// When the user last opened a record related to it.
    LastReferenced = "LastReferencedDate", DateTime, ReadOnly, None, true, NONE, NONE, 55;
    /// When the user last viewed it.
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
    /// The direction in which it was initiated.
    Type = "Type", Text, Writable, None, true, &["Inbound", "Outbound"], NONE, 55;
}

impl Field {
    /// Fields without which no record can be made ("Required.").
    pub const REQUIRED: [Field; 2] = [Field::Channel, Field::Start];

    /// The field as [`Storable`], by the source alone: without the org's lengths and access rights.
    pub fn storable(self) -> Storable {
        let about = self.about();
        let writable = matches!(about.access, Access::Writable);
        Storable { kind: about.kind, max_len: None, createable: writable, updateable: writable, ..Storable::ANY }
    }

    /// Why the field cannot be written with this API version; `None` when it can. The end of a sentence without its full
    /// stop.
    ///
    /// ```
    /// use patchbay::{engagement::fields::Field, salesforce::version::Version};
    /// assert!(Field::Reason.refusal(Version(55)).is_some());
    /// assert!(Field::Reason.refusal(Version(56)).is_none());
    /// ```
    pub fn refusal(self, version: Version) -> Option<String> {
        let about = self.about();
        if version < about.since {
            return Some(format!("it exists since version {}; use that version, or leave it out", about.since));
        }
        match about.access {
            Access::Writable => None,
            Access::ReadOnly => Some("Salesforce fills it; leave it out".to_owned()),
        }
    }
}
