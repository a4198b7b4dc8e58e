//! When a user comes: the part of a life that is asked for every user and every slice of time, and so is kept cheap.

use crate::Shop;
use crate::dice::{Dice, Purpose, mix};
use crate::places::{COUNTRIES, City, Country};
use crate::week;
use std::ops::Range;

/// One user in this many is a tester: a handful of devices that send a few per cent of all batches, as development.
const USERS_PER_TESTER: u64 = 400;
const TESTER_NUMBER: u64 = 7;
/// The number of visits in [`USUAL_DAYS`] doubles again and again at one in three: many come once, few very often.
const DOUBLINGS_MAX: u32 = 7;
const USUAL_DAYS: u64 = 60;
/// However many the days are, nobody comes more often.
pub(crate) const VISITS_MAX: u64 = 1_000;

/// What sort of user somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Comes for the first time while the shop is watched.
    Newcomer,
    /// Had an account long before.
    Customer,
    /// Buys in the store with a loyalty card and never comes online.
    CardHolder,
    /// One of the shop's own test devices.
    Tester,
}

/// Who comes from where, how often, and in which part of the days.
#[derive(Debug)]
pub(crate) struct Presence {
    /// Stands for this user in every draw.
    pub(crate) key: u64,
    pub(crate) role: Role,
    pub(crate) country: &'static Country,
    pub(crate) city: &'static City,
    /// How many visits there are, at least one.
    pub(crate) visits: u64,
    /// The span of all visits in positions of the week's rhythm, local time; at least 1 long.
    begin: i64,
    span: i64,
}

impl Presence {
    /// Works out when a user comes.
    pub(crate) fn of(shop: &Shop, user: u64) -> Presence {
        let key = mix(shop.seed, user);
        let mut dice = Dice::new(key, Purpose::Presence, 0);
        let role = role(user, &mut dice);
        let country = country(&mut dice);
        let city = &country.cities[dice.place(country.cities.len())];
        let visits = visits(role, u64::from(shop.days), &mut dice);
        let (begin, span) = span(shop, role, visits, city, &mut dice);
        Presence { key, role, country, city, visits, begin, span }
    }

    /// When a visit begins, in milliseconds since 1970 UTC. Later visits begin later: each has its own part of the span.
    pub(crate) fn visit_start_ms(&self, visit: u64) -> i64 {
        week::moment(self.position(visit)) - self.utc_offset_ms()
    }

    /// The visits that begin within a span of time, without a look at the others.
    pub(crate) fn visits_within(&self, span_ms: &Range<i64>) -> impl Iterator<Item = u64> + use<'_> {
        let positions =
            week::position(span_ms.start + self.utc_offset_ms())..week::position(span_ms.end + self.utc_offset_ms());
        let apart = positions.end <= self.begin || positions.start >= self.begin + self.span;
        let candidates = if apart { 0..0 } else { self.candidates(&positions) };
        candidates.filter(move |visit| positions.contains(&self.position(*visit)))
    }

    /// The visits whose parts of the span touch a range of positions. Parts are cut at whole positions, so a position
    /// may belong to the part after the one that the division names.
    fn candidates(&self, positions: &Range<i64>) -> Range<u64> {
        let part_at = |position: i64| {
            let into = (position - self.begin).clamp(0, self.span);
            (into * self.visits as i64 / self.span).unsigned_abs()
        };
        part_at(positions.start)..(part_at(positions.end) + 2).min(self.visits)
    }

    fn position(&self, visit: u64) -> i64 {
        let cut = |number: u64| self.begin + self.span * number.min(self.visits) as i64 / self.visits as i64;
        let (from, to) = (cut(visit), cut(visit + 1));
        Dice::new(self.key, Purpose::Moment, visit).between(from, (to - 1).max(from))
    }

    fn utc_offset_ms(&self) -> i64 {
        self.city.utc_offset_hours * 3_600_000
    }
}

fn role(user: u64, dice: &mut Dice) -> Role {
    let draw = dice.below(1000);
    match draw {
        _ if user % USERS_PER_TESTER == TESTER_NUMBER => Role::Tester,
        0..30 => Role::CardHolder,
        30..330 => Role::Customer,
        _ => Role::Newcomer,
    }
}

fn country(dice: &mut Dice) -> &'static Country {
    let mut left = dice.below(1000);
    for country in &COUNTRIES {
        if left < country.share {
            return country;
        }
        left -= country.share;
    }
    &COUNTRIES[0]
}

fn visits(role: Role, days: u64, dice: &mut Dice) -> u64 {
    let usual = if role == Role::Tester {
        20 + dice.below(40)
    } else {
        let mut doublings = 0;
        while doublings < DOUBLINGS_MAX && dice.below(3) == 0 {
            doublings += 1;
        }
        let floor = 1u64 << doublings;
        floor + dice.below(floor)
    };
    // The rest beyond the first visit grows and shrinks with the days; the fraction decides by chance.
    let scaled = (usual - 1) * days;
    let more = scaled / USUAL_DAYS + u64::from(dice.below(USUAL_DAYS) < scaled % USUAL_DAYS);
    (1 + more).min(VISITS_MAX)
}

fn span(shop: &Shop, role: Role, visits: u64, city: &City, dice: &mut Dice) -> (i64, i64) {
    let offset_ms = city.utc_offset_hours * 3_600_000;
    let begin = week::position(shop.start_ms() + offset_ms);
    let whole = (week::position(shop.end_ms + offset_ms) - begin).max(1);
    if visits == 1 {
        return (begin + dice.between(0, whole - 1), 1);
    }
    // Newcomers arrive at any time that leaves some for coming again.
    let arrival = if role == Role::Newcomer { dice.between(0, whole * 7 / 10) } else { 0 };
    // One in four has gone for good.
    let stays = if dice.chance(250) { dice.between(300, 900) } else { 1000 };
    (begin + arrival, ((whole - arrival) / 1000 * stays).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_MS: i64 = 86_400_000;

    fn shop() -> Shop {
        Shop { users: 20_000, days: 60, seed: 4, end_ms: 20_700 * DAY_MS }
    }

    #[test]
    fn visits_come_in_order_and_within_the_days() {
        let shop = shop();
        for user in 0..2_000 {
            let presence = Presence::of(&shop, user);
            let mut last = shop.start_ms();
            for visit in 0..presence.visits {
                let start = presence.visit_start_ms(visit);
                assert!(start >= last && start < shop.end_ms, "user {user} visit {visit}");
                last = start;
            }
        }
    }

    #[test]
    fn slices_find_every_visit_once() {
        let shop = shop();
        for user in 0..1_000 {
            let presence = Presence::of(&shop, user);
            let slice_ms = 7 * 3_600_000 + 1;
            let mut found = Vec::new();
            let mut from = shop.start_ms();
            while from < shop.end_ms {
                let to = (from + slice_ms).min(shop.end_ms);
                for visit in presence.visits_within(&(from..to)) {
                    assert!((from..to).contains(&presence.visit_start_ms(visit)));
                    found.push(visit);
                }
                from = to;
            }
            assert_eq!(found, (0..presence.visits).collect::<Vec<_>>(), "user {user}");
        }
    }

    #[test]
    fn most_come_once_and_few_very_often() {
        let shop = shop();
        let visits: Vec<u64> = (0..shop.users).map(|user| Presence::of(&shop, user).visits).collect();
        let share = |wanted: fn(&&u64) -> bool| visits.iter().filter(wanted).count() * 1000 / visits.len();
        assert!((600..720).contains(&share(|visits| **visits == 1)));
        assert!((1..30).contains(&share(|visits| **visits > 40)));
        let mean = visits.iter().sum::<u64>() as f64 / visits.len() as f64;
        assert!((2.0..3.0).contains(&mean), "{mean} visits a user");
    }

    #[test]
    fn no_days_and_one_day_are_shops_too() {
        for days in [0, 1] {
            let shop = Shop { days, ..shop() };
            assert!((0..500).all(|user| Presence::of(&shop, user).visits >= 1));
        }
    }
}
