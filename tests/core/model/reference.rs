//! What must be the case, far simpler than the session: no time, no saves, no storage. Where the session may choose (when a
//! log of a bygone interaction is let go), the model looks away: it no longer follows that interaction.

use std::collections::{BTreeMap, BTreeSet};

use patchbay::interaction::phase::Phase;
use patchbay::salesforce::record::Role;
use serde_json::Value;

use crate::model::moves::{self, FIELDS, LEAD, Move, STATUSES, Told};

/// Number of done interactions that are kept.
pub const MAX_DONE: usize = 8;

/// Milliseconds after which a log may be let go that another page had and nothing is heard of.
const UNHEARD_OF_TIMEOUT: u32 = 590_000;

/// An interaction.
#[derive(Clone, Debug)]
pub struct Known {
    pub id: usize,
    pub phase: Phase,
    outbound: bool,
    connected: bool,
    /// It was told when it ended.
    ended: bool,
}

/// What is remembered of a segment that is over.
#[derive(Clone, Copy, Debug)]
struct Former {
    connected: bool,
    ended: bool,
}

/// What the agent, and the client for it, have put into a log.
#[derive(Clone, Debug, Default)]
pub struct ExpectedLog {
    /// The client has not let it go; else nothing more will happen to it.
    pub followed: bool,
    pub begun: bool,
    pub lists: [Vec<usize>; 2],
    pub chosen: [Option<usize>; 2],
    by_agent: [bool; 2],
    /// Outbound, in contact, over: as the last message left it.
    stood: [bool; 3],
    /// It was in contact at some time.
    contacted: bool,
    /// Milliseconds since the tab was closed in which nothing was heard of it.
    unheard: Option<u32>,
    edits: BTreeMap<&'static str, String>,
    code: Option<u8>,
}

#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// Oldest first.
    pub known: Vec<Known>,
    /// Of the segments before the one that is known, the last.
    gone: BTreeMap<usize, Former>,
    /// How many segments there were before.
    lives: BTreeMap<usize, u32>,
    selection: Option<usize>,
    /// The record in front.
    front: Option<usize>,
    pub status: Option<&'static str>,
    pub books: BTreeMap<usize, ExpectedLog>,
    /// The logs of segments before those, oldest first.
    pub formers: BTreeMap<usize, Vec<ExpectedLog>>,
}

/// Lives go one way.
pub fn step(phase: Phase) -> u8 {
    match phase {
        Phase::Alerting | Phase::Dialing => 0,
        Phase::Connected | Phase::Held => 1,
        Phase::Disconnected => 2,
        Phase::Done => 3,
    }
}

impl Told {
    fn phase(self) -> Option<Phase> {
        match self {
            Told::Alerting | Told::Back => Some(Phase::Alerting),
            Told::Dialing => Some(Phase::Dialing),
            Told::Connect | Told::Connected | Told::StillConnected => Some(Phase::Connected),
            Told::Held => Some(Phase::Held),
            Told::Disconnect | Told::Disconnected => Some(Phase::Disconnected),
            Told::WrapUp(_) | Told::AfterCall => Some(Phase::Done),
            Told::Deallocate | Told::Name => None,
        }
    }

    /// It is of an interaction that is not over.
    fn is_live(self) -> bool {
        self.phase().is_some_and(|phase| step(phase) < 2)
    }

    /// It is more than the ID.
    fn is_whole(self) -> bool {
        !matches!(self, Told::Connect | Told::Disconnect | Told::AfterCall | Told::Deallocate)
    }
}

impl Reference {
    /// Whether it is known what this must lead to.
    pub fn allows(&self, made: &Move) -> bool {
        let followed = |id: &usize| self.books.get(id).is_some_and(|book| book.followed);
        match made {
            Move::Tell(id, _) => self.gone.contains_key(id) || followed(id) || !self.books.contains_key(id),
            Move::Associate(id, _) | Move::Choose(id, ..) | Move::Edit(id, ..) | Move::OpenLog(id) => followed(id),
            _ => true,
        }
    }

    pub fn life(&self, id: usize) -> u32 {
        self.lives.get(&id).copied().unwrap_or_default()
    }

    /// `has_late_log` says whether there is still a log of the segment before, for what a late message tells of it.
    pub fn make(&mut self, made: &Move, has_late_log: bool) {
        match made {
            Move::Tell(id, told) => self.tell(*id, *told, has_late_log),
            Move::Select(id) => self.selection = *id,
            Move::Status(status) => self.status = Some(STATUSES[*status]),
            Move::Visit(record) => {
                self.front = Some(*record);
                let live = |known: &&Known| step(known.phase) < 2;
                let selected = self.known.iter().find(|known| Some(known.id) == self.selection).filter(live);
                let target = selected.or_else(|| self.known.iter().rev().find(live)).map(|known| known.id);
                if let Some(book) = target.and_then(|id| self.books.get_mut(&id)) {
                    book.join(*record);
                }
            }
            Move::Associate(id, records) => self.on(*id, |book| book.associate(records)),
            Move::Choose(id, role, record) => self.on(*id, |book| book.choose(*role, *record)),
            Move::Edit(id, field, text) => self.on(*id, |book| book.edit(FIELDS[*field], moves::text(*text))),
            Move::OpenLog(id) => self.on(*id, |book| book.begun = true),
            Move::CloseTab { .. } => self.close_tab(),
            Move::Wait(milliseconds) => self.wait(*milliseconds),
            Move::Hurry | Move::Noise(_) | Move::Answer(..) | Move::Reload { .. } => {}
        }
    }

    fn on(&mut self, id: usize, work: impl FnOnce(&mut ExpectedLog)) {
        if let Some(book) = self.books.get_mut(&id) {
            work(book);
        }
    }

    fn tell(&mut self, id: usize, told: Told, has_late_log: bool) {
        let at = self.known.iter().position(|known| known.id == id);
        let stood = self.books.get(&id).map_or([false; 3], |book| book.stood);
        let former = self.gone.get(&id).copied();
        match at {
            Some(at) if self.is_of_former(at, told) => return self.wrap_up_late(id, told, has_late_log),
            Some(at) if told == Told::Deallocate => self.let_go(at),
            Some(at) if self.comes_back(at, told) => {
                self.let_go(at);
                self.begin_again(id, told);
            }
            Some(at) => {
                // Before it is answered, whatever begins later is its beginning.
                let later = told == Told::Back && step(self.known[at].phase) == 0;
                *self.lives.entry(id).or_default() += u32::from(later);
                self.known[at].take(told);
            }
            None => match former {
                Some(former) if told.is_live() && !former.is_before(told) => self.begin_again(id, told),
                Some(_) => return self.wrap_up_late(id, told, has_late_log),
                None if told.phase() == Some(Phase::Done) || matches!(told, Told::Deallocate | Told::Disconnect) => {
                    return;
                }
                None => {
                    *self.lives.entry(id).or_default() += u32::from(told == Told::Back);
                    self.begin(id, told);
                    let book = self.books.entry(id).or_default();
                    (book.followed, book.unheard) = (true, None);
                }
            },
        }
        if let Some(known) = self.known.iter().find(|known| known.id == id) {
            let begun = known.outbound || known.connected || step(known.phase) == 1;
            let stands = [known.outbound, step(known.phase) == 1, step(known.phase) > 1];
            let front = self.front;
            self.on(id, |book| {
                let [outbound, contact, over] = stood;
                let starts = stands[0] && (over || !outbound && !contact);
                let connects = stands[1] && (over || !contact);
                book.stood = stands;
                book.contacted |= stands[1];
                if let Some(record) = front.filter(|_| !stands[2] && (starts || connects)) {
                    if starts && !(over && connects) { book.associate(&[record]) } else { book.join(record) }
                }
            });
            self.on(id, |book| {
                book.begun |= begun;
                book.code = if let Told::WrapUp(code) = told { Some(code) } else { book.code };
            });
        }
        let done = |known: &Known| known.phase == Phase::Done;
        if self.known.iter().filter(|known| done(known)).count() > MAX_DONE
            && let Some(at) = self.known.iter().position(done)
        {
            self.let_go(at);
        }
    }

    /// Whether a message can only be of the segment before: it wraps up what only rings now.
    fn is_of_former(&self, at: usize, told: Told) -> bool {
        let known = &self.known[at];
        self.gone.contains_key(&known.id) && step(known.phase) == 0 && matches!(told, Told::WrapUp(_))
    }

    /// Whether a message tells that an interaction which is over has begun again.
    fn comes_back(&self, at: usize, told: Told) -> bool {
        let known = &self.known[at];
        let former = Former { connected: known.connected, ended: known.ended };
        match known.phase {
            Phase::Done => told.is_live() && !former.is_before(told),
            Phase::Disconnected => matches!(told, Told::Alerting | Told::Back),
            _ => false,
        }
    }

    fn wrap_up_late(&mut self, id: usize, told: Told, has_late_log: bool) {
        let is_known = self.known.iter().any(|known| known.id == id);
        // What only rang left no log: the code is of the call before.
        let only_rang = self.formers.contains_key(&id) && self.books.get(&id).is_some_and(|book| !book.begun);
        let former = if is_known || only_rang {
            self.formers.get_mut(&id).and_then(|all| all.last_mut())
        } else {
            self.books.get_mut(&id)
        };
        if let (true, Told::WrapUp(code), Some(book)) = (has_late_log, told, former) {
            book.code = Some(code);
        }
    }

    /// A new segment, with a log of its own.
    fn begin_again(&mut self, id: usize, told: Told) {
        if let Some(mut book) = self.books.remove(&id) {
            book.followed = false;
            self.formers.entry(id).or_default().push(book);
        }
        // A connection that is told already is this segment's.
        *self.lives.entry(id).or_default() += u32::from(told != Told::Connected);
        self.begin(id, told);
        self.books.insert(id, ExpectedLog { followed: true, ..ExpectedLog::default() });
    }

    fn begin(&mut self, id: usize, told: Told) {
        let outbound = id % 2 == 1;
        let first = if outbound { Phase::Dialing } else { Phase::Alerting };
        let phase = told.phase().unwrap_or(first);
        let mut known = Known { id, phase, outbound: false, connected: false, ended: false };
        known.take(told);
        self.known.push(known);
    }

    fn let_go(&mut self, at: usize) {
        let Known { id, connected, ended, .. } = self.known.remove(at);
        self.gone.insert(id, Former { connected, ended });
        self.on(id, |book| (book.followed, book.stood[2]) = (false, true));
    }

    /// Another tab has nothing but the logs of live interactions, with the last records of their lists.
    fn close_tab(&mut self) {
        let over: BTreeSet<usize> =
            self.known.iter().filter(|known| step(known.phase) > 1).map(|known| known.id).collect();
        for (id, book) in &mut self.books {
            book.followed &= !over.contains(id);
            book.unheard = book.unheard.or(Some(0));
            // Who follows an outbound one from here on does not know how far it had come.
            book.stood[1] |= book.stood[0] || book.contacted;
        }
        self.known.clear();
        self.gone.clear();
        self.selection = None;
        self.front = None;
        self.status = None;
    }

    fn wait(&mut self, milliseconds: u32) {
        for book in self.books.values_mut() {
            book.unheard = book.unheard.map(|unheard| unheard + milliseconds);
            book.followed &= book.unheard.is_none_or(|unheard| unheard < UNHEARD_OF_TIMEOUT);
        }
    }

    pub fn selected(&self) -> Option<usize> {
        let chosen = self.known.iter().find(|known| Some(known.id) == self.selection && known.phase != Phase::Done);
        let newest = |most: u8| self.known.iter().rev().find(move |known| step(known.phase) <= most);
        chosen.or_else(|| newest(1)).or_else(|| newest(2)).map(|known| known.id)
    }
}

impl Former {
    /// Whether a message is of this segment by its connection, which is that of the segment or before its end.
    fn is_before(self, told: Told) -> bool {
        told == Told::Connected && (self.connected || self.ended)
    }
}

impl Known {
    fn take(&mut self, told: Told) {
        self.outbound |= told.is_whole() && self.id % 2 == 1;
        self.connected |= told == Told::Connected;
        self.ended |= matches!(told, Told::Disconnected | Told::WrapUp(_));
        match told.phase() {
            Some(Phase::Connected) if told == Told::StillConnected && self.phase == Phase::Held => {}
            Some(phase) if step(phase) >= step(self.phase) => self.phase = phase,
            _ => {}
        }
    }
}

impl ExpectedLog {
    fn join(&mut self, record: usize) {
        if let Some(role) = moves::role(record)
            && !self.lists[role as usize].contains(&record)
        {
            self.lists[role as usize].push(record);
        }
    }

    fn associate(&mut self, records: &[usize]) {
        records.iter().for_each(|record| self.join(*record));
        for role in Role::ALL {
            let of_role: BTreeSet<_> = records.iter().filter(|record| moves::role(**record) == Some(role)).collect();
            let at = role as usize;
            if let (1, Some(&&record)) = (of_role.len(), of_role.first())
                && !self.by_agent[at]
                && self.chosen[at].is_none()
            {
                self.chosen[at] = Some(record);
            }
        }
    }

    fn choose(&mut self, role: Role, record: Option<usize>) {
        let at = role as usize;
        if record.is_none_or(|record| self.lists[at].contains(&record)) {
            self.begun |= self.chosen[at] != record;
            self.chosen[at] = record;
            self.by_agent[at] = true;
        }
    }

    fn edit(&mut self, field: &'static str, value: Value) {
        let before = match value.as_str().filter(|text| !text.is_empty()) {
            Some(text) => self.edits.insert(field, text.to_owned()),
            None => self.edits.remove(field),
        };
        self.begun |= before.as_ref() != self.edits.get(field);
    }

    /// The fields that the agent and the wrap-up decide; `None` where the record must hold nothing.
    pub fn values(&self) -> [(&'static str, Option<Value>); 4] {
        let [who, what] = self.chosen;
        let what = what.filter(|_| who != Some(LEAD));
        let id = |record: usize| moves::record_id(record).into();
        [
            ("Description", self.edits.get("Description").map(|text| text.as_str().into())),
            ("WhoId", who.map(id)),
            ("WhatId", what.map(id)),
            ("CallDisposition", self.code.map(|code| format!("code {code}").into())),
        ]
    }

    /// The subject, where the agent has written one.
    pub fn subject(&self) -> Option<&str> {
        self.edits.get("Subject").map(String::as_str)
    }
}
