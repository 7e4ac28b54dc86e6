//! The org's mapping of attributes to fields of an activity.

use serde_json::{Map, Value};

use super::catalogue::{Attribute, Name, Type};
use crate::closest_match::{Match, closest_match};
use crate::interaction::Interaction;
use crate::interaction::call_type::{CallType, call_type_of};
use crate::interaction::scope::read_names;
use crate::problem::{Code, Problem, pointer};
use crate::salesforce::object_info::ObjectInfo;
use crate::salesforce::record::is_api_name;
use crate::string_enum::StringEnum;

/// Maximum number of mapped fields; no object has more.
const MAX_ENTRIES: usize = 800;

/// The properties of an entry of a list.
const PROPERTIES: [&str; 4] = ["attribute", "field", "types", "directions"];

/// What is wrong with a name, or doubtful about it.
type Doubt = (Code, String);

/// What is wrong with an entry: the property, and what is wrong with it.
type Fault = (&'static str, Doubt);

/// One attribute and the field that stores it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The attribute.
    pub attribute: Name,
    /// The attribute's name as the org wrote it.
    pub spelling: String,
    /// The API name of the field.
    pub field: String,
    only: Only,
}

/// The interactions that an entry is for.
#[derive(Clone, Debug, PartialEq)]
struct Only {
    /// Their types; `None` for all types that have the attribute.
    types: Option<Vec<Type>>,
    /// Their directions.
    directions: Vec<CallType>,
}

impl Only {
    fn of(types: Option<Vec<Type>>) -> Only {
        Only { types, directions: CallType::ALL.to_vec() }
    }
}

/// All mapped attributes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    entries: Vec<Entry>,
}

impl Entry {
    fn types(&self) -> impl Iterator<Item = &Type> {
        // An entry for one type applies to that type, even if the document has no such attribute for it.
        self.only.types.as_deref().unwrap_or_else(|| self.attribute.types()).iter()
    }

    fn has_direction_of(&self, interaction: &Interaction) -> bool {
        self.only.directions.contains(&call_type_of(interaction))
    }

    fn overlaps(&self, other: &Entry) -> bool {
        self.types().any(|kind| other.types().any(|own| own == kind))
            && self.only.directions.iter().any(|direction| other.only.directions.contains(direction))
    }

    /// Whether the entry is for interactions of this one's type and direction.
    pub fn is_for(&self, interaction: &Interaction) -> bool {
        self.has_direction_of(interaction) && Type::of(interaction).any(|kind| self.types().any(|own| *own == kind))
    }

    /// Whether the entry stores the transcript of an interaction that is not a chat.
    pub fn is_for_transcript(&self, interaction: &Interaction) -> bool {
        let is_general = self.only.types.is_none() && self.has_direction_of(interaction);
        let is_transcript = is_general && self.attribute == Name::Known(Attribute::Transcript);
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

    /// Reads `{attribute: field}` and, for a field that only one type of interaction fills, `{type: {attribute: field}}`; or a list
    /// `[{attribute, field, types, directions}]`. It is an untrusted value. Wrong entries are left out and added to `problems`, with pointers below `path`. `taken` are
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
            Value::Array(given) => {
                for (at, entry) in first_of(given.iter(), path, problems).enumerate() {
                    mapping.read_listed(entry, (object, taken), &format!("{path}/{at}"), problems);
                }
            }
            _ => {
                let message = "The mapping is no object; give {attribute: field}, or [{attribute, field}].";
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
        for (name, field) in first_of(given.iter(), path, problems) {
            let path = pointer(path, name);
            let kind = Type::ALL.iter().find(|kind| kind.as_str() == name);
            match (kind, field) {
                (Some(kind), Value::Object(of_kind)) if only.is_none() => {
                    self.read_entries(of_kind, Some(*kind), allowed, &path, problems);
                }
                _ => {
                    let only = Only::of(only.map(|only| vec![only]));
                    self.add(name, field, only, allowed, &|_| path.clone(), problems);
                }
            }
        }
    }

    /// An entry of a list: `{attribute, field, types, directions}`.
    fn read_listed(&mut self, given: &Value, allowed: (&ObjectInfo, &[&str]), path: &str, problems: &mut Vec<Problem>) {
        let at = |property: &str| format!("{path}/{property}");
        let Some(name) = given["attribute"].as_str() else {
            let message = "This names no attribute, so nothing is stored; give {attribute, field}.";
            return problems.push(Problem::error(at("attribute"), Code::Type, message));
        };
        let unknown = given.as_object().into_iter().flat_map(Map::keys).find(|key| !PROPERTIES.contains(&key.as_str()));
        if let Some(unknown) = unknown {
            let message = "There is no such choice, so it is ignored; write attribute, field, types or directions.";
            problems.push(Problem::warning(pointer(path, unknown), Code::UnknownProperty, message));
        }
        let types = match given.get("types").filter(|types| !types.is_null()) {
            None => Some(None),
            types => read_names(types, &at("types"), problems).map(Some),
        };
        let directions = read_names(given.get("directions"), &at("directions"), problems);
        if let (Some(types), Some(directions)) = (types, directions) {
            self.add(name, &given["field"], Only { types, directions }, allowed, &at, problems);
        }
    }

    fn add(
        &mut self,
        name: &str,
        field: &Value,
        only: Only,
        (object, taken): (&ObjectInfo, &[&str]),
        at: &dyn Fn(&str) -> String,
        problems: &mut Vec<Problem>,
    ) {
        match self.read_entry(name, field, only, taken) {
            Ok((mut entry, doubt)) => {
                entry.field = object.spelling(&entry.field).to_owned();
                // Reported here once; the log of each interaction with the attribute reports it too.
                if let Some((code, message)) = doubt {
                    problems.push(Problem::warning(at("attribute"), code, message));
                } else if object.field(&entry.field).is_none() {
                    let field = &entry.field;
                    let message = format!(
                        "There is no field {field} that you may see, so nothing is stored there; give another, or ask for access to it."
                    );
                    problems.push(Problem::error(at("field"), Code::NotStored, message));
                }
                self.entries.push(entry);
            }
            Err((property, (code, message))) => problems.push(Problem::error(at(property), code, message)),
        }
    }

    fn read_entry(
        &self,
        name: &str,
        field: &Value,
        only: Only,
        taken: &[&str],
    ) -> Result<(Entry, Option<Doubt>), Fault> {
        let (attribute, doubt) = read_name(name).map_err(|doubt| ("attribute", doubt))?;
        let mut types = only.types.iter().flatten();
        if let Some(without) = types.find(|kind| !attribute.types().contains(kind))
            && attribute != Name::Known(Attribute::Transcript)
        {
            let message = format!("No {} has {name}; leave it out here.", without.as_str());
            return Err(("types", (Code::NotAllowed, message)));
        }
        let of_field = |code, message| Err(("field", (code, message)));
        let Some(field) = field.as_str().map(str::trim).filter(|field| is_api_name(field)) else {
            let message = "This is no API name of a field; give one, Queue_Name__c for example.";
            return of_field(Code::Type, message.to_owned());
        };
        if let Some(purpose) = taken.iter().find(|taken| taken.eq_ignore_ascii_case(field)) {
            let message = format!("{purpose} is filled by Patchbay itself; give a field of your own.");
            return of_field(Code::NotAllowed, message);
        }
        let entry = Entry { attribute, spelling: name.to_owned(), field: field.to_owned(), only };
        let mut others = self.entries.iter().filter(|other| other.field.eq_ignore_ascii_case(field));
        let other = others.find(|other| other.overlaps(&entry));
        if let Some(other) = other {
            let message =
                format!("{} goes into {field} already; give another field, or map one of them.", other.spelling);
            return of_field(Code::NotAllowed, message);
        }
        if self.entries.len() == MAX_ENTRIES {
            return of_field(Code::TooLong, "No object has so many fields; map fewer attributes.".to_owned());
        }
        Ok((entry, doubt))
    }
}

/// The entries that are read, of one mapping or of that of one type.
fn first_of<I: ExactSizeIterator>(given: I, path: &str, problems: &mut Vec<Problem>) -> std::iter::Take<I> {
    if given.len() > MAX_ENTRIES {
        let message = "No object has so many fields, so only the first 800 are read; map fewer attributes.";
        problems.push(Problem::error(path, Code::TooLong, message));
    }
    given.take(MAX_ENTRIES)
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
