//! The direction of an interaction. Source: "Attribute synchronization", Default fields in Salesforce.

use super::Interaction;
use crate::event::field::BoolField;

crate::string_enum::string_enum! {
    /// The direction of an interaction as Salesforce stores it: `CallType` of an activity.
    CallType {
        /// The other party began the interaction.
        Inbound = "Inbound",
        /// The agent began the interaction.
        Outbound = "Outbound",
        /// The other party is a user of the org, whatever the direction.
        Internal = "Internal",
    }
}

/// The call type of an interaction.
pub fn call_type_of(interaction: &Interaction) -> CallType {
    if interaction.conversation.flag(BoolField::IsInternal) == Some(true) {
        CallType::Internal
    } else if interaction.is_outbound() {
        CallType::Outbound
    } else {
        CallType::Inbound
    }
}
