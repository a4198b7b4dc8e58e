//! How much may come in a second (events.md 3.3 and LM-4, profiles.md 2.7). Off unless somebody sets it.

use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use uav_store::Store;

use crate::changes::Changed;
use crate::engine::Engine;
use crate::error::{EngineError, Result};

/// The setting's name in the store.
const SETTING: &str = "limits";

/// What may come in a second; `None` for as much as can be stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceLimits {
    /// Batches, over all inputs.
    pub batches_per_s: Option<u32>,
    /// Identity requests, over all inputs.
    pub identity_per_s: Option<u32>,
    /// Requests for profiles, over all readers.
    pub reads_per_s: Option<u32>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metered {
    /// Batches.
    Batches,
    /// Identity requests.
    Identity,
    /// Requests for profiles.
    Reads,
}

/// Whether something may come in now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It may; so much of the limit is used, in percent. `None` without a limit.
    Admitted(Option<u8>),
    /// It may come again after so many seconds.
    Later(u32),
}

/// A bucket that fills at the rate of its limit and holds a second's worth.
#[derive(Clone, Copy, Debug, Default)]
struct Bucket {
    rate: Option<u32>,
    level: f64,
    filled_ms: i64,
}

impl Bucket {
    fn of(rate: Option<u32>) -> Self {
        Self { rate, level: f64::from(rate.unwrap_or_default()), filled_ms: 0 }
    }

    /// Takes `count` out, all or none. More than a second's worth may be taken once the bucket is full, so that a large
    /// bulk is not refused for ever; the debt is paid before anything else comes in.
    fn take(&mut self, count: u32, now_ms: i64) -> Admission {
        let Some(rate) = self.rate else { return Admission::Admitted(None) };
        let capacity = f64::from(rate);
        let since_ms = (now_ms - self.filled_ms).max(0);
        self.filled_ms = now_ms;
        #[expect(clippy::cast_precision_loss, reason = "a stretch of time in ms is far below 2^53")]
        let filled = self.level + since_ms as f64 / 1_000.0 * capacity;
        self.level = filled.min(capacity);
        let wanted = f64::from(count);
        if self.level < wanted.min(capacity) {
            let seconds = ((wanted.min(capacity) - self.level) / capacity.max(f64::MIN_POSITIVE)).ceil();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
            return Admission::Later(seconds.clamp(1.0, 3_600.0) as u32);
        }
        self.level -= wanted;
        let used = (1.0 - self.level / capacity.max(1.0)) * 100.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
        Admission::Admitted(Some(used.clamp(0.0, 100.0) as u8))
    }
}

/// The buckets. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Meters {
    state: Arc<Mutex<(ServiceLimits, [Bucket; 3])>>,
}

impl Meters {
    /// Meters by the limits that are stored.
    pub(crate) async fn load(store: &dyn Store) -> Result<Self> {
        let stored = store.setting(SETTING).await?;
        let meters = Self::default();
        meters.set(stored.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default());
        Ok(meters)
    }

    fn set(&self, limits: ServiceLimits) {
        let buckets = [limits.batches_per_s, limits.identity_per_s, limits.reads_per_s].map(Bucket::of);
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = (limits, buckets);
    }
}

impl Engine {
    /// What may come in a second.
    #[must_use]
    pub fn limits(&self) -> ServiceLimits {
        self.parts().meters.state.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    /// Sets what may come in a second, from now on.
    ///
    /// # Errors
    /// When a limit is 0, or it cannot be stored.
    pub async fn set_limits(&self, limits: ServiceLimits) -> Result<()> {
        let named = [
            ("batches_per_s", limits.batches_per_s),
            ("identity_per_s", limits.identity_per_s),
            ("reads_per_s", limits.reads_per_s),
        ];
        if let Some((path, _)) = named.into_iter().find(|(_, limit)| *limit == Some(0)) {
            return Err(EngineError::Invalid { path, detail: "at least 1; leave it empty for no limit".to_owned() });
        }
        let text = serde_json::to_string(&limits).unwrap_or_default();
        self.store().put_setting(SETTING, &text).await?;
        self.parts().meters.set(limits);
        self.changes().announce(Changed::Settings);
        Ok(())
    }

    /// Sets the limits of the contract where nobody ever set any: 270 batches a second and 15 requests for profiles.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub async fn limit_if_unset(&self) -> Result<()> {
        if self.store().setting(SETTING).await?.is_some() {
            return Ok(());
        }
        let limits = ServiceLimits { batches_per_s: Some(270), identity_per_s: Some(270), reads_per_s: Some(15) };
        self.set_limits(limits).await
    }

    /// Whether so many may come in now.
    #[must_use]
    pub fn admit(&self, what: Metered, count: u32) -> Admission {
        let mut state = self.parts().meters.state.lock().unwrap_or_else(PoisonError::into_inner);
        let [batches, identity, reads] = &mut state.1;
        let bucket = match what {
            Metered::Batches => batches,
            Metered::Identity => identity,
            Metered::Reads => reads,
        };
        bucket.take(count, self.now_ms())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_holds_what_the_limit_says() {
        let mut bucket = Bucket::of(Some(10));
        let now_ms = 1_764_547_200_000;
        assert_eq!(bucket.take(5, now_ms), Admission::Admitted(Some(50)));
        assert_eq!(bucket.take(5, now_ms), Admission::Admitted(Some(100)));
        assert_eq!(bucket.take(1, now_ms), Admission::Later(1));
        assert_eq!(bucket.take(1, now_ms + 100), Admission::Admitted(Some(100)));
        assert_eq!(bucket.take(1, now_ms + 50), Admission::Later(1), "a clock that goes back gives nothing");
        assert_eq!(bucket.take(10, now_ms + 60_000), Admission::Admitted(Some(100)), "no more than a second's worth");
    }

    #[test]
    fn a_bulk_larger_than_the_limit_is_let_in_once_and_paid_for() {
        let mut bucket = Bucket::of(Some(10));
        assert_eq!(bucket.take(25, 1_000), Admission::Admitted(Some(100)));
        assert_eq!(bucket.take(1, 2_000), Admission::Later(1));
        assert_eq!(bucket.take(1, 2_600), Admission::Admitted(Some(100)));
    }

    #[test]
    fn without_a_limit_everything_comes_in() {
        let mut bucket = Bucket::of(None);
        assert_eq!(bucket.take(u32::MAX, 0), Admission::Admitted(None));
    }
}
