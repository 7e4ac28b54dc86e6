//! Writes `docs/engagement.md` from the fields themselves.

use patchbay::engagement::fields::{Access, Field};
use patchbay::salesforce::field::FieldType;
use patchbay::string_enum::StringEnum;

/// Where the page stands in the workspace.
pub const FILE: &str = "docs/engagement.md";

/// The whole page.
pub fn page() -> String {
    let mut page = String::from(
        "# EngagementInteraction

<!-- Written by `cargo xtask docs` from src/engagement/fields.rs; not to be edited. -->

`patchbay.engagement('create' | 'update', interaction, { apiVersion, values, picklists, objectInfo })` builds the record of an
interaction and tells what of it cannot be written. A session keeps one for each interaction, through the same outbox as
the log: made when it is connected, changed when it changes, closed when it ends.

```js
patchbay.session({
  engagement: {
    apiVersion: '62.0', // v62.0 and 62 are the same
    save: ({ operation, record: { Id, ...fields } }) =>
      operation === 'create'
        ? createRecord({ apiName: 'EngagementInteraction', fields }).then(({ id }) => id)
        : updateRecord({ fields: { Id, ...fields } }).then(() => Id)
  }
});
```

| field | type | create, update | since | values, references |
| --- | --- | --- | --- | --- |
",
    );
    for field in Field::ALL {
        let about = field.about();
        let access = match about.access {
            Access::Writable => "yes",
            Access::ReadOnly => "read-only",
        };
        let kind = match about.kind {
            FieldType::Boolean => "boolean",
            FieldType::DateTime => "dateTime",
            FieldType::Reference => "reference",
            _ if !about.values.is_empty() => "picklist",
            _ => "text",
        };
        let more = [about.values, about.refers_to].concat().join(", ");
        page += &format!("| `{}` | {kind} | {access} | {}.0 | {more} |\n", field.as_str(), about.since.0);
    }
    page += "
`Duration` has the properties Create and Update in the source and is called read-only in its description; it is outcome as
read-only. Picklists may have values of the organisation's own: give them as `picklists`.

| field | of the interaction |
| --- | --- |
| `CommunicationChannel` | Voice Call for calls, callbacks and voicemails, Web Chat for chats. E-mails and messages have none among the documented values: give `picklists.CommunicationChannel` with Email, Message, Messaging or the service's name, or the field itself in `values`. |
| `Type` | Inbound or Outbound |
| `StartDateTime`, `EndDateTime` | start, else connection; end once it is over, never before the start |
| `Status` | New until it is connected, In Progress, Completed when it is over. `mappedState` is what Salesforce makes of it. |
| `PhoneNumber` | the other party's number |
| `ExternalIdentifier` | the interaction's ID |
| `InitiatingAttendeeId` | the log's Name |
| `Sentiment`, `Reason`, `IsAttendeeVerified`, `IsAttendeeAuthenticated`, `AttendeeVerificationTime`, `ContextId` | attributes of the same name, or `verified`, `authenticated`, `verificationTime`, `context`, with or without `Participant.`, in any letter case |

Without `CommunicationChannel` and `StartDateTime` no record is made, and the log says why. A record whose making was not
confirmed is found by its external identifier: Salesforce refuses the second with `DUPLICATE_VALUE`, and names the first. That
takes a unique `ExternalIdentifier`, as the source describes it; whether it is enforced only a real org can confirm.
";
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_what_the_fields_say() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/engagement.md");
        let written = std::fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
        assert!(written == page(), "{FILE} is out of date; `cargo xtask docs` writes it");
    }
}
