//! Consent of a workspace: one record for each purpose (events.md 7.5, profiles.md 8.1).

use serde::{Deserialize, Serialize};

use super::{Moment, Written};
use crate::batch::{ConsentRecord, Regulation};
use crate::ids::InputId;

/// The current record for a purpose, as it was sent, with where it came from.
pub type HeldConsent = Written<ConsentRecord>;

/// A record that became the current one and says something new (events.md CS-7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentChange {
    /// What was said before.
    pub old: Option<ConsentRecord>,
    /// What is said now.
    pub current: ConsentRecord,
}

/// The consent of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentState {
    /// By regulation and purpose in comparable form.
    records: Vec<HeldConsent>,
}

/// Purposes are compared trimmed and without regard to case (events.md CS-6).
fn comparable(record: &ConsentRecord) -> (Regulation, String) {
    (record.regulation, record.purpose.trim().to_lowercase())
}

impl ConsentState {
    /// Puts a record into its place; the change, if it became the current one and says something new (CS-4, CS-7).
    pub(crate) fn put(&mut self, record: &ConsentRecord, moment: Moment, input: InputId) -> Option<ConsentChange> {
        let key = comparable(record);
        let written = || Written { value: record.clone(), moment, input };
        match self.records.binary_search_by(|held| comparable(&held.value).cmp(&key)) {
            Err(place) => {
                self.records.insert(place, written());
                Some(ConsentChange { old: None, current: record.clone() })
            }
            Ok(place) => {
                let held = self.records.get_mut(place).filter(|held| held.moment < moment)?;
                let old = std::mem::replace(held, written());
                let news = says(&old.value) != says(record);
                news.then(|| ConsentChange { old: Some(old.value), current: record.clone() })
            }
        }
    }

    /// The current records, by regulation and purpose.
    #[must_use]
    pub fn records(&self) -> &[HeldConsent] {
        &self.records
    }
}

/// All that makes a record differ from another; a new time alone is no change.
fn says(record: &ConsentRecord) -> (bool, Option<&str>, Option<&str>, Option<&str>) {
    (record.consented, record.document.as_deref(), record.location.as_deref(), record.hardware_id.as_deref())
}
