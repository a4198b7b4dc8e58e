//! Identities: their types, the record by which a profile is found, and the resolution of a request to one
//! profile (idsync.md).

mod difference;
mod kind;
mod modify;
mod record;
mod replay;
mod resolve;
mod settings;

pub use difference::{Change, Difference, Summary};
pub use kind::{IdentityType, IdentityTypeSet};
pub use modify::{IdentityChange, Modified, ModifyError, Taken, modify};
pub use record::{Ended, EndedBy, HeldIdentity, IdentityRecord, Stamp, VALUES_OF_A_TYPE_MAX};
pub use replay::{Replay, Said};
pub use resolve::{
    Absorbed, Asked, Call, Directory, HOLDERS_MAX, RecordChange, RefusedBecause, Resolution, ResolveError, Rule,
    Target, attach, resolve,
};
pub use settings::{
    DEFAULT_PRIORITY, IdentitySettings, NewKnown, OnLogout, SearchScope, SettingsFault, SettingsWarning,
};

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
