//! Consult transfers: which two interactions are the parts of one, announced or not.

use super::Session;
use super::change::Change;
use crate::event::field::BoolField;
use crate::interaction::phase::Phase;
use crate::interaction::{Consult, Interaction};

impl Session {
    /// Makes an interaction the second part of a consult transfer, if it can be: of the one that was announced, else of the
    /// call that is held meanwhile. Nothing says that such a call is a consultation, nor that it is none.
    pub(super) fn infer_consult(&mut self, id: &str, change: &mut Change) {
        if !self.interaction(id).is_some_and(is_second_part) {
            return;
        }
        let is_held = |first: &&Interaction| {
            first.id != id && first.phase == Phase::Held && first.kind().is_spoken() && first.consult.is_none()
        };
        let announced = self.interactions.iter().rfind(|first| self.waits_for_second(first));
        let first = announced.or_else(|| self.interactions.iter().rfind(is_held)).map(|first| first.id.clone());
        let Some(first) = first else { return };
        for interaction in &mut self.interactions {
            if interaction.id == id {
                interaction.consult = Some(Consult::Second(first.clone()));
                change.touch(id);
            } else if interaction.id == first && interaction.consult.is_none() {
                interaction.consult = Some(Consult::First);
                change.touch(&first);
            }
        }
    }

    /// Whether a consult transfer was announced for this interaction, and its second part is not known.
    fn waits_for_second(&self, first: &Interaction) -> bool {
        first.consult == Some(Consult::First) && !self.interactions.iter().any(|other| other.consults_for(&first.id))
    }

    /// Ends the consult transfer of an interaction that is over.
    pub(super) fn end_consult_of_the_ended(&mut self, at: usize, change: &mut Change) {
        let interaction = &self.interactions[at];
        if !interaction.is_live() && interaction.consult.is_some() {
            let id = interaction.id.clone();
            self.end_consult(&id, change);
        }
    }

    /// Ends the consult transfer that this interaction is a part of, for both parts.
    pub(super) fn end_consult(&mut self, id: &str, change: &mut Change) {
        let first = match self.interaction(id).and_then(|interaction| interaction.consult.clone()) {
            Some(Consult::Second(first)) => first,
            _ => id.to_owned(),
        };
        for interaction in &mut self.interactions {
            if (interaction.id == first && interaction.consult.is_some()) || interaction.consults_for(&first) {
                interaction.consult = None;
                change.touch(&interaction.id);
            }
        }
    }
}

/// Whether an interaction can be the second part of a consult transfer: an outbound call that no campaign made.
pub(super) fn is_second_part(interaction: &Interaction) -> bool {
    let dialer = interaction.conversation.flag(BoolField::IsDialer) == Some(true);
    let is_free = interaction.consult.is_none() && interaction.kind().is_spoken();
    interaction.is_outbound() && interaction.is_live() && is_free && !dialer
}
