//! Writes `docs/what-is-allowed.md` from the table itself.

use patchbay::command::vocabulary::Action;
use patchbay::interaction::Kind;
use patchbay::interaction::allowed::{Refusal, refusal};
use patchbay::interaction::phase::Phase;
use patchbay::interaction::sign::{Sign, expected};
use patchbay::string_enum::StringEnum;

/// Where the page stands in the workspace.
pub const FILE: &str = "docs/what-is-allowed.md";

/// The whole page.
pub fn page() -> String {
    let mut page = String::from(
        "# What is allowed now

<!-- Written by `cargo xtask docs` from src/interaction/allowed.rs; not to be edited. -->

`session.can(id)` and the session's builders ask this one table: phase × kind × action. Where the documents and captured
calls are silent, an action is allowed; the client decides. What is refused is refused for one of these reasons:

| | reason | source |
| --- | --- | --- |
",
    );
    for (number, why) in Refusal::ALL.iter().enumerate() {
        let reason = why.sentence().trim_start_matches("{action} is ");
        page += &format!("| {} | {reason} | {} |\n", number + 1, why.source());
    }
    for (title, kinds) in [
        ("Calls and callbacks", &[Kind::Call, Kind::Callback][..]),
        ("Voicemails", &[Kind::Voicemail]),
        ("Chats, e-mails and messages", &[Kind::Chat, Kind::Email, Kind::Message]),
    ] {
        page += &format!("\n## {title}\n\n| phase |");
        Action::NAMES.iter().for_each(|name| page += &format!(" {name} |"));
        page += "\n| --- |";
        page += &" --- |".repeat(Action::NAMES.len());
        for &phase in Phase::ALL {
            page += &format!("\n| {} |", phase.as_str());
            for &action in Action::ALL {
                page += &format!(" {} |", cell(phase, kinds, action));
            }
        }
        page.push('\n');
    }
    page += "
A tick is what is allowed, a number the reason why not. While a consult transfer is not completed, `concludeTransfer` is
allowed for both of its interactions, connected or held, whatever their kind.
The reasons that no table has depend on what was sent: see below.
";
    page + &signs()
}

/// What the client shows after an action.
fn signs() -> String {
    let mut page = String::from(
        "
## What shows that it was done

<!-- Written from src/interaction/sign.rs. -->

The client answers no message. `session.sent(message)` follows a published one until its sign shows: then `confirmed` of a
change has it. If none shows within five seconds, `unconfirmed` has it, with the likely reasons; a later sign still confirms
it. `sentActions` has the latest of each action. Meanwhile the same action of the same interaction waits for its sign, or
for a second; and in any case for half a second, in which the second click of a double click may come.

| action |",
    );
    let columns = Phase::ALL.iter().filter(|phase| !phase.is_over());
    columns.clone().for_each(|phase| page += &format!(" {} |", phase.as_str()));
    page += "\n| --- |";
    page += &" --- |".repeat(columns.clone().count());
    for &action in Action::ALL {
        page += &format!("\n| {} |", action.as_str());
        for &phase in columns.clone() {
            page += &format!(" {} |", sign_cell(phase, action));
        }
    }
    page +=
        "\n\nA number is the sign, a dash that there is none. A secure session has one only with `disconnect: true`.\n
| | sign | source |
| --- | --- | --- |
";
    for (number, sign) in Sign::ALL.iter().enumerate() {
        page += &format!("| {} | {} | {} |\n", number + 1, sign.sentence(), sign.source());
    }
    page + "
Mute has no sign: no captured message has a property for it. So the session keeps how it was last asked for. A status has one:
another status of the agent than before.
"
}

fn sign_cell(phase: Phase, action: Action) -> String {
    let consulting = action == Action::ConcludeTransfer;
    match expected(phase, consulting, true, action) {
        None => "–".to_owned(),
        Some(sign) => (Sign::ALL.iter().position(|other| *other == sign).map_or(0, |at| at + 1)).to_string(),
    }
}

/// The kinds of one table share every cell, so the first speaks for all.
fn cell(phase: Phase, kinds: &[Kind], action: Action) -> String {
    match refusal(phase, kinds[0], false, action) {
        None => "✓".to_owned(),
        Some(why) => (Refusal::ALL.iter().position(|other| *other == why).map_or(0, |at| at + 1)).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_what_the_table_says() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/what-is-allowed.md");
        let written = std::fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
        assert!(written == page(), "{FILE} is out of date; `cargo xtask docs` writes it");
    }

    #[test]
    fn the_kinds_of_one_table_share_every_cell() {
        for kinds in [&[Kind::Call, Kind::Callback][..], &[Kind::Chat, Kind::Email, Kind::Message]] {
            for (&phase, &action) in
                Phase::ALL.iter().flat_map(|phase| Action::ALL.iter().map(move |action| (phase, action)))
            {
                for consulting in [false, true] {
                    let whys: Vec<_> = kinds.iter().map(|&kind| refusal(phase, kind, consulting, action)).collect();
                    assert!(whys.windows(2).all(|pair| pair[0] == pair[1]));
                }
            }
        }
    }
}
