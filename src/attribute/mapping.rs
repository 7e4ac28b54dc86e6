//! The org's mapping of attributes to fields of an activity.

use serde_json::{Map, Value};

use super::catalogue::{Attribute, Name, Type};
use crate::closest_match::{Match, closest_match};
use crate::interaction::Interaction;
use crate::problem::{Code, Problem, pointer};
use crate::salesforce::object_info::ObjectInfo;
use crate::salesforce::record::is_api_name;
use crate::string_enum::StringEnum;

/// Maximum number of mapped fields; no object has more.
const MAX_ENTRIES: usize = 800;

/// What is wrong with a name, or doubtful about it.
type Doubt = (Code, String);

/// One attribute and the field that stores it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The attribute.
    pub attribute: Name,
    /// The attribute's name as the org wrote it.
    pub spelling: String,
    /// The API name of the field.
    pub field: String,
    /// The only type of interaction that the entry is for; `None` for all types that have the attribute.
    only: Option<Type>,
}

/// All mapped attributes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    entries: Vec<Entry>,
}

impl Entry {
    fn types(&self) -> impl Iterator<Item = &Type> {
        // An entry for one type applies to that type, even if the document has no such attribute for it.
        let all = if self.only.is_some() { Type::ALL } else { self.attribute.types() };
        all.iter().filter(|kind| self.only.is_none_or(|only| only == **kind))
    }

    /// Whether the entry is for interactions of this one's type.
    pub fn is_for(&self, interaction: &Interaction) -> bool {
        Type::of(interaction).any(|kind| self.types().any(|own| *own == kind))
    }

    /// Whether the entry stores the transcript of an interaction that is not a chat.
    pub fn is_for_transcript(&self, interaction: &Interaction) -> bool {
        let is_transcript = self.only.is_none() && self.attribute == Name::Known(Attribute::Transcript);
        is_transcript && !interaction.conversation.transcript().is_empty()
    }
}

/// The namespaces of documented attributes.
const NAMESPACES: [&str; 6] = ["Call.", "Chat.", "Interaction.", "Message.", "OutboundDialing.", "Salesforce."];

impl Mapping {
    /// The entries in the order in which they were given.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Reads `{attribute: field}` and, for a field that only one type of interaction fills, `{type: {attribute: field}}`,
    /// an untrusted value. Wrong entries are left out and added to `problems`, with pointers below `path`. `taken` are
    /// fields that Patchbay fills itself.
    ///
    /// ```
    /// use patchbay::{attribute::mapping::Mapping, salesforce::object_info::ObjectInfo};
    /// let given = serde_json::json!({ "Call.QueueName": "Queue__c", "Call.QueueNam": "Other__c" });
    /// let mut problems = Vec::new();
    /// let mapping = Mapping::read(&given, &ObjectInfo::default(), &[], "/fields", &mut problems);
    /// assert_eq!(mapping.entries()[0].field, "Queue__c");
    /// assert_eq!(problems[0].path, "/fields/Call.QueueNam");
    /// ```
    pub fn read(
        given: &Value,
        object: &ObjectInfo,
        taken: &[&str],
        path: &str,
        problems: &mut Vec<Problem>,
    ) -> Mapping {
        let mut mapping = Mapping::default();
        match given {
            Value::Null => {}
            Value::Object(given) => mapping.read_entries(given, None, (object, taken), path, problems),
            _ => {
                let message = "The mapping is no object; give {attribute: field}.";
                problems.push(Problem::error(path, Code::Type, message));
            }
        }
        mapping
    }

    fn read_entries(
        &mut self,
        given: &Map<String, Value>,
        only: Option<Type>,
        allowed: (&ObjectInfo, &[&str]),
        path: &str,
        problems: &mut Vec<Problem>,
    ) {
        for (name, field) in given {
            let path = pointer(path, name);
            let kind = Type::ALL.iter().find(|kind| kind.as_str() == name);
            match (kind, field) {
                (Some(kind), Value::Object(of_kind)) if only.is_none() => {
                    self.read_entries(of_kind, Some(*kind), allowed, &path, problems);
                }
                _ => match self.read_entry(name, field, only, allowed.1) {
                    Ok((mut entry, doubt)) => {
                        entry.field = allowed.0.spelling(&entry.field).to_owned();
                        // Reported here once; the log of each interaction with the attribute reports it too.
                        if let Some((code, message)) = doubt {
                            problems.push(Problem::warning(path, code, message));
                        } else if allowed.0.field(&entry.field).is_none() {
                            let field = &entry.field;
                            let message = format!(
                                "There is no field {field} that you may see, so nothing is stored there; give another, or ask for access to it."
                            );
                            problems.push(Problem::error(path, Code::NotStored, message));
                        }
                        self.entries.push(entry);
                    }
                    Err((code, message)) => problems.push(Problem::error(path, code, message)),
                },
            }
        }
    }

    fn read_entry(
        &self,
        name: &str,
        field: &Value,
        only: Option<Type>,
        taken: &[&str],
    ) -> Result<(Entry, Option<Doubt>), Doubt> {
        let (attribute, doubt) = read_name(name)?;
        if let Some(only) = only
            && !attribute.types().contains(&only)
            && attribute != Name::Known(Attribute::Transcript)
        {
            let message = format!("No {} has {name}; leave it out here.", only.as_str());
            return Err((Code::NotAllowed, message));
        }
        let Some(field) = field.as_str().map(str::trim).filter(|field| is_api_name(field)) else {
            return Err((
                Code::Type,
                "This is no API name of a field; give one, Queue_Name__c for example.".to_owned(),
            ));
        };
        if let Some(purpose) = taken.iter().find(|taken| taken.eq_ignore_ascii_case(field)) {
            let message = format!("{purpose} is filled by Patchbay itself; give a field of your own.");
            return Err((Code::NotAllowed, message));
        }
        let entry = Entry { attribute, spelling: name.to_owned(), field: field.to_owned(), only };
        let other = self.entries.iter().find(|other| {
            other.field.eq_ignore_ascii_case(field) && other.types().any(|kind| entry.types().any(|own| own == kind))
        });
        if let Some(other) = other {
            let message =
                format!("{} goes into {field} already; give another field, or map one of them.", other.spelling);
            return Err((Code::NotAllowed, message));
        }
        if self.entries.len() == MAX_ENTRIES {
            return Err((Code::TooLong, "No object has so many fields; map fewer attributes.".to_owned()));
        }
        Ok((entry, doubt))
    }
}

/// The attribute of a name, and what is doubtful about it. Any name may be mapped: flows and scripts name attributes as they
/// like. Only a misspelt documented name is refused.
fn read_name(name: &str) -> Result<(Name, Option<Doubt>), Doubt> {
    let is_type = Type::NAMES.iter().any(|kind| kind.eq_ignore_ascii_case(name));
    let Some(attribute) = Name::named(name).filter(|_| !is_type) else {
        let message = "This is no attribute; write a documented one, or the name of your own.";
        return Err((Code::UnknownValue, message.to_owned()));
    };
    if !matches!(attribute, Name::Other(_)) {
        return Ok((attribute, None));
    }
    let is_documented = NAMESPACES
        .iter()
        .any(|namespace| name.get(..namespace.len()).is_some_and(|head| head.eq_ignore_ascii_case(namespace)));
    Ok(match closest_match(Attribute::NAMES, name) {
        Match::LetterCase(at) => {
            let message =
                format!("Only letter case differs from a documented attribute; write {}.", Attribute::NAMES[at]);
            (Name::Known(Attribute::ALL[at]), Some((Code::LetterCase, message)))
        }
        Match::Near(at) if is_documented => {
            return Err((Code::UnknownValue, format!("There is no such attribute; write {}.", Attribute::NAMES[at])));
        }
        Match::Near(at) => {
            let message = format!(
                "No such attribute is documented; write {} unless you have one of this name.",
                Attribute::NAMES[at]
            );
            (attribute, Some((Code::UnknownValue, message)))
        }
        _ if is_documented => {
            let message = "There is no such attribute; it is stored where an interaction has it all the same, but write a documented one, or the name of your own.";
            (attribute, Some((Code::UnknownValue, message.to_owned())))
        }
        _ => (attribute, None),
    })
}
