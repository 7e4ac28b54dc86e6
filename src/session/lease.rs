//! Which page saves a log, when several pages of one browser know it.
//!
//! A page that has changed a log claims it. Of the pages that live, the one whose claim is the earliest saves the log; the
//! others show it. A page lives as long as the others see its heartbeat, a number that it counts up, change. Each measures
//! that by its own clock: the clocks of two pages differ after the computer has slept.

use litemap::LiteMap;

use crate::sort::sort_by;

/// Milliseconds between two heartbeats, and between two looks at the other pages.
pub const HEARTBEAT: f64 = 1_000.0;
/// Milliseconds between two looks while no page has claimed a log: another page may have one and die.
pub const IDLE_LOOK: f64 = 5_000.0;
/// Milliseconds without a heartbeat after which a page counts as dead or asleep.
pub const EXPIRY: f64 = 5_000.0;
/// Milliseconds between a claim and the first save, in which another page's claim is seen: browsers write shared storage
/// without a lock.
pub const CLAIM_WAIT: f64 = 300.0;
/// The heartbeat of a page that was left.
pub const LEFT: &str = "left";

/// Claims by log ID, each with the time of the claim by the clock that [`crate::session`] keeps across pages.
pub type Claims = LiteMap<String, f64>;

/// Another page, as this one has seen it last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Peer {
    heartbeat: String,
    /// When this page saw the heartbeat change.
    changed_at: f64,
    /// The logs that it has claimed.
    pub claims: Claims,
}

/// The other pages by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Peers(LiteMap<String, Peer>);

/// Interactions and the pages that have claimed a log of each, sorted.
#[derive(Debug)]
pub struct ClaimsByInteraction<'a>(Vec<(&'a str, &'a str)>);

impl ClaimsByInteraction<'_> {
    /// Whether no page but this one has claimed a log of the interaction, of whichever segment.
    pub fn is_alone(&self, page: &str, id: &str) -> bool {
        let interaction = interaction_of(id);
        let from = self.0.partition_point(|(known, _)| *known < interaction);
        self.0[from..].iter().take_while(|(known, _)| *known == interaction).all(|(_, other)| *other == page)
    }
}

/// The interaction of a log's ID: logs of former segments have the segment behind it.
pub fn interaction_of(id: &str) -> &str {
    id.split_once('#').map_or(id, |(interaction, _)| interaction)
}

impl Peer {
    /// Whether the page lives.
    pub fn is_live(&self, now: f64) -> bool {
        self.heartbeat != LEFT && now - self.changed_at < EXPIRY
    }
}

impl Peers {
    /// Notes the heartbeat and claims of a page.
    pub fn observe(&mut self, page: &str, heartbeat: String, claims: Claims, now: f64) {
        let known = self.0.get(page).filter(|known| known.heartbeat == heartbeat);
        // A clock that was set back makes no page live for ever.
        let changed_at = known.map_or(now, |known| known.changed_at.min(now));
        self.0.insert(page.to_owned(), Peer { heartbeat, changed_at, claims });
    }

    /// Notes what is left of a page's claims. Its heartbeat stays as it was seen: a dead page does not live by that.
    pub fn set_claims(&mut self, page: &str, claims: Claims) {
        if let Some(peer) = self.0.get_mut(page) {
            peer.claims = claims;
        }
    }

    /// Drops all pages but these.
    pub fn retain(&mut self, pages: &[String]) {
        self.0.retain(|known, _| pages.iter().any(|page| page == known));
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All pages.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Peer)> {
        self.0.iter().map(|(page, peer)| (page.as_str(), peer))
    }

    /// Whether another page lives.
    pub fn any_live(&self, now: f64) -> bool {
        self.0.values().any(|peer| peer.is_live(now))
    }

    /// Whether a page, living or not, has claimed the log.
    pub fn any_claim(&self, id: &str) -> bool {
        self.0.values().any(|peer| peer.claims.contains_key(id))
    }

    /// Which pages have claimed logs of which interaction.
    pub fn claims_by_interaction(&self) -> ClaimsByInteraction<'_> {
        let claims = self.iter().flat_map(|(page, peer)| peer.claims.keys().map(move |id| (interaction_of(id), page)));
        let mut claims: Vec<_> = claims.collect();
        sort_by(&mut claims, Ord::cmp);
        ClaimsByInteraction(claims)
    }

    /// Whether another living page has claimed the log.
    pub fn any_live_claim(&self, id: &str, now: f64) -> bool {
        self.0.values().any(|peer| peer.is_live(now) && peer.claims.contains_key(id))
    }

    /// Whether another living page saves the log, given the claim of this page: the earliest claim counts, and of two at the
    /// same time the page that comes first by name.
    pub fn is_held(&self, id: &str, me: &str, claim: Option<f64>, now: f64) -> bool {
        let live = self.0.iter().filter(|(_, peer)| peer.is_live(now));
        let mut claims = live.filter_map(|(page, peer)| Some((*peer.claims.get(id)?, page.as_str())));
        claims.any(|(at, page)| claim.is_none_or(|own| (at, page) < (own, me)))
    }
}
