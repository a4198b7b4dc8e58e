//! The device and the application of a batch (events.md 7.3, 7.4).

use serde::{Deserialize, Serialize};

use crate::identity::Identity;
use crate::value::Scalar;

/// What Apple's tracking prompt was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttStatus {
    /// Tracking is allowed.
    Authorized,
    /// Tracking is refused.
    Denied,
    /// Not asked yet; counts as refused.
    NotDetermined,
    /// Cannot be asked; counts as refused.
    Restricted,
}

impl AttStatus {
    /// Every status.
    pub const ALL: &[Self] = &[Self::Authorized, Self::Denied, Self::NotDetermined, Self::Restricted];

    /// The word on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Authorized => "authorized",
            Self::Denied => "denied",
            Self::NotDetermined => "not_determined",
            Self::Restricted => "restricted",
        }
    }

    /// The status of a word on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|status| status.name() == name)
    }
}

/// `device_info`, apart into what has rules of its own and the plain facts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeviceInfo {
    /// The ids that can find a profile, and the push token.
    pub identities: Vec<Identity>,
    /// Whether the owner limits ad tracking.
    pub limit_ad_tracking: Option<bool>,
    /// The answer to Apple's prompt.
    pub att_status: Option<AttStatus>,
    /// When the prompt was answered, ms UTC.
    pub att_timestamp_ms: Option<i64>,
    /// Every other member with a value, by its name on the wire: `platform`, `os_version`, `device_model` …
    pub facts: Vec<(Box<str>, Scalar)>,
}

impl DeviceInfo {
    /// A plain fact by its name on the wire.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&Scalar> {
        self.facts.iter().find(|(fact, _)| &**fact == name).map(|(_, value)| value)
    }
}

/// `application_info`, where the engine reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApplicationInfo {
    /// The application's name.
    pub name: Option<Box<str>>,
    /// Its version.
    pub version: Option<Box<str>>,
    /// Bundle id or package name.
    pub package: Option<Box<str>>,
}
