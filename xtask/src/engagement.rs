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
interaction; its `problems` say what cannot be written. EngagementInteraction belongs to Salesforce's Industries clouds: the org
needs the permission set license of one of them, Health Cloud or Financial Services Cloud for example, and users need the permission
set _Industries Service Excellence_ or one of their cloud that allows the object. Without it `getObjectInfo` does not answer, and nothing is saved. A session can keep a record of each interaction through the same outbox
as the log: it is created when the interaction is connected, updated when it changes, and completed when it ends.

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
The source gives `Duration` the properties Create and Update and describes it as read-only; it is treated as read-only.
Picklists can have the org's own values: give them as `picklists`. `objectInfo` says more than this table: fields of the org pass if
it has them, and a reference may be of every object that its `referenceToInfos` lists. A required field that is null or empty is a
problem, also in an update.

| field | value |
| --- | --- |
| `CommunicationChannel` | Voice Call for calls, callbacks and voicemails, Web Chat for chats. There is no documented value for e-mails and messages: give `picklists.CommunicationChannel` with Email, Message, Messaging or the service's name, or the field itself in `values`. |
| `Type` | Inbound or Outbound |
| `StartDateTime`, `EndDateTime` | the start, else the connection; the end once it is over, never before the start |
| `Status` | New until it is connected, In Progress, Completed when it is over. Salesforce derives `mappedState` from it. |
| `PhoneNumber` | the other party's number |
| `ExternalIdentifier` | the interaction's ID |
| `InitiatingAttendeeId` | the log's Name |
| `Sentiment`, `Reason`, `IsAttendeeVerified`, `IsAttendeeAuthenticated`, `AttendeeVerificationTime`, `ContextId` | attributes of the same name, or `verified`, `authenticated`, `verificationTime`, `context`, with or without `Participant.`, in any letter case |

Without `CommunicationChannel` and `StartDateTime` no record is created, and the problems of the log say why. A record whose
creation was not confirmed is found by its external identifier: Salesforce refuses the second one with `DUPLICATE_VALUE` and
names the first. That needs a unique `ExternalIdentifier`, as the source describes it; only a real org can confirm that it is
enforced.
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
