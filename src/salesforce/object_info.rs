//! What `getObjectInfo` says of an object: the fields that the current user sees, and what the user may do with them.

use litemap::LiteMap;
use serde_json::Value;

use super::field::{Field, FieldType};
use crate::problem::{Code, Problem, pointer};

/// Maximum number of fields that are read; no object has as many.
const MAX_FIELDS: usize = 2_000;

static ANY: Field = Field::ANY;

/// The fields of an object, or nothing while `getObjectInfo` has not answered: then every field counts as writable text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectInfo {
    /// Fields by API name; `None` while the object is not known.
    fields: Option<LiteMap<String, Field>>,
}

impl ObjectInfo {
    /// Reads `{apiName, fields: {Name: {dataType, length, createable, updateable, referenceToInfos}}}`, an untrusted value. Anything of
    /// another shape is added to `problems`, with pointers below `path`, and counts as not known.
    ///
    /// ```
    /// use patchbay::salesforce::object_info::ObjectInfo;
    /// let info = serde_json::json!({ "fields": { "Subject": { "dataType": "String", "length": 255, "createable": true, "updateable": false } } });
    /// let object = ObjectInfo::read(&info, "", &mut Vec::new());
    /// assert!(object.field("Subject").is_some_and(|field| !field.updateable));
    /// assert_eq!(object.field("Hidden__c"), None);
    /// ```
    pub fn read(info: &Value, path: &str, problems: &mut Vec<Problem>) -> ObjectInfo {
        let fields = match info {
            Value::Null => return ObjectInfo::default(),
            info => info.get("fields").and_then(Value::as_object).filter(|fields| fields.len() <= MAX_FIELDS),
        };
        let Some(fields) = fields else {
            let message = "This is no answer of getObjectInfo, so all fields are taken as writable; give its data.";
            problems.push(Problem::error(path, Code::Type, message));
            return ObjectInfo::default();
        };
        let mut known = LiteMap::new();
        for (name, field) in fields {
            match read_field(field) {
                Some(field) => drop(known.insert(name.clone(), field)),
                None => {
                    let message = "This is no field of getObjectInfo, and is taken as writable text; give its dataType, createable and updateable.";
                    let path = pointer(&format!("{path}/fields"), name);
                    problems.push(Problem::warning(path, Code::Type, message));
                    known.insert(name.clone(), Field::ANY);
                }
            }
        }
        ObjectInfo { fields: Some(known) }
    }

    /// The field of this API name; `None` when the user sees no such field. Letter case means nothing in API names.
    pub fn field(&self, name: &str) -> Option<&Field> {
        let Some(fields) = &self.fields else { return Some(&ANY) };
        fields.get(name).or_else(|| fields.get(self.spelling(name)))
    }

    /// The API name as the object spells it; `name` itself when the object has no such field, or is not known.
    ///
    /// ```
    /// use patchbay::salesforce::object_info::ObjectInfo;
    /// let info = serde_json::json!({ "fields": { "Priority": { "dataType": "Picklist", "createable": true, "updateable": true } } });
    /// let object = ObjectInfo::read(&info, "", &mut Vec::new());
    /// assert_eq!(object.spelling("priority"), "Priority");
    /// ```
    pub fn spelling<'a>(&'a self, name: &'a str) -> &'a str {
        let mut known = self.fields.iter().flat_map(LiteMap::keys);
        known.find(|known| known.eq_ignore_ascii_case(name)).map_or(name, String::as_str)
    }

    /// Whether a field refers to records of an object; `None` when that is not known. Letter case means nothing in API names.
    pub fn refers_to(&self, field: &str, object: &str) -> Option<bool> {
        let field = self.field(field).filter(|field| !field.refers_to.is_empty())?;
        Some(field.refers_to.iter().any(|known| known.eq_ignore_ascii_case(object)))
    }

    /// Whether `getObjectInfo` has answered.
    pub fn is_known(&self) -> bool {
        self.fields.is_some()
    }
}

/// The objects of `referenceToInfos: [{apiName}]`.
fn references(field: &Value) -> Option<Vec<String>> {
    let infos = field.get("referenceToInfos")?.as_array()?;
    infos.iter().take(MAX_FIELDS).map(|info| Some(info.get("apiName")?.as_str()?.to_owned())).collect()
}

fn read_field(field: &Value) -> Option<Field> {
    let max_len = match field.get("length") {
        // Fields that hold no text have no length, or 0.
        None | Some(Value::Null) => None,
        Some(length) => Some(usize::try_from(length.as_u64()?).ok()?).filter(|length| *length > 0),
    };
    Some(Field {
        kind: FieldType::named(field.get("dataType")?.as_str()?),
        max_len,
        createable: field.get("createable")?.as_bool()?,
        updateable: field.get("updateable")?.as_bool()?,
        refers_to: references(field).unwrap_or_default(),
    })
}
