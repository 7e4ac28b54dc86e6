//! Every name that seed 2 documents for outgoing messages.

use patchbay_text::compare::same;

/// A closed list of documented names.
pub trait Vocabulary: Copy + Sized + 'static {
    /// All of them, in the order of the document.
    const ALL: &'static [Self];
    /// The documented spellings, in the same order.
    const NAMES: &'static [&'static str];
}

/// Makes an enum of documented names, its spellings and its list.
macro_rules! vocabulary {
    ($(#[$about:meta])* $list:ident { $($(#[$doc:meta])* $item:ident = $name:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $list { $($(#[$doc])* $item,)+ }

        impl $list {
            /// The documented spelling.
            pub const fn as_str(self) -> &'static str {
                match self { $($list::$item => $name,)+ }
            }

            /// The one with this spelling.
            pub fn named(name: &str) -> Option<$list> {
                use $crate::message::vocabulary::{Vocabulary, find, places};
                const PLACES: [u8; ($list::NAMES.len() * 2).next_power_of_two()] = places($list::NAMES);
                find(name, $list::NAMES, &PLACES).and_then(|at| $list::ALL.get(at).copied())
            }
        }

        impl $crate::message::vocabulary::Vocabulary for $list {
            const ALL: &'static [Self] = &[$($list::$item,)+];
            const NAMES: &'static [&'static str] = &[$($name,)+];
        }
    };
}

pub(crate) use vocabulary;

/// No name begins here.
const NOWHERE: u8 = u8::MAX;

/// Where a name's place is looked for first. Messages are read name by name: one look has to do, as a rule.
const fn first_place(name: &[u8], places: usize) -> usize {
    match name {
        [] => 0,
        [first, ..] => {
            let (middle, last) = (name[name.len() / 2] as usize, name[name.len() - 1] as usize);
            (name.len() + *first as usize * 5 + middle * 3 + last * 7) % places
        }
    }
}

/// A table of which name stands in which place: each in its first one, or else in the next that is free. Half of it or more
/// stays empty, so that a look at it ends.
pub(crate) const fn places<const PLACES: usize>(names: &[&str]) -> [u8; PLACES] {
    let mut places = [NOWHERE; PLACES];
    let mut at = 0;
    while at < names.len() {
        let mut place = first_place(names[at].as_bytes(), PLACES);
        while places[place] != NOWHERE {
            place = (place + 1) % PLACES;
        }
        places[place] = at as u8;
        at += 1;
    }
    places
}

/// Which of these names it is.
pub(crate) fn find(name: &str, names: &[&str], places: &[u8]) -> Option<usize> {
    let mut place = first_place(name.as_bytes(), places.len());
    loop {
        let at = usize::from(places[place]);
        if same(names.get(at)?, name) {
            return Some(at);
        }
        place = (place + 1) % places.len();
    }
}

vocabulary! {
    /// `type`: "PureCloud. + the action name".
    ///
    /// ```
    /// use patchbay::message::vocabulary::MessageType;
    /// assert_eq!(MessageType::UpdateStatus.as_str(), "PureCloud.User.updateStatus");
    /// ```
    MessageType {
        /// Updates the state of an interaction.
        UpdateState = "PureCloud.Interaction.updateState",
        /// Adds custom attributes to an interaction.
        AddCustomAttributes = "PureCloud.Interaction.addCustomAttributes",
        /// Updates the agent's status.
        UpdateStatus = "PureCloud.User.updateStatus",
    }
}

vocabulary! {
    /// `data.action` of `updateState`: "Desired state of the interaction."
    ///
    /// ```
    /// use patchbay::message::vocabulary::{Action, Context};
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
            _ => None,
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

vocabulary! {
    /// `transferTargetType`: "Type of transfer entity."
    ///
    /// ```
    /// use patchbay::message::vocabulary::TargetType;
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

vocabulary! {
    /// What a caller of the builders says a transfer goes to. The document has three types; callers have five ideas.
    ///
    /// ```
    /// use patchbay::message::vocabulary::{TargetKind, TargetType};
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
    /// `data.participantContext`.
    Participant,
    /// `data.secureSessionContext`.
    SecureSession,
}

impl Owner {
    /// All of them, outermost first.
    pub const ALL: &'static [Owner] = &[
        Owner::Message,
        Owner::UpdateState,
        Owner::AddCustomAttributes,
        Owner::UpdateStatus,
        Owner::Participant,
        Owner::SecureSession,
    ];

    /// The documented properties, in the order in which the documents' examples write them.
    ///
    /// ```
    /// use patchbay::message::vocabulary::Owner;
    /// assert_eq!(Owner::Message.properties(), ["type", "data"]);
    /// ```
    pub const fn properties(self) -> &'static [&'static str] {
        match self {
            Owner::Message => &["type", "data"],
            Owner::UpdateState => &["action", "id", "participantContext", "secureSessionContext"],
            Owner::AddCustomAttributes => &["id", "attributes"],
            Owner::UpdateStatus => &["id"],
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
        }
    }
}
