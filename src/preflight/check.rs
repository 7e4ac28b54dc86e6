//! What is checked, and how a check may end.

crate::string_enum::string_enum! {
    /// What is checked, in the order in which it is shown.
    #[cfg_attr(feature = "typescript", ts(rename = "PreflightCheck"))]
    Check {
        /// Whether the permission set of agents is given.
        PermissionSet = "permission-set",
        /// Whether the Apex classes that components call may be used.
        ApexAccess = "apex-access",
        /// Whether tasks may be read, created and edited.
        TaskAccess = "task-access",
        /// Whether the fields that Patchbay writes may be.
        TaskFields = "task-fields",
        /// Whether the picklist Type of tasks has the types of interactions.
        TaskTypes = "task-types",
        /// Whether a task can be closed.
        ClosedStatus = "closed-status",
        /// Whether activities can be related to the objects that the org wants.
        RelatedTo = "related-to",
        /// Whether the message channel of the Genesys package is there.
        Channel = "channel",
        /// Whether the client publishes events.
        ClientEvents = "client-events",
        /// Whether a class stores the logs that the package keeps.
        Extension = "extension",
        /// Whether Lightning Web Security is on.
        WebSecurity = "web-security",
        /// Whether users read Patchbay in their language.
        Translations = "translations",
        /// Whether the browser stores what has to survive a reload.
        Storage = "storage",
    }
}

impl Check {
    /// What is checked, in a few words for a person: the English label of the package.
    pub const fn title(self) -> &'static str {
        match self {
            Check::PermissionSet => "Permission set",
            Check::ApexAccess => "Apex classes",
            Check::TaskAccess => "Access to tasks",
            Check::TaskFields => "Fields of tasks",
            Check::TaskTypes => "Types of tasks",
            Check::ClosedStatus => "Closed status",
            Check::RelatedTo => "Related To",
            Check::Channel => "Message channel",
            Check::ClientEvents => "Events of the client",
            Check::Extension => "Extension of the package",
            Check::WebSecurity => "Lightning Web Security",
            Check::Translations => "Translations",
            Check::Storage => "Storage of the browser",
        }
    }
}

crate::string_enum::string_enum! {
    /// How a check ended.
    #[cfg_attr(feature = "typescript", ts(rename = "PreflightStatus"))]
    Status {
        /// Nothing is to be done.
        Ok = "ok",
        /// Patchbay works, but not all of it.
        Warning = "warning",
        /// Patchbay, or a part that agents need, does not work.
        Error = "error",
        /// The fact is not known.
        Unknown = "unknown",
    }
}
