//! Record IDs: 15 case-sensitive characters, or 18, of which the last three are a checksum of the letter case.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::problem::{Code, Problem};

const SHORT: usize = 15;
const LONG: usize = 18;
/// Checksum characters. The index of one has a bit for each of five characters of the ID: bit 0 is set when the first of
/// them is a capital.
const CHECKSUMS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/// A record ID in its form of 18 characters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId([u8; LONG]);

impl RecordId {
    /// Reads an ID of 15 or 18 characters; both forms of one record give the same ID. `None` when the text is no ID.
    ///
    /// An ID that lost its letter case (all capitals, or none) gets it back from its checksum, with a warning in
    /// `problems`. Any other ID that does not fit its checksum is an error. `path` is the JSON Pointer of the problems.
    ///
    /// ```
    /// use patchbay::salesforce::record_id::RecordId;
    /// let mut problems = Vec::new();
    /// let mut read = |text| RecordId::read(text, "/id", &mut problems);
    /// assert_eq!(read("0035g00000LqT4r"), read("0035g00000LqT4rAAF"));
    /// assert_eq!(read("0035g00000LqT4r").unwrap().as_str(), "0035g00000LqT4rAAF");
    /// assert_eq!(read("0035g00000LqT4rAAE"), None);
    /// assert_eq!(problems[0].code.as_str(), "checksum");
    /// ```
    pub fn read(text: &str, path: &str, problems: &mut Vec<Problem>) -> Option<RecordId> {
        let mut report = |severity: fn(String, Code, String) -> Problem, code, message| {
            problems.push(severity(path.to_owned(), code, message));
        };
        let text = text.trim();
        let bytes = text.as_bytes();
        if text.is_empty() {
            report(Problem::error, Code::Empty, "The record's ID is empty; give its 15 or 18 characters.".to_owned());
            return None;
        }
        if (bytes.len() != SHORT && bytes.len() != LONG) || !bytes.iter().all(u8::is_ascii_alphanumeric) {
            let message = "This is no record ID; give the 15 or 18 letters and digits of one.";
            report(Problem::error, Code::Type, message.to_owned());
            return None;
        }
        let (name, checksum) = bytes.split_at(SHORT);
        let id = RecordId::of(name)?;
        if checksum.is_empty() || checksum.eq_ignore_ascii_case(&id.0[SHORT..]) {
            return Some(id);
        }
        match restore_case(name, checksum) {
            Some(restored) => {
                let message = format!("The ID has lost its letter case and is taken for {restored}; give it as it is.");
                report(Problem::warning, Code::LetterCase, message);
                Some(restored)
            }
            None => {
                let message = "The last three characters of the ID do not fit the others; copy the ID again, or give its first 15 characters.";
                report(Problem::error, Code::Checksum, message.to_owned());
                None
            }
        }
    }

    fn of(name: &[u8]) -> Option<RecordId> {
        let mut id = [0; LONG];
        id[..SHORT].copy_from_slice(name.get(..SHORT)?);
        for (at, five) in name.chunks(5).enumerate() {
            let capitals = five.iter().rev().fold(0, |bits, byte| bits << 1 | usize::from(byte.is_ascii_uppercase()));
            id[SHORT + at] = CHECKSUMS[capitals];
        }
        Some(RecordId(id))
    }

    /// The ID's 18 characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The ID's first three characters, which are the same for all records of an object.
    ///
    /// ```
    /// use patchbay::salesforce::record_id::RecordId;
    /// assert_eq!(RecordId::read("0035g00000LqT4r", "", &mut Vec::new()).unwrap().key_prefix(), "003");
    /// ```
    pub fn key_prefix(&self) -> &str {
        &self.as_str()[..3]
    }
}

impl Serialize for RecordId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "RecordId({self})")
    }
}

/// Letter case is lost for a whole ID at once, so an ID that still has both cases is wrong in another way.
fn restore_case(name: &[u8], checksum: &[u8]) -> Option<RecordId> {
    if name.iter().any(u8::is_ascii_uppercase) && name.iter().any(u8::is_ascii_lowercase) {
        return None;
    }
    let mut restored = name.to_ascii_lowercase();
    for (five, sum) in restored.chunks_mut(5).zip(checksum) {
        let capitals = CHECKSUMS.iter().position(|known| *known == sum.to_ascii_uppercase())?;
        for (bit, byte) in five.iter_mut().enumerate() {
            if capitals >> bit & 1 == 1 {
                if !byte.is_ascii_alphabetic() {
                    return None;
                }
                byte.make_ascii_uppercase();
            }
        }
    }
    RecordId::of(&restored)
}
