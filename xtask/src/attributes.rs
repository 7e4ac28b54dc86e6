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

Any attribute of an interaction can be stored in a field of its activity. The org maps attributes to fields:

```js
patchbay.session({
  fields: { 'Call.QueueName': 'Queue_Name__c', 'Participant.caseNumber': 'Case_Number__c' },
  objectInfo, // what getObjectInfo says of Task: what this user may store
  transcripts: 'cut', // or 'refuse', the default
  region: 'mypurecloud.com' // for Interaction.Url
});
```

| attribute | interactions | description | source |
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
    page += "| `Participant.{name}` | all | An attribute that the org names itself: set in an Architect flow, or a field of the chat widget. | `attributes`; of a chat also `context.{name}` |\n";
    page += "| any other name | all | An attribute of that name, or a field of the condensed conversation. | `attributes`, or the field |\n";
    page += &format!(
        "
Clients, flows and scripts spell one attribute in several ways: `caseNumber`, `Participant.caseNumber`, `participant.CaseNumber`.
A mapping finds them all. What is spelt exactly like the mapping comes first, then what differs in the prefix, then what differs in
letter case. Where several differ in letter case alone and say different things, none is stored, and the log says so.

An attribute is stored for the types of interaction that have it. A value of `null` clears the field; so does an empty text,
which is never stored as zero or false. Durations are whole seconds. Changes are saved from the first message until after
wrap-up, each real difference once.

Every value that cannot be stored is a problem of the log (`log.problems`), with the field as its path: because the field is
hidden from the user, may not be created or updated, is of another type, or is too short. So is a mapped attribute that the
session passed over: longer than 512 KiB, one of more than 256 attributes, or a list or an object. Text in a lookup is \"no record
ID\", however long it is. A transcript that is longer than its
field, or than {} characters as Salesforce counts them (UTF-16 units), is refused, or truncated between two characters with the
mark `{}` at its end. The whole text stays in `interaction.attributes['Chat.Transcript']`.

`Salesforce.DisplayAddress`: the source's column of types leaves out voicemails and most messages, while its description names
them; they are stored. `Message.Username` is `socialUserName` where the client has that; otherwise it is stored for Twitter only.
`Message.Userid` is stored for all services but SMS.

## Transcripts

`Chat.Transcript` is the attribute that the client reports. Where it reports none, the session builds the text from the client's
notifications `chatUpdate`, `messageUpdate` and `conversationTranscription`: one line for each utterance, each utterance once, in
order of time. `SESSION_ENDED` closes it. Lines of a call begin with the channel, `EXTERNAL` or `INTERNAL`.

Customers say card numbers. In a transcript, from wherever it comes, `••••` stands in place of card numbers, security codes, IBANs,
social security numbers and passwords, found by [the rules for `userData`](security.md). So neither the page, the browser's storage nor
the record has them. A number that is split over several utterances is not found.

The client sends these notifications only if the event type Notification is chosen in its settings and a page has subscribed to
them. A session whose mapping stores a transcript subscribes by itself, if it has `publish`. A mapping without a type of interaction
stores the transcript of calls and messages too, unless another attribute of theirs goes into the same field; `{{ call:
{{ 'Chat.Transcript': 'Transcript__c' }} }}` names a field for one type.

The source recommends a lookup: a transcript in a record of its own. Map `Chat.Transcript` to a lookup on Activity, and name the
object and its field for the text:

```js
patchbay.session({{
  fields: {{ 'Chat.Transcript': 'Transcript__c' }},
  transcriptRecord: {{ objectApiName: 'Chat_Transcript__c', field: 'Text__c' }}
}});
```

In a save the lookup is then `{{ objectApiName, field, text }}`. Patchbay's Apex writes that record, the one that the Task refers to
already or a new one, and stores its ID in the lookup. Agents need access to the object. A `save` of your own does the same. `onSaveLog`
of the managed package is given the same too.

## The condensed conversation

Every field that the client sends reaches the save request, also one that Patchbay does not know: up to 128 such fields, 64 KiB
together. They survive a reload.
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
