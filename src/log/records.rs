//! The records of Setup that options were made of: a problem of an option names the record and the field instead.

use serde_json::Value;

use crate::problem::Problem;

/// The custom setting with one value for each of these options.
pub const SETTINGS: &str = "Patchbay_Settings__c";

/// The options that the custom setting has, by JSON Pointer, and its fields.
pub const SETTING_FIELDS: [(&str, &str); 9] = [
    ("/logKeeper", "Log_Keeper__c"),
    ("/recordSearch", "Record_Search__c"),
    ("/engagement/apiVersion", "Engagement_API_Version__c"),
    ("/browserStorage", "Browser_Storage__c"),
    ("/browserStorageDays", "Browser_Storage_Days__c"),
    ("/transcripts", "Transcripts__c"),
    ("/transcriptRecord/objectApiName", "Transcript_Object__c"),
    ("/transcriptRecord/field", "Transcript_Field__c"),
    ("/region", "Region__c"),
];

/// The fields of the custom metadata types, by the property of the option that they become.
const FIELDS: [(&str, &str); 17] = [
    ("attribute", "Attribute__c"),
    ("closeWhen", "Close_When__c"),
    ("closedStatus", "Closed_Status__c"),
    ("directions", "Direction__c"),
    ("field", "Field__c"),
    ("group", "Group__c"),
    ("id", "Genesys_Status__c"),
    ("kind", "Kind__c"),
    ("label", "MasterLabel"),
    ("openStatus", "Open_Status__c"),
    ("recordType", "Record_Type__c"),
    ("sort", "Sort__c"),
    ("status", "Status__c"),
    ("subStatus", "Sub_Status__c"),
    ("subtype", "Task_Subtype__c"),
    ("types", "Interaction_Type__c"),
    ("value", "Value__c"),
];

/// The field of a record that a property of an option is made of.
pub fn field_of(property: &str) -> &str {
    FIELDS.iter().find(|(own, _)| *own == property).map_or(property, |(_, field)| field)
}

/// Makes a problem say where its record is: in the path `/Type__mdt/Record/Field__c`, and in words.
pub fn name_record(problem: &mut Problem, record: &str, field: &str) {
    let words = record.trim_start_matches('/').replace("__mdt/", ".");
    problem.path = [record, "/", field].concat();
    // The sentence of a reason names no record.
    problem.reason = None;
    problem.values.clear();
    problem.message = [&words, ", ", field, ": ", &problem.message].concat();
}

/// Names the records in the problems of options. `records` is `{fields, values, rules, settings}`: the pointers to the records of the
/// entries of `/fields`, `/task/values` and `/task/rules`, and the pointers of the options that the custom setting has. A pointer
/// may end with the field, if another property stands for it.
pub fn name_records(records: &Value, problems: &mut [Problem]) {
    for problem in problems.iter_mut().filter(|_| records.is_object()) {
        let setting = SETTING_FIELDS.iter().find(|(pointer, _)| problem.path == *pointer);
        if let Some((pointer, field)) = setting {
            // One half of an option may be what is missing.
            let option = |pointer: &str| pointer.split('/').nth(1).map(str::to_owned);
            let mut own = records["settings"].as_array().into_iter().flatten().filter_map(Value::as_str);
            if own.any(|one| option(one) == option(pointer)) {
                name_record(problem, &["/", SETTINGS].concat(), field);
            }
            continue;
        }
        let path = problem.path.trim_start_matches('/').to_owned();
        let mut parts = path.strip_prefix("task/").unwrap_or(&path).split('/');
        let (list, at, property) = (parts.next(), parts.next(), parts.next());
        // What is wrong with the whole is shown where it is the same as another.
        let property = property.unwrap_or(if list == Some("rules") { "types" } else { "field" });
        let record = list.zip(at.and_then(|at| at.parse::<usize>().ok())).map(|(list, at)| &records[list][at]);
        let Some(record) = record.and_then(Value::as_str) else { continue };
        let field = record.splitn(4, '/').nth(3);
        let record = &record[..record.len() - field.map_or(0, |field| field.len() + 1)];
        name_record(problem, record, field.unwrap_or(field_of(property)));
    }
}
