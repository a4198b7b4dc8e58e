//! What was not taken, and why: nothing is dropped in silence (events.md RD-10).

use std::fmt;

/// One part of an input that was refused, or kept with a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where it stands: `events[3].data.event_name`, empty for the whole.
    pub path: String,
    /// The kind of fault, for grouping and for machines.
    pub reason: Reason,
    /// The fault in words, without the path: `311 characters, limit 256`.
    pub detail: String,
}

impl Refusal {
    /// A refusal at `path`.
    #[must_use]
    pub fn new(path: impl Into<String>, reason: Reason, detail: impl Into<String>) -> Self {
        Self { path: path.into(), reason, detail: detail.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        out.write_str(&self.detail)
    }
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)?) => {
        /// The kinds of fault. The code is stable: it is stored, shown and exported.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Reason { $($(#[$doc])* $variant),+ }

        impl Reason {
            /// Every reason there is.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The stable code, `snake_case`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The reason of a stored code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|reason| reason.code() == code)
            }
        }
    };
}

reasons! {
    /// The text is not JSON; the detail names the column.
    NotJson = "not_json",
    /// The bytes are not UTF-8.
    NotUtf8 = "not_utf8",
    /// JSON, but of the wrong type at this path.
    WrongType = "wrong_type",
    /// A required member is missing or empty.
    Missing = "missing",
    /// A word that is not one of the allowed ones.
    UnknownWord = "unknown_word",
    /// A name, value or count over its limit.
    OverLimit = "over_limit",
    /// No MPID, no identity and no device id: nobody's batch (events.md WH-4).
    NoIdentity = "no_identity",
    /// The same request was taken before (events.md DD-1).
    Duplicate = "duplicate",
    /// Two spellings of one member with different values (events.md 7.1).
    Conflict = "conflict",
    /// An identity that another profile holds, or that must not change (idsync.md 5.5).
    IdentityRefused = "identity_refused",
    /// The compressed stream ends early or is damaged.
    Truncated = "truncated",
    /// Not allowed for this kind of input (events.md AU-8, AU-9).
    NotAllowed = "not_allowed",
}
