//! For which interactions an entry of the org's configuration is: their types and directions.

use serde_json::{Map, Value};

use super::Kind;
use super::call_type::CallType;
use crate::closest_match::{Match, closest_match};
use crate::problem::{Code, Problem};
use crate::string_enum::StringEnum;

/// Some types and directions of interactions.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    types: Vec<Kind>,
    directions: Vec<CallType>,
}

impl Default for Scope {
    fn default() -> Scope {
        Scope { types: Kind::ALL.to_vec(), directions: CallType::ALL.to_vec() }
    }
}

impl Scope {
    /// Reads `{types, directions}`, all of those that are left out; `None` when none can be used. What is wrong is added to
    /// `problems`, with pointers below `path`.
    ///
    /// ```
    /// use patchbay::interaction::{Kind, call_type::CallType, scope::Scope};
    /// let given = serde_json::json!({ "types": ["call"] });
    /// let scope = Scope::read(given.as_object().unwrap(), "", &mut Vec::new()).unwrap();
    /// assert!(scope.is_for(Kind::Call, CallType::Internal) && !scope.is_for(Kind::Chat, CallType::Internal));
    /// ```
    pub fn read(given: &Map<String, Value>, path: &str, problems: &mut Vec<Problem>) -> Option<Scope> {
        let types = read_names(given.get("types"), &format!("{path}/types"), problems);
        let directions = read_names(given.get("directions"), &format!("{path}/directions"), problems);
        Some(Scope { types: types?, directions: directions? })
    }

    /// Whether interactions of this type and direction are in it.
    pub fn is_for(&self, kind: Kind, direction: CallType) -> bool {
        self.types.contains(&kind) && self.directions.contains(&direction)
    }

    /// Whether all that is in the other one is in it too.
    pub fn covers(&self, other: &Scope) -> bool {
        other.types.iter().all(|kind| self.types.contains(kind))
            && other.directions.iter().all(|direction| self.directions.contains(direction))
    }
}

/// The named types or directions, all of them where none is given; `None` when no name can be used.
pub fn read_names<T: StringEnum>(given: Option<&Value>, path: &str, problems: &mut Vec<Problem>) -> Option<Vec<T>> {
    let names = match given {
        None | Some(Value::Null) => return Some(T::ALL.to_vec()),
        Some(Value::Array(names)) if !names.is_empty() && names.len() <= T::ALL.len() => names,
        Some(_) => {
            let message = format!("This is no list of names; leave it out, or give some of {}.", T::NAMES.join(", "));
            problems.push(Problem::error(path, Code::Type, message));
            return None;
        }
    };
    let mut read = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let found = closest_match(T::NAMES, name.as_str().unwrap_or_default());
        if let Match::Exact(index) | Match::LetterCase(index) = found {
            read.push(T::ALL[index]);
        }
        let problem = match found {
            Match::Exact(_) => continue,
            Match::LetterCase(index) => {
                let message = format!("Only letter case differs; write {}.", T::NAMES[index]);
                Problem::warning(format!("{path}/{at}"), Code::LetterCase, message)
            }
            _ => {
                let message = format!("There is no such name; write one of {}.", T::NAMES.join(", "));
                Problem::error(format!("{path}/{at}"), Code::UnknownValue, message)
            }
        };
        problems.push(problem);
    }
    Some(read).filter(|read| !read.is_empty())
}
