//! All batches in the order of their receipt, however many users there are.
//!
//! The days are cut into slices so short that the batches of one slice are a modest number. For each slice every user's
//! life is worked out anew (it is a function of the seed) and asked for the visits that begin in it. What a slice's
//! visits send may arrive after its end, so those batches wait for their slice. The order does not depend on the cut.

use crate::life::Life;
use crate::presence::Presence;
use crate::scene::{Scratch, write_batch};
use crate::visit::{Stage, Visit};
use crate::{Sample, SampleInput, Shop};
use std::ops::Range;

/// About how many visits begin in one slice. With two batches a visit, a slice's list takes some ten megabytes.
const VISITS_PER_SLICE: u64 = 131_072;
/// Visits a user has in sixty days, as generously as the cut needs it.
const VISITS_PER_USER: u64 = 3;
const HOUR_MS: i64 = 3_600_000;

/// One batch to come. Ordered by receipt; the rest settles ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Due {
    received_ms: i64,
    user: u64,
    visit: u32,
    stage: Stage,
    again: bool,
}

/// What is known of a batch besides its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleHead {
    /// The input that it comes by.
    pub input: SampleInput,
    /// When it is received, in milliseconds since 1970.
    pub received_ms: i64,
    /// The number of its events.
    pub events: u64,
    /// The number of its user in the shop, from 0. Not part of the batch; for tests and for looking at one user.
    pub user: u64,
    /// The very same bytes were received before, as when a client does not hear the answer and sends again.
    pub is_repeat: bool,
}

/// The batches of a shop, in the order of their receipt.
///
/// An iterator for those who want each batch on its own; [`Batches::next_into`] writes into a lent buffer instead.
#[derive(Debug)]
pub struct Batches {
    shop: Shop,
    slice_ms: i64,
    /// Where the next slice begins.
    next_slice_ms: i64,
    /// The batches of this slice from last to first, so that the next one is popped.
    due: Vec<Due>,
    /// Batches of visits already begun that arrive after this slice.
    waiting: Vec<Due>,
    scratch: Scratch,
}

impl Batches {
    pub(crate) fn new(shop: Shop) -> Batches {
        let visits = shop.users.saturating_mul(VISITS_PER_USER).saturating_mul(u64::from(shop.days)) / 60;
        let hours = (shop.end_ms - shop.start_ms()) / HOUR_MS + 1;
        let slices = (visits / VISITS_PER_SLICE + 1).min(hours.unsigned_abs() * 60) as i64;
        Batches::sliced(shop, (hours * HOUR_MS / slices).max(1))
    }

    /// The batches worked out in slices of a given length; the length changes the work, never the result.
    fn sliced(shop: Shop, slice_ms: i64) -> Batches {
        let next_slice_ms = shop.start_ms();
        Batches { shop, slice_ms, next_slice_ms, due: Vec::new(), waiting: Vec::new(), scratch: Scratch::default() }
    }

    /// Writes the next batch to `out` in place of what was there: one JSON object, no line end. `None` at the end.
    pub fn next_into(&mut self, out: &mut String) -> Option<SampleHead> {
        while self.due.is_empty() {
            if self.next_slice_ms >= self.shop.end_ms {
                return None;
            }
            self.work_out_slice();
        }
        let due = self.due.pop()?;
        out.clear();
        let life = Life::of(&self.shop, due.user);
        let visit = Visit::of(&life, u64::from(due.visit));
        let delivery = visit.delivery(due.stage);
        let events = write_batch(&self.shop, &visit, due.stage, delivery, out, &mut self.scratch);
        let (received_ms, user) = (due.received_ms, due.user);
        Some(SampleHead { input: visit.input(), received_ms, events, user, is_repeat: due.again })
    }

    fn work_out_slice(&mut self) {
        let end_ms = (self.next_slice_ms + self.slice_ms).min(self.shop.end_ms);
        let slice = self.next_slice_ms..end_ms;
        for user in 0..self.shop.users {
            self.add_visits(user, &slice);
        }
        self.due.extend(self.waiting.extract_if(.., |due| due.received_ms < end_ms));
        self.due.sort_unstable_by(|one, other| other.cmp(one));
        self.next_slice_ms = end_ms;
    }

    fn add_visits(&mut self, user: u64, slice: &Range<i64>) {
        let presence = Presence::of(&self.shop, user);
        if presence.visits_within(slice).next().is_none() {
            return;
        }
        let life = Life::with(user, presence);
        for number in life.presence.visits_within(slice) {
            let visit = Visit::of(&life, number);
            for stage in visit.stages() {
                let delivery = visit.delivery(stage);
                self.add(delivery.received_ms, life.user, number, stage, false, slice.end);
                if let Some(again_ms) = delivery.again_ms {
                    self.add(again_ms, life.user, number, stage, true, slice.end);
                }
            }
        }
    }

    fn add(&mut self, received_ms: i64, user: u64, visit: u64, stage: Stage, again: bool, slice_end_ms: i64) {
        let due = Due { received_ms, user, visit: visit as u32, stage, again };
        if received_ms < slice_end_ms {
            self.due.push(due);
        } else if received_ms < self.shop.end_ms {
            self.waiting.push(due);
        }
    }
}

impl Iterator for Batches {
    type Item = Sample;

    fn next(&mut self) -> Option<Sample> {
        let mut json = String::with_capacity(2048);
        let head = self.next_into(&mut json)?;
        Some(Sample { input: head.input, received_ms: head.received_ms, json })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cut_does_not_change_the_result() {
        let shop = Shop { users: 300, days: 20, seed: 11, end_ms: 20_700 * 24 * HOUR_MS };
        let whole: Vec<Sample> = Batches::sliced(shop, 21 * 24 * HOUR_MS).collect();
        for slice_ms in [HOUR_MS, 7 * HOUR_MS + 13, 24 * HOUR_MS] {
            assert!(Batches::sliced(shop, slice_ms).eq(whole.iter().cloned()), "slices of {slice_ms} ms");
        }
    }
}
