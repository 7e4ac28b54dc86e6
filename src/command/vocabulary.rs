//! Every name that the documents give for outgoing messages.

use crate::string_enum::string_enum;

string_enum! {
    /// `type`: "PureCloud. + the action name".
    ///
    /// ```
    /// use patchbay::command::vocabulary::MessageType;
    /// assert_eq!(MessageType::UpdateStatus.as_str(), "PureCloud.User.updateStatus");
    /// ```
    MessageType {
        /// Updates the state of an interaction.
        UpdateState = "PureCloud.Interaction.updateState",
        /// Adds custom attributes to an interaction.
        AddCustomAttributes = "PureCloud.Interaction.addCustomAttributes",
        /// Updates the agent's status.
        UpdateStatus = "PureCloud.User.updateStatus",
        /// Asks the client for more events. No document has it; Genesys's own sample sends it.
        Subscribe = "PureCloud.Subscribe",
    }
}

/// The other spelling of [`MessageType::Subscribe`] that Genesys's samples use. Which of them a client takes is not
/// documented, so both are sent as they are given.
pub const SUBSCRIBE: &str = "PureCloud.subscribe";

string_enum! {
    /// `data.type` of a subscription: the event types that an administrator chooses in the client's settings.
    EventType {
        /// What becomes of interactions.
        Interaction = "Interaction",
        /// The agent's status.
        UserAction = "UserAction",
        /// Transcripts, and which interaction is selected.
        Notification = "Notification",
    }
}

string_enum! {
    /// `data.action` of `PureCloud.Interaction.updateState`: "Desired state of the interaction."
    ///
    /// ```
    /// use patchbay::command::vocabulary::{Action, Context};
    /// assert_eq!(Action::BlindTransfer.context(), Some(Context::Participant));
    /// assert_eq!(Action::Hold.context(), None);
    /// ```
    Action {
        /// Answers the interaction.
        Pickup = "pickup",
        /// Ends the interaction.
        Disconnect = "disconnect",
        /// Holds the interaction.
        Hold = "hold",
        /// Mutes the agent.
        Mute = "mute",
        /// Pauses the recording for what must not be recorded.
        SecurePause = "securePause",
        /// Transfers without consultation.
        BlindTransfer = "blindTransfer",
        /// Begins a transfer with consultation.
        ConsultTransfer = "consultTransfer",
        /// Completes a consult transfer.
        ConcludeTransfer = "concludeTransfer",
        /// Hands the interaction to a secure IVR flow.
        SecureSession = "secureSession",
    }
}

impl Action {
    /// The context object that this action needs and no other action may have.
    pub const fn context(self) -> Option<Context> {
        match self {
            Action::BlindTransfer | Action::ConsultTransfer => Some(Context::Participant),
            Action::SecureSession => Some(Context::SecureSession),
            Action::Pickup
            | Action::Disconnect
            | Action::Hold
            | Action::Mute
            | Action::SecurePause
            | Action::ConcludeTransfer => None,
        }
    }
}

/// The objects that some actions need beside the interaction's ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// `participantContext`: "Only use when action is set to blindTransfer or consultTransfer."
    Participant,
    /// `secureSessionContext`: "Only use when action is set to secureSession."
    SecureSession,
}

string_enum! {
    /// `transferTargetType`: "Type of transfer entity."
    ///
    /// ```
    /// use patchbay::command::vocabulary::TargetType;
    /// assert_eq!(TargetType::Address.as_str(), "address");
    /// ```
    TargetType {
        /// The ID of an agent.
        UserId = "userId",
        /// The ID of a queue.
        QueueId = "queueId",
        /// "A flow name, a flow ID, or a phone number for an external transfer."
        Address = "address",
    }
}

impl TargetType {
    /// Whether `sip:` may stand before a target: it marks a flow or an address, while agents and queues have IDs.
    pub const fn takes_prefix(self) -> bool {
        matches!(self, TargetType::Address)
    }
}

string_enum! {
    /// What a caller of the builders says a transfer goes to. The document has three types; callers have five ideas.
    ///
    /// ```
    /// use patchbay::command::vocabulary::{TargetKind, TargetType};
    /// assert_eq!(TargetKind::Flow.target_type(), TargetType::Address);
    /// assert_eq!(TargetKind::Flow.prefix(), "sip:");
    /// ```
    TargetKind {
        /// An agent, by ID.
        UserId = "userId",
        /// A queue, by ID.
        QueueId = "queueId",
        /// An external phone number.
        Phone = "phone",
        /// An Architect flow, by name or ID.
        Flow = "flow",
        /// Any other address.
        Address = "address",
    }
}

impl TargetKind {
    /// The documented type that stands for this kind.
    pub const fn target_type(self) -> TargetType {
        match self {
            TargetKind::UserId => TargetType::UserId,
            TargetKind::QueueId => TargetType::QueueId,
            TargetKind::Phone | TargetKind::Flow | TargetKind::Address => TargetType::Address,
        }
    }

    /// What stands, unencoded, before the encoded text: "Prefix flow name or flow ID with sip:".
    pub const fn prefix(self) -> &'static str {
        match self {
            TargetKind::Flow => SIP,
            _ => "",
        }
    }
}

/// The prefix of a flow's name or ID; it is never encoded itself.
pub const SIP: &str = "sip:";

/// The objects of a message, to name the properties each may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The message itself.
    Message,
    /// `data` of `PureCloud.Interaction.updateState`, and of a message whose type is not known.
    UpdateState,
    /// `data` of `PureCloud.Interaction.addCustomAttributes`.
    AddCustomAttributes,
    /// `data` of `PureCloud.User.updateStatus`.
    UpdateStatus,
    /// `data` of `PureCloud.Subscribe`.
    Subscribe,
    /// `data.participantContext`.
    Participant,
    /// `data.secureSessionContext`.
    SecureSession,
}

impl Owner {
    /// The `data` of each type.
    pub const DATA: [Owner; 4] =
        [Owner::UpdateState, Owner::AddCustomAttributes, Owner::UpdateStatus, Owner::Subscribe];

    /// The documented properties, in the order in which the documents' examples write them.
    ///
    /// ```
    /// use patchbay::command::vocabulary::Owner;
    /// assert_eq!(Owner::Message.properties(), ["type", "data"]);
    /// ```
    pub const fn properties(self) -> &'static [&'static str] {
        match self {
            Owner::Message => &["type", "data"],
            Owner::UpdateState => &["action", "id", "participantContext", "secureSessionContext"],
            Owner::AddCustomAttributes => &["id", "attributes"],
            Owner::UpdateStatus => &["id"],
            Owner::Subscribe => &["type", "categories"],
            Owner::Participant => &["transferTarget", "transferTargetType"],
            Owner::SecureSession => &["flowId", "userData", "disconnect"],
        }
    }

    /// Whose `data` a message of this type holds.
    pub const fn of(message: MessageType) -> Owner {
        match message {
            MessageType::UpdateState => Owner::UpdateState,
            MessageType::AddCustomAttributes => Owner::AddCustomAttributes,
            MessageType::UpdateStatus => Owner::UpdateStatus,
            MessageType::Subscribe => Owner::Subscribe,
        }
    }
}
