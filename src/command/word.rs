//! What JavaScript saw of a message, in one number.
//!
//! Each field of the message has a few bits that say what was seen there. A field inside an object that is missing or of
//! the wrong kind says so itself, so no combination is without meaning and the space of words is small enough to walk.

use super::target::Target;
use super::vocabulary::{Action, MessageType, TargetType};
use crate::string_enum::StringEnum;

/// What was seen where a text belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Text {
    /// Nothing, or `undefined`.
    Absent,
    /// Something that is no text.
    WrongKind,
    /// Nothing but space.
    Empty,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// More than [`super::MAX_TEXT`].
    TooLong,
    /// A text.
    Fine,
}

impl Text {
    /// All of them, in the order of their numbers.
    pub const ALL: &'static [Text] =
        &[Text::Absent, Text::WrongKind, Text::Empty, Text::LoneSurrogate, Text::TooLong, Text::Fine];
}

/// IDs that are certainly [`Text::Fine`]; a regular expression of JavaScript.
pub const QUICK_FINE: &str = "^[A-Za-z0-9-]{1,64}$";

/// What was seen where one of the names of `V` belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named<V> {
    /// Nothing, or `undefined`.
    Absent,
    /// Something that is no text.
    WrongKind,
    /// Nothing but space.
    Empty,
    /// A text like none of the names.
    Unknown,
    /// A documented spelling.
    Exact(V),
    /// A name in other letter case.
    LetterCase(V),
    /// A text that was probably meant to be this name.
    Near(V),
}

/// What was seen of an object and of the first field in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Within<T> {
    /// Nothing, or `undefined`.
    OwnerAbsent,
    /// Something that is no object.
    OwnerWrongKind,
    /// An object, and in it the field.
    Field(T),
}

/// What was seen of user data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UserData {
    /// As any text.
    Text(Text),
    /// A text with a card number in it.
    Sensitive,
}

/// What was seen where a boolean belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flag {
    /// Nothing, or `undefined`.
    Absent,
    /// `true` or `false`.
    Fine,
    /// Something else.
    WrongKind,
}

impl Flag {
    /// All of them, in the order of their numbers.
    pub const ALL: &'static [Flag] = &[Flag::Absent, Flag::Fine, Flag::WrongKind];
}

/// What was seen of attributes; each was judged apart ([`super::attribute`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attributes {
    /// Nothing, or `undefined`.
    Absent,
    /// Something that is no object.
    WrongKind,
    /// An object without properties.
    Empty,
    /// All good.
    Fine,
    /// Some warned of, none refused.
    HoldWarnings,
    /// Some refused.
    HoldErrors,
}

impl Attributes {
    /// All of them, in the order of their numbers.
    pub const ALL: &'static [Attributes] = &[
        Attributes::Absent,
        Attributes::WrongKind,
        Attributes::Empty,
        Attributes::Fine,
        Attributes::HoldWarnings,
        Attributes::HoldErrors,
    ];
}

/// The type of a message, or that it is no message at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The message is no object.
    NoMessage,
    /// The message is an object; this is its type.
    Type(Named<MessageType>),
}

/// All that was seen of one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Seen {
    /// The message and its `type`.
    pub kind: Kind,
    /// `data` and `data.id`.
    pub id: Within<Text>,
    /// `data.action`.
    pub action: Named<Action>,
    /// `data.participantContext` and its `transferTarget`.
    pub target: Within<Target>,
    /// `data.participantContext.transferTargetType`.
    pub target_type: Named<TargetType>,
    /// `data.secureSessionContext` and its `flowId`.
    pub flow_id: Within<Text>,
    /// `data.secureSessionContext.userData`.
    pub user_data: UserData,
    /// `data.secureSessionContext.disconnect`.
    pub disconnect: Flag,
    /// `data.attributes`.
    pub attributes: Attributes,
}

/// What can be seen in one place, by number; the numbers begin at 0 and have no gaps.
pub trait Coded: Sized {
    /// What this number stands for, or `None` past the last.
    fn from_code(code: u32) -> Option<Self>;
}

macro_rules! coded_by_list {
    ($($list:ident),+) => {
        $(impl Coded for $list {
            fn from_code(code: u32) -> Option<Self> {
                $list::ALL.get(code as usize).copied()
            }
        })+
    };
}

coded_by_list!(Text, Target, Flag, Attributes);

impl<V: StringEnum> Coded for Named<V> {
    fn from_code(code: u32) -> Option<Self> {
        let code = code as usize;
        let Some(at) = code.checked_sub(NAMES_BEGIN) else {
            return [Named::Absent, Named::WrongKind, Named::Empty, Named::Unknown].get(code).copied();
        };
        let name = *V::ALL.get(at % V::ALL.len())?;
        [Named::Exact(name), Named::LetterCase(name), Named::Near(name)].get(at / V::ALL.len()).copied()
    }
}

/// Where the numbers of names begin in a [`Named`]: first all exact ones, then by letter case, then the near ones.
pub const NAMES_BEGIN: usize = 4;

impl<T: Coded> Coded for Within<T> {
    fn from_code(code: u32) -> Option<Self> {
        match code.checked_sub(FIELD_BEGINS) {
            None if code == 0 => Some(Within::OwnerAbsent),
            None => Some(Within::OwnerWrongKind),
            Some(code) => T::from_code(code).map(Within::Field),
        }
    }
}

/// Where the numbers of the field begin in a [`Within`].
pub const FIELD_BEGINS: u32 = 2;

impl Coded for UserData {
    fn from_code(code: u32) -> Option<Self> {
        match Text::from_code(code) {
            Some(text) => Some(UserData::Text(text)),
            None => (code as usize == Text::ALL.len()).then_some(UserData::Sensitive),
        }
    }
}

impl Coded for Kind {
    fn from_code(code: u32) -> Option<Self> {
        match code.checked_sub(TYPE_BEGINS) {
            None => Some(Kind::NoMessage),
            Some(code) => Named::from_code(code).map(Kind::Type),
        }
    }
}

/// Where the numbers of the type begin in a [`Kind`].
pub const TYPE_BEGINS: u32 = 1;

/// Where the bits of one field stand in a [`Word`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bits {
    /// The lowest bit.
    pub shift: u32,
    /// How many.
    pub count: u32,
}

impl Bits {
    const fn first(count: u32) -> Bits {
        Bits { shift: 0, count }
    }

    const fn then(self, count: u32) -> Bits {
        Bits { shift: self.shift + self.count, count }
    }

    const fn of(self, word: u32) -> u32 {
        word >> self.shift & ((1 << self.count) - 1)
    }
}

/// Whether a field has a number for each of so many names in three groups, beginning at this one.
const fn holds(bits: Bits, begins: u32, names: usize) -> bool {
    begins as usize + NAMES_BEGIN + 3 * names <= 1 << bits.count
}

// One name more than fits would spill into the next field.
const _: () = assert!(holds(Word::KIND, TYPE_BEGINS, MessageType::ALL.len()));
const _: () = assert!(holds(Word::ACTION, 0, Action::ALL.len()));
const _: () = assert!(holds(Word::TARGET_TYPE, FIELD_BEGINS, TargetType::ALL.len()));

/// [`Seen`] in 31 bits.
///
/// ```
/// use patchbay::command::word::{Kind, Word};
/// assert_eq!(Word(0).seen().unwrap().kind, Kind::NoMessage);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word(pub u32);

impl Word {
    /// [`Seen::kind`].
    pub const KIND: Bits = Bits::first(4);
    /// [`Seen::id`].
    pub const ID: Bits = Word::KIND.then(3);
    /// [`Seen::action`].
    pub const ACTION: Bits = Word::ID.then(5);
    /// [`Seen::target`].
    pub const TARGET: Bits = Word::ACTION.then(4);
    /// [`Seen::target_type`].
    pub const TARGET_TYPE: Bits = Word::TARGET.then(4);
    /// [`Seen::flow_id`].
    pub const FLOW_ID: Bits = Word::TARGET_TYPE.then(3);
    /// [`Seen::user_data`].
    pub const USER_DATA: Bits = Word::FLOW_ID.then(3);
    /// [`Seen::disconnect`].
    pub const DISCONNECT: Bits = Word::USER_DATA.then(2);
    /// [`Seen::attributes`].
    pub const ATTRIBUTES: Bits = Word::DISCONNECT.then(3);

    /// The same word of a message whose transfer target was seen to be this.
    pub fn with_target(self, target: Target) -> Word {
        let Bits { shift, count } = Word::TARGET;
        let others = self.0 & !(((1 << count) - 1) << shift);
        Word(others | (FIELD_BEGINS + target as u32) << shift)
    }

    /// What the number says, or `None` for a number that no observation gives.
    pub fn seen(self) -> Option<Seen> {
        Some(Seen {
            kind: Coded::from_code(Word::KIND.of(self.0))?,
            id: Coded::from_code(Word::ID.of(self.0))?,
            action: Coded::from_code(Word::ACTION.of(self.0))?,
            target: Coded::from_code(Word::TARGET.of(self.0))?,
            target_type: Coded::from_code(Word::TARGET_TYPE.of(self.0))?,
            flow_id: Coded::from_code(Word::FLOW_ID.of(self.0))?,
            user_data: Coded::from_code(Word::USER_DATA.of(self.0))?,
            disconnect: Coded::from_code(Word::DISCONNECT.of(self.0))?,
            attributes: Coded::from_code(Word::ATTRIBUTES.of(self.0))?,
        })
    }
}
