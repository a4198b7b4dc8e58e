//! Chance without state: every draw is a pure function of the seed and of what it is drawn for, so any part of the shop
//! can be worked out again, alone, at any moment, and is the same on every machine (integers only).

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// What a stream of draws is for. Two purposes never share a stream, so a draw added for one leaves the others alone.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Purpose {
    Presence = 1,
    Life,
    Person,
    Visit,
    Moment,
    Delivery,
    Stage,
    Basket,
    Device,
    Request,
    Consent,
}

/// Mixes two numbers into one that shows no trace of either.
pub(crate) fn mix(a: u64, b: u64) -> u64 {
    scramble(a.wrapping_add(GOLDEN) ^ b.wrapping_mul(0xD6E8_FEB8_6659_FD93))
}

/// The finaliser of SplitMix64.
fn scramble(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A stream of draws (SplitMix64).
#[derive(Debug, Clone)]
pub(crate) struct Dice {
    state: u64,
}

impl Dice {
    /// The stream for `purpose` of the thing that `key` stands for.
    pub(crate) fn new(key: u64, purpose: Purpose, number: u64) -> Dice {
        Dice { state: mix(mix(key, purpose as u64), number) }
    }

    /// 64 fresh bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN);
        scramble(self.state)
    }

    /// 128 fresh bits, for a UUID.
    pub(crate) fn wide_bits(&mut self) -> u128 {
        (u128::from(self.bits()) << 64) | u128::from(self.bits())
    }

    /// A number from 0 to `bound - 1`; 0 when `bound` is 0.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.bits()) * u128::from(bound)) >> 64) as u64
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).unsigned_abs()) as i64
    }

    /// True `per_mille` times in a thousand.
    pub(crate) fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// One of a table's entries, each as likely as the next. The shop's tables are constants and none is empty.
    pub(crate) fn pick<T: Copy>(&mut self, table: &[T]) -> T {
        table[self.place(table.len())]
    }

    /// One of a table's entries, the early ones likelier (twice as likely as in the middle for the first).
    pub(crate) fn pick_early<T: Copy>(&mut self, table: &[T]) -> T {
        table[self.early_place(table.len())]
    }

    /// A place in a table.
    pub(crate) fn place(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// A place in a table, the early ones likelier.
    pub(crate) fn early_place(&mut self, length: usize) -> usize {
        self.place(length).min(self.place(length))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_repeatable_and_its_purpose_matters() {
        let draw = |purpose, number| Dice::new(7, purpose, number).bits();
        assert_eq!(draw(Purpose::Life, 1), draw(Purpose::Life, 1));
        assert_ne!(draw(Purpose::Life, 1), draw(Purpose::Person, 1));
        assert_ne!(draw(Purpose::Life, 1), draw(Purpose::Life, 2));
    }

    #[test]
    fn draws_stay_within_bounds_and_reach_them() {
        let mut dice = Dice::new(1, Purpose::Life, 1);
        let seen: std::collections::BTreeSet<i64> = (0..200).map(|_| dice.between(-2, 2)).collect();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [-2, -1, 0, 1, 2]);
        assert_eq!(dice.below(0), 0);
    }

    #[test]
    fn chance_is_fair() {
        let mut dice = Dice::new(2, Purpose::Life, 1);
        let hits = (0..100_000).filter(|_| dice.chance(250)).count();
        assert!((24_000..26_000).contains(&hits), "{hits} of 100,000 at one in four");
    }
}
