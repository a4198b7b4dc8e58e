//! A batch: one user, at most one device, any number of events (events.md 6).
//!
//! Typed here is what the engine reads. Whatever else a client sends stays in the raw JSON, which the log keeps
//! as it came.

mod commerce;
mod consent;
mod device;
mod event;
mod receipt;

pub use commerce::{Commerce, Product, ProductAction, ProductActionKind, Promotion, PromotionActionKind};
pub use consent::{ConsentRecord, Regulation};
pub use device::{ApplicationInfo, AttStatus, DeviceInfo};
pub use event::{ApplicationTransition, Event, EventKind, EventType, Location, Session};
pub use receipt::{Door, Receipt};

use serde::{Deserialize, Serialize};

use crate::identity::{Identity, IdentityType};
use crate::ids::Mpid;
use crate::value::Value;

/// Production or development data: two separate identity spaces in a scope (profiles.md Q-P7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Environment {
    /// Real users. What a batch is that does not say.
    #[default]
    Production,
    /// Test data.
    Development,
}

impl Environment {
    /// The word on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Development => "development",
        }
    }
}

/// One batch as the engine understands it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// Production unless it says otherwise.
    pub environment: Environment,
    /// The sender's id of this request: a second one from the same input has no effect (events.md DD-1).
    pub source_request_id: Option<Box<str>>,
    /// The sender's `batch_id`, which de-duplicates in the same way (events.md DD-3).
    pub batch_id: Option<i64>,
    /// The user, when the sender knows.
    pub mpid: Option<Mpid>,
    /// `mp_deviceid`: the device application stamp.
    pub device_application_stamp: Option<Box<str>>,
    /// Who it is: `user_identities`, in the order given.
    pub user_identities: Vec<Identity>,
    /// `user_attributes`, in the order given; a null value is a tag.
    pub user_attributes: Vec<(Box<str>, Value)>,
    /// Names to forget.
    pub deleted_user_attributes: Vec<Box<str>>,
    /// The device, when one is named.
    pub device: Option<DeviceInfo>,
    /// The application on it.
    pub application: Option<ApplicationInfo>,
    /// Consent records, in the order given.
    pub consent: Vec<ConsentRecord>,
    /// `integration_attributes`: module id to its JSON text, kept per device.
    pub integration_attributes: Vec<(Box<str>, Box<str>)>,
    /// `context.data_plan`: id and version.
    pub data_plan: Option<(Box<str>, Option<i64>)>,
    /// The batch's own time, ms UTC; SDKs set it (events.md TM-2).
    pub timestamp_ms: Option<i64>,
    /// The events, in the order given.
    pub events: Vec<Event>,
}

impl Batch {
    /// Everything in the batch that can find a profile: user identities, device ids, the device stamp
    /// (idsync.md 5.8). Values that say nothing are left out.
    pub fn identities(&self) -> impl Iterator<Item = (IdentityType, &str)> {
        let user = self.user_identities.iter().map(|identity| (identity.kind, &*identity.value));
        let device = self.device.iter().flat_map(|device| &device.identities).map(|id| (id.kind, &*id.value));
        let stamp = self.device_application_stamp.iter().map(|stamp| (IdentityType::DeviceApplicationStamp, &**stamp));
        user.chain(device).chain(stamp).filter(|(kind, value)| !kind.is_absent(value))
    }

    /// The batch time, ms UTC: its own time stamp, else its newest event's, else receipt, and never later than
    /// receipt (events.md TM-2). Attributes, identities and devices are ordered by it.
    #[must_use]
    pub fn time_ms(&self, received_ms: i64) -> i64 {
        self.timestamp_ms
            .filter(|time| *time > 0)
            .or_else(|| self.events.iter().filter_map(|event| event.timestamp_ms).filter(|time| *time > 0).max())
            .unwrap_or(received_ms)
            .min(received_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_batch_time_is_its_own_else_that_of_its_newest_event_and_never_later_than_receipt() {
        let received_ms = 1_000;
        type Row<'a> = (Option<i64>, &'a [Option<i64>], i64);
        let table: [Row<'_>; 8] = [
            (Some(500), &[Some(700)], 500),
            (None, &[Some(300), Some(700), None], 700),
            (Some(0), &[Some(300)], 300),
            (Some(-5), &[], 1_000),
            (None, &[None], 1_000),
            (None, &[Some(0)], 1_000),
            (Some(9_000), &[], 1_000),
            (None, &[Some(9_000)], 1_000),
        ];
        for (timestamp_ms, events, expected) in table {
            let event = |timestamp_ms: &Option<i64>| Event {
                timestamp_ms: *timestamp_ms,
                source_message_id: None,
                session: None,
                attributes: Vec::new(),
                location: None,
                kind: EventKind::SessionStart,
            };
            let events = events.iter().map(event).collect();
            let batch = Batch { timestamp_ms, events, ..Batch::default() };
            assert_eq!(batch.time_ms(received_ms), expected, "{timestamp_ms:?}");
        }
    }

    #[test]
    fn what_says_nothing_finds_nobody() {
        let device = DeviceInfo {
            identities: vec![
                Identity::new(IdentityType::IosAdvertisingId, "00000000-0000-0000-0000-000000000000"),
                Identity::new(IdentityType::AndroidId, "9774d56d682e549c"),
                Identity::new(IdentityType::IosVendorId, "V"),
            ],
            ..DeviceInfo::default()
        };
        let batch = Batch {
            user_identities: vec![Identity::new(IdentityType::Email, " "), Identity::new(IdentityType::Other, "o")],
            device: Some(device),
            device_application_stamp: Some("".into()),
            ..Batch::default()
        };
        let found: Vec<_> = batch.identities().collect();
        assert_eq!(found, [(IdentityType::Other, "o"), (IdentityType::IosVendorId, "V")]);
    }
}
