//! Identity requests that are sent twice get the same answer twice (idsync.md 3.1).

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::identity::IdentityOutcome;

/// For how long an answer is kept, ms.
const KEPT_MS: i64 = 24 * 60 * 60 * 1_000;
/// How many answers are kept: some 20 MB. Beyond that the oldest are forgotten early.
const KEPT_MAX: usize = 100_000;

/// The answers of the last day, in memory: after a restart a repetition is resolved anew, which gives the same profile
/// but for a sign-out.
#[derive(Default)]
pub(crate) struct Repeats {
    answers: FxHashMap<[u8; 16], IdentityOutcome>,
    order: VecDeque<(i64, [u8; 16])>,
}

impl Repeats {
    /// The answer that this request had.
    pub(crate) fn answer(&self, request: &[u8; 16]) -> Option<&IdentityOutcome> {
        self.answers.get(request)
    }

    /// Keeps an answer and forgets those that are too old.
    pub(crate) fn keep(&mut self, request: [u8; 16], answer: IdentityOutcome, now_ms: i64) {
        while let Some((kept_ms, oldest)) = self.order.front().copied()
            && (now_ms - kept_ms > KEPT_MS || self.order.len() >= KEPT_MAX)
        {
            self.order.pop_front();
            self.answers.remove(&oldest);
        }
        if self.answers.insert(request, answer).is_none() {
            self.order.push_back((now_ms, request));
        }
    }
}

#[cfg(test)]
mod tests {
    use uav_core::identity::ResolveError;

    use super::*;

    #[test]
    fn an_answer_is_kept_for_a_day() {
        let mut repeats = Repeats::default();
        let answer = IdentityOutcome::Resolved(Err(ResolveError::NotFound));
        let key = |number: u8| [number; 16];
        repeats.keep(key(1), answer.clone(), 0);
        repeats.keep(key(2), answer.clone(), KEPT_MS);
        assert_eq!(repeats.answer(&key(1)), Some(&answer));
        repeats.keep(key(3), answer.clone(), KEPT_MS + 1);
        assert_eq!(repeats.answer(&key(1)), None);
        assert_eq!(repeats.answer(&key(2)), Some(&answer));
    }

    #[test]
    fn there_are_never_more_than_so_many() {
        let mut repeats = Repeats::default();
        for number in 0..KEPT_MAX as u128 + 5 {
            repeats.keep(number.to_le_bytes(), IdentityOutcome::Modified(Ok(Vec::new())), 0);
        }
        assert_eq!(repeats.answers.len(), KEPT_MAX);
        assert_eq!(repeats.answer(&4u128.to_le_bytes()), None);
        assert!(repeats.answer(&5u128.to_le_bytes()).is_some());
    }
}
