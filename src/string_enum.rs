//! Enums whose variants are documented names: the spelling is written once, beside the variant.

/// A closed list of documented names.
pub trait StringEnum: Copy + Sized + 'static {
    /// All variants, in the order of the document.
    const ALL: &'static [Self];
    /// Their documented spellings, in the same order.
    const NAMES: &'static [&'static str];
}

/// Declares an enum with the documented spelling of each variant, its list, and conversions both ways.
macro_rules! string_enum {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $spelling:literal,)+ }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        $(#[$about])*
        pub enum $name { $(
            $(#[$doc])*
            #[cfg_attr(feature = "typescript", ts(rename = $spelling))]
            $variant,
        )+ }

        impl $name {
            /// The documented spelling.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $spelling,)+ }
            }

            /// The variant with this spelling.
            pub fn named(name: &str) -> Option<$name> {
                match name {
                    $($spelling => Some($name::$variant),)+
                    _ => None,
                }
            }
        }

        impl $crate::string_enum::StringEnum for $name {
            const ALL: &'static [Self] = &[$($name::$variant,)+];
            const NAMES: &'static [&'static str] = &[$($spelling,)+];
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use string_enum;
