//! How fast things go: events a second, and how long a live batch waits to be durable.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The span over which events a second are averaged.
const RATE_SPAN: Duration = Duration::from_secs(10);
/// The span over which waits are kept.
const LATENCY_SPAN: Duration = Duration::from_secs(60);
/// At most this many waits are kept; older ones go first.
const LATENCIES_MAX: usize = 10_000;

/// Recent measurements.
#[derive(Debug, Default)]
pub(crate) struct Gauges {
    events: Mutex<VecDeque<(Instant, u64)>>,
    latencies: Mutex<VecDeque<(Instant, Duration)>>,
}

impl Gauges {
    /// Notes events that were stored.
    pub(crate) fn note_events(&self, count: u64) {
        let now = Instant::now();
        let mut events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        events.push_back((now, count));
        while events.front().is_some_and(|(at, _)| now.duration_since(*at) > RATE_SPAN) {
            events.pop_front();
        }
    }

    /// Notes how long a live batch waited.
    pub(crate) fn note_latency(&self, waited: Duration) {
        let now = Instant::now();
        let mut latencies = self.latencies.lock().unwrap_or_else(PoisonError::into_inner);
        latencies.push_back((now, waited));
        while latencies.len() > LATENCIES_MAX
            || latencies.front().is_some_and(|(at, _)| now.duration_since(*at) > LATENCY_SPAN)
        {
            latencies.pop_front();
        }
    }

    /// Events stored per second, over the last ten seconds.
    #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
    pub(crate) fn events_per_s(&self) -> f64 {
        let now = Instant::now();
        let events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        let recent = events.iter().filter(|(at, _)| now.duration_since(*at) <= RATE_SPAN);
        recent.map(|(_, count)| count).sum::<u64>() as f64 / RATE_SPAN.as_secs_f64()
    }

    /// The 99th percentile of the waits of the last minute; `None` when there were none.
    pub(crate) fn latency_p99(&self) -> Option<Duration> {
        let now = Instant::now();
        let latencies = self.latencies.lock().unwrap_or_else(PoisonError::into_inner);
        let recent = latencies.iter().filter(|(at, _)| now.duration_since(*at) <= LATENCY_SPAN);
        let mut waits: Vec<Duration> = recent.map(|(_, waited)| *waited).collect();
        waits.sort_unstable();
        waits.get(waits.len().saturating_sub(1) * 99 / 100).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_99th_percentile_is_near_the_top() {
        let gauges = Gauges::default();
        assert_eq!(gauges.latency_p99(), None);
        for ms in 1..=100 {
            gauges.note_latency(Duration::from_millis(ms));
        }
        assert_eq!(gauges.latency_p99(), Some(Duration::from_millis(99)));
    }

    #[test]
    fn the_rate_is_a_mean_over_its_span() {
        let gauges = Gauges::default();
        gauges.note_events(500);
        gauges.note_events(500);
        assert!((gauges.events_per_s() - 100.0).abs() < f64::EPSILON);
    }
}
