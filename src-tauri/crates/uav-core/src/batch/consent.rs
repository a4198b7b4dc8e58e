//! Consent as a batch states it (events.md 7.5, profiles.md 8.1).

use serde::{Deserialize, Serialize};

/// The law that a consent is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Regulation {
    /// GDPR: `consented: true` means agreed to the purpose.
    Gdpr,
    /// CCPA: `consented: true` means opted **out** of the sale of data; the purpose is `data_sale_opt_out`.
    Ccpa,
}

impl Regulation {
    /// The word on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gdpr => "gdpr",
            Self::Ccpa => "ccpa",
        }
    }
}

/// One statement of consent for one purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentRecord {
    /// The law.
    pub regulation: Regulation,
    /// The purpose as spelled; compared trimmed and without regard to case (events.md CS-6).
    pub purpose: Box<str>,
    /// Given, or for CCPA: opted out.
    pub consented: bool,
    /// When it was stated, ms UTC; absent counts as batch time.
    pub timestamp_ms: Option<i64>,
    /// The document that was shown.
    pub document: Option<Box<str>>,
    /// Where it was stated.
    pub location: Option<Box<str>>,
    /// On which device.
    pub hardware_id: Option<Box<str>>,
}
