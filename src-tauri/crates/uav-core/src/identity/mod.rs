//! Identities: their types, the record by which a profile is found, and the resolution of a request to one
//! profile (idsync.md).

mod kind;

pub use kind::{IdentityType, IdentityTypeSet};

use serde::{Deserialize, Serialize};

/// One identity: a type and the text that was given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Identity {
    /// What kind of identity.
    pub kind: IdentityType,
    /// The text as given; compare through [`IdentityType::comparable`].
    pub value: Box<str>,
}

impl Identity {
    /// An identity of this type and text.
    #[must_use]
    pub fn new(kind: IdentityType, value: &str) -> Self {
        Self { kind, value: value.into() }
    }
}
