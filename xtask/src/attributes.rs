//! Writes `docs/attributes.md` from the catalogue itself.

use patchbay::attribute::catalogue::{Attribute, Type};
use patchbay::attribute::transcript;
use patchbay::string_enum::StringEnum;

/// Where the page stands in the workspace.
pub const FILE: &str = "docs/attributes.md";

/// The whole page.
pub fn page() -> String {
    let mut page = String::from(
        "# Attributes on activity records

<!-- Written by `cargo xtask docs` from src/attribute/catalogue.rs; not to be edited. -->

Any attribute of an interaction can be stored in a field of its activity. The organisation says which goes where:

```js
patchbay.session({
  fields: { 'Call.QueueName': 'Queue_Name__c', 'Participant.caseNumber': 'Case_Number__c' },
  objectInfo, // what getObjectInfo says of Task: what this user may store
  transcripts: 'cut', // or 'refuse', the default
  region: 'mypurecloud.com' // for Interaction.Url
});
```

| attribute | interactions | what it is | where it comes from |
| --- | --- | --- | --- |
",
    );
    for attribute in Attribute::ALL {
        let types = attribute.types();
        let names: Vec<&str> = types.iter().map(|kind| kind.as_str()).collect();
        let types = if types.len() == Type::ALL.len() { "all".to_owned() } else { names.join(", ") };
        let (name, description, source) = (attribute.as_str(), attribute.description(), attribute.source());
        page += &format!("| `{name}` | {types} | {description} | {source} |\n");
    }
    page += "| `Participant.{name}` | all | What the organisation names itself: set in an Architect flow, or a field of the chat widget. | `attributes`; of a chat also `context.{name}` and `{name}` |\n";
    page += &format!(
        "
An attribute is stored for the interactions that have it. Where a value is `null` the field is cleared; an empty text clears
it too, and is never zero or false. Durations are whole seconds. Changes are followed from the first message until after
wrap-up, and each real difference is saved once.

RecordKind cannot be stored is never left out in silence. Each is a problem of the log (`log.problems`), with the field as its
path: the field is hidden from the user, may not be filled or changed, is of another type, or holds less. A transcript longer
than its field, or than {} characters as Salesforce counts them (UTF-16 units), is refused, or cut between two characters
with the mark `{}` at its end; the whole text stays at `interaction.attributes['Chat.Transcript']`.

`Salesforce.DisplayAddress`: the source's column of types leaves out voicemails and most messages, its description names
them; they are stored. `Message.Username` is told of Twitter only, `Message.Userid` of all services but SMS.
",
        transcript::MAX_LEN,
        transcript::MARK.trim()
    );
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_what_the_catalogue_says() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/attributes.md");
        let written = std::fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
        assert!(written == page(), "{FILE} is out of date; `cargo xtask docs` writes it");
    }
}
