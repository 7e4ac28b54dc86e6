//! Writes the TypeScript declarations of what goes out of the module and comes in, out of the Rust types.

use std::collections::BTreeMap;

use patchbay::command::directory::Entry as DirectoryTarget;
use patchbay::command::vocabulary::{Action, TargetKind};
use patchbay::command::{ParticipantContext, SecureSessionContext};
use patchbay::engagement::Answer;
use patchbay::log::keeper::LogKeeper;
use patchbay::log::stored::BrowserStorage;
use patchbay::log::timeline::summary::SummaryPart;
use patchbay::log::timeline::view::EntryView as TimelineEntry;
use patchbay::log::write::LogView;
use patchbay::outbox::RequestView;
use patchbay::preflight::Report as PreflightReport;
use patchbay::problem::Problem;
use patchbay::salesforce::record::Record;
use patchbay::session::Agent;
use patchbay::session::consult_control::{ControlView, Step};
use patchbay::session::sent::SentView;
use patchbay::session::shown::TypingState;
use patchbay::session::view::{InteractionView, ListChangeView};
use patchbay::settings::ReportView;
use patchbay::settings::activities::Class;
use patchbay::settings::service_level::{Contact, Measured};
use patchbay::setup::Setup;
use patchbay::string_enum::StringEnum;
use ts_rs::{Config, TS, TypeVisitor};

const HEAD: &str = "// Written by `cargo xtask build` from the Rust types; not to be edited.

/** The value of a field of a record. */
export type FieldValue = string | number | boolean | null;

/** A record that a save writes before the log and refers to: the one that the lookup refers to already, or a new one. */
export interface RelatedRecord {
    readonly objectApiName: string;
    /** The field for the text. */
    readonly field: string;
    readonly text: string;
}
";

/// The whole file.
pub fn module() -> String {
    let mut types = Types { config: Config::default(), written: BTreeMap::new() };
    types.visit::<Problem>();
    types.visit::<Action>();
    let simple: Vec<_> = Action::ALL.iter().filter(|action| action.context().is_none()).collect();
    let simple: Vec<_> = simple.iter().map(|action| format!("'{}'", action.as_str())).collect();
    types.add("/** The actions that need only an interaction's ID. */", "SimpleAction", &simple.join(" | "));
    let targets: Vec<_> = TargetKind::NAMES.iter().map(|name| format!("{{ readonly {name}: string }}")).collect();
    types.add(TARGET, "Target", &targets.join(" | "));
    types.visit::<DirectoryTarget>();
    types.visit::<ParticipantContext>();
    types.visit::<SecureSessionContext>();
    types.visit::<Agent>();
    types.visit::<InteractionView>();
    types.visit::<Record>();
    types.add(GIVEN, "GivenRecord", GIVEN_RECORD);
    types.visit::<LogKeeper>();
    types.visit::<BrowserStorage>();
    types.visit::<LogView>();
    types.visit::<ListChangeView>();
    types.visit::<TimelineEntry>();
    types.visit::<SummaryPart>();
    types.visit::<SentView>();
    types.visit::<Step>();
    types.visit::<ControlView>();
    types.visit::<TypingState>();
    types.visit::<RequestView>();
    types.visit::<Answer>();
    types.visit::<ReportView>();
    types.visit::<Class>();
    types.visit::<Contact>();
    types.visit::<Measured>();
    types.visit::<PreflightReport>();
    types.visit::<Setup>();
    [HEAD.to_owned()].into_iter().chain(types.written.into_values()).collect()
}

const TARGET: &str = "/**
 * The target of a transfer: exactly one of an agent, a queue, an external phone number, a flow (name or ID), or any other address.
 * Pass raw text. Patchbay encodes it, and refuses text that is already encoded. The prefix `sip:` of a flow or an address and the
 * prefix `tel:` of a phone number are optional.
 */";

const GIVEN: &str = "/**
 * A record with those it is associated with, at most 20: a contact's account, a case's contact and account, an opportunity's account.
 * They are offered in the lists too. A record that did not pop gives the reason why it joins.
 */";
const GIVEN_RECORD: &str =
    "SalesforceRecord & { readonly related?: readonly SalesforceRecord[]; readonly reason?: AssociationReason }";

struct Types {
    config: Config,
    /// Declarations by name. They are written in this order, since ts-rs visits a type's dependencies in another one in each build.
    written: BTreeMap<String, String>,
}

impl Types {
    fn add(&mut self, docs: &str, name: &str, definition: &str) {
        // What is an object alone reads better as an interface.
        let declaration = match object(definition) {
            true => format!("interface {name} {definition}"),
            false => format!("type {name} = {definition};"),
        };
        self.written.insert(name.to_owned(), format!("\n{}export {declaration}\n", comment(docs)));
    }
}

impl TypeVisitor for Types {
    /// Writes a type, and then those that it names.
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // What has no declaration of its own, as text and lists, is only looked through.
        let own = T::output_path().is_some();
        let name = T::ident(&self.config);
        if own && self.written.contains_key(&name) {
            return;
        }
        if own {
            let definition = readonly(&T::inline(&self.config));
            self.add(&T::docs().unwrap_or_default(), &name, &definition);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// Whether a definition is one object and nothing else.
fn object(definition: &str) -> bool {
    definition.starts_with('{') && definition.find('}') == Some(definition.len() - 1)
}

/// The definition with `readonly` before each property and each array.
fn readonly(definition: &str) -> String {
    let mut out = String::new();
    let mut rest = definition;
    // The brackets around, and whether a property may begin here: after `{`, and after a comma directly inside of it.
    let mut brackets = Vec::new();
    let mut begins = false;
    while let Some(character) = rest.chars().next() {
        if rest.starts_with("/**") {
            let length = rest.find("*/").map_or(rest.len(), |at| at + 2);
            out += &comment(&rest[..length]);
            rest = rest[length..].trim_start();
            continue;
        }
        if begins && !character.is_whitespace() && character != '}' {
            out += "readonly ";
            begins = false;
        }
        if let Some((item, after)) = rest.strip_prefix("Array<").and_then(|list| list.split_once('>')) {
            out += &format!("readonly {item}[]");
            rest = after;
            continue;
        }
        match character {
            '{' | '<' => brackets.push(character),
            '}' | '>' => drop(brackets.pop()),
            _ => {}
        }
        begins |= character == '{' || (character == ',' && brackets.last() == Some(&'{'));
        out.push(character);
        rest = &rest[character.len_utf8()..];
    }
    out
}

/// A comment without its Rust examples, on one line where it has one.
fn comment(given: &str) -> String {
    let inner = given.trim().trim_start_matches("/**").trim_end_matches("*/");
    let mut inside = false;
    let lines = inner.lines().map(|line| line.trim().trim_start_matches('*').trim()).filter(|line| {
        let fence = line.starts_with("```");
        inside ^= fence;
        !fence && !inside
    });
    let text = lines.collect::<Vec<_>>().join("\n").trim().replace('\n', "\n * ");
    match text.lines().count() {
        0 => String::new(),
        1 => format!("/** {text} */\n"),
        _ => format!("/**\n * {text}\n */\n"),
    }
}
