//! Messages as they are sent: in the documented spelling and order, then what the documents do not know.

use super::input::{Input, escape, write_key, write_members, write_text};
use super::parse::Extras;
use super::vocabulary::MessageType;
use super::{AttributeValue, Command, ParticipantContext, SecureSessionContext, StateChange};

impl Command {
    /// The documented type.
    pub const fn message_type(&self) -> MessageType {
        match self {
            Command::UpdateState { .. } => MessageType::UpdateState,
            Command::AddCustomAttributes { .. } => MessageType::AddCustomAttributes,
            Command::UpdateStatus { .. } => MessageType::UpdateStatus,
            Command::Subscribe { .. } => MessageType::Subscribe,
        }
    }

    /// The message as JSON, its texts escaped as in [`super::input`].
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&Extras::default(), &mut out);
        out
    }

    /// Appends the message as JSON, with further properties behind those of the command.
    pub(super) fn write(&self, extras: &Extras, out: &mut String) {
        let mut message = Object::begin(out);
        message.text(
            "type",
            match self {
                Command::Subscribe { spelling, .. } => spelling,
                _ => self.message_type().as_str(),
            },
        );
        let mut data = message.object("data");
        match self {
            Command::UpdateState { id, change } => {
                data.text("action", change.action().as_str()).text("id", id);
                match change {
                    StateChange::BlindTransfer(context) | StateChange::ConsultTransfer(context) => {
                        context.write(data.object("participantContext"), &extras.participant);
                    }
                    StateChange::SecureSession(context) => {
                        context.write(data.object("secureSessionContext"), &extras.secure);
                    }
                    _ => {}
                }
            }
            Command::AddCustomAttributes { id, attributes } => {
                let mut written = data.text("id", id).object("attributes");
                for (name, value) in attributes {
                    match value {
                        AttributeValue::Text(text) => written.text(name, text),
                        AttributeValue::Number(number) => written.raw(name, number),
                        AttributeValue::Boolean(flag) => written.flag(name, *flag),
                        AttributeValue::Null => written.raw(name, "null"),
                    };
                }
                written.end(&[]);
            }
            Command::UpdateStatus { id } => {
                data.text("id", id);
            }
            Command::Subscribe { event_type, categories, .. } => {
                let list = Input::Array(categories.iter().cloned().map(Input::Text).collect());
                let mut json = String::new();
                list.write(&mut json);
                data.text("type", event_type).raw("categories", &json);
            }
        }
        data.end(&extras.data);
        message.end(&extras.message);
    }
}

impl ParticipantContext {
    fn write(&self, mut context: Object, extras: &[(&str, &Input)]) {
        context
            .text("transferTarget", &self.transfer_target)
            .text("transferTargetType", self.transfer_target_type.as_str());
        context.end(extras);
    }
}

impl SecureSessionContext {
    fn write(&self, mut context: Object, extras: &[(&str, &Input)]) {
        context.text("flowId", &self.flow_id).text("userData", &self.user_data);
        if let Some(disconnect) = self.disconnect {
            context.flag("disconnect", disconnect);
        }
        context.end(extras);
    }
}

/// An object that is being written. Names are escaped, texts are not.
struct Object<'a>(&'a mut String);

impl<'a> Object<'a> {
    fn begin(out: &'a mut String) -> Object<'a> {
        out.push('{');
        Object(out)
    }

    fn raw(&mut self, name: &str, json: &str) -> &mut Self {
        write_key(name, self.0);
        self.0.push_str(json);
        self
    }

    fn text(&mut self, name: &str, text: &str) -> &mut Self {
        write_key(name, self.0);
        write_text(&escape(text), self.0);
        self
    }

    fn flag(&mut self, name: &str, flag: bool) -> &mut Self {
        self.raw(name, if flag { "true" } else { "false" })
    }

    fn object(&mut self, name: &str) -> Object<'_> {
        write_key(name, self.0);
        Object::begin(self.0)
    }

    fn end(self, extras: &[(&str, &Input)]) {
        write_members(extras.iter().copied(), self.0);
        self.0.push('}');
    }
}
