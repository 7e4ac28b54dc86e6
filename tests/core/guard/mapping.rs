//! A mapping that is far too long.

use serde_json::{Map, Value, json};

use patchbay::attribute::mapping::Mapping;

/// What is read of a mapping, and what is wrong with it.
fn read(given: &Value) -> (usize, Vec<String>) {
    let mut problems = Vec::new();
    let mapping = Mapping::read(given, &Default::default(), &[], "/fields", &mut problems);
    let problems = problems.iter().map(|problem| format!("{} {}", problem.path, problem.code.as_str())).collect();
    (mapping.entries().len(), problems)
}

#[test]
fn only_the_first_800_entries_of_a_mapping_are_read() {
    let name = |at: usize| format!("Participant.part{at:04}");
    let field = |at: usize| format!("Field{at}__c");
    for (count, wrong) in [(800, vec![]), (801, vec!["/fields too-long"]), (100_000, vec!["/fields too-long"])] {
        let object: Map<String, Value> = (0..count).map(|at| (name(at), field(at).into())).collect();
        let list: Vec<Value> = (0..count).map(|at| json!({ "attribute": name(at), "field": field(at) })).collect();
        for given in [Value::Object(object), Value::Array(list)] {
            let (read, problems) = read(&given);
            assert_eq!((read, problems), (800, wrong.iter().map(|&one| one.to_owned()).collect()), "{count}");
        }
    }
}
