//! The identifiers of the engine, each its own type so that none is taken for another.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The mParticle ID: a signed 64-bit number, never 0, one per profile.
///
/// Text in every JSON that a browser reads, because JavaScript rounds numbers past 2^53 (profiles.md 1.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Mpid(i64);

impl Mpid {
    /// The MPID of this number; `None` for 0, which clients send for "no user" (events.md WH-5).
    #[must_use]
    pub const fn new(number: i64) -> Option<Self> {
        if number == 0 { None } else { Some(Self(number)) }
    }

    /// The number itself.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Mpid {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// Why a text is not an MPID.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MpidError {
    /// Not a signed 64-bit decimal number.
    #[error("not a 64-bit number")]
    NotANumber(#[from] ParseIntError),
    /// Zero stands for "no user".
    #[error("0 is not an MPID")]
    Zero,
}

impl FromStr for Mpid {
    type Err = MpidError;

    fn from_str(text: &str) -> Result<Self, MpidError> {
        Self::new(text.trim().parse()?).ok_or(MpidError::Zero)
    }
}

macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident($number:ty)) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub struct $name(pub $number);

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(out)
            }
        }
    };
}

number_id!(
    /// The place of an entry in the log: given once on receipt, ascending, kept in replays (events.md TM-5).
    Seq(u64)
);
number_id!(
    /// The dense number of a profile, 1, 2, 3 … in order of creation, never reused.
    ///
    /// Stores and indexes key by it; people and the public contracts see the [`Mpid`].
    ProfileKey(u32)
);
number_id!(
    /// A platform or feed that owns a key: the source of a batch.
    InputId(u32)
);
number_id!(
    /// A workspace: attributes, consent and devices of a profile are kept for each.
    WorkspaceId(u32)
);
number_id!(
    /// An identity scope: the workspaces that share one MPID space (idsync.md, Words).
    ScopeId(u32)
);

impl Seq {
    /// The place after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_mpid_is_any_signed_number_but_zero() {
        assert_eq!("-77".parse(), Ok(Mpid(-77)));
        assert_eq!("9080350317581165001".parse(), Ok(Mpid(9_080_350_317_581_165_001)));
        assert_eq!("0".parse::<Mpid>(), Err(MpidError::Zero));
        assert!("9223372036854775808".parse::<Mpid>().is_err(), "past 64 bits");
        assert!("1.0".parse::<Mpid>().is_err());
    }
}
