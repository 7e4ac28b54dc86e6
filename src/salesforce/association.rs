//! Why a record is in a list of an interaction log.

crate::string_enum::string_enum! {
    /// Why a record is in Name or Related To. Of several reasons the last in this order counts.
    AssociationReason {
        /// Another record of a list belongs to it: it is the account of a contact, for example.
        Related = "related",
        /// It was found by the number or address of the other party.
        Found = "found",
        /// The other side of a transfer handed it over.
        HandedOver = "handed-over",
        /// The agent visited it.
        Visited = "visited",
        /// It popped.
        Popped = "popped",
        /// The other party was dialled from it.
        Dialled = "dialled",
    }
}

impl AssociationReason {
    /// Whether the record is only likely to be the right one: nobody brought it up. Agents see such records last.
    ///
    /// ```
    /// use patchbay::salesforce::association::AssociationReason;
    /// assert!(AssociationReason::Found.is_guess());
    /// assert!(!AssociationReason::Visited.is_guess());
    /// ```
    pub const fn is_guess(self) -> bool {
        matches!(self, AssociationReason::Related | AssociationReason::Found)
    }
}
