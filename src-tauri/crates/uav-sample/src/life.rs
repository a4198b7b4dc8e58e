//! A user's life with the shop in outline: how often they come, from when they are known, what they come with.
//!
//! This is the cheap half of a user, worked out anew for every slice of time and every user, so it holds numbers only.
//! Names and wishes are in [`crate::person`].

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

/// The app's operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhoneSystem {
    Ios,
    Android,
}

/// Somebody's phone with the app.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phone {
    pub(crate) system: PhoneSystem,
    /// The first visit by the app.
    pub(crate) from_visit: u64,
    /// The app was there before the shop was watched, so that visit is not its first run.
    pub(crate) installed_before: bool,
}

/// A life in outline.
#[derive(Debug)]
pub(crate) struct Life {
    /// The number of the user in the shop, from 0.
    pub(crate) user: u64,
    /// Stands for this user in every draw.
    pub(crate) key: u64,
    pub(crate) role: Role,
    pub(crate) country: &'static Country,
    pub(crate) city: &'static City,
    /// How many visits there are, at least one.
    pub(crate) visits: u64,
    /// The visit in which the user makes themselves known, if ever.
    pub(crate) known_from: Option<u64>,
    pub(crate) phone: Option<Phone>,
    /// The first visit by a second browser.
    pub(crate) second_browser_from: Option<u64>,
    pub(crate) store_shopper: bool,
    /// The span of this life in positions of the week's rhythm, local time.
    begin: i64,
    span: i64,
}

impl Life {
    /// Works out the life of a user.
    pub(crate) fn of(shop: &Shop, user: u64) -> Life {
        let key = mix(shop.seed, user);
        let mut dice = Dice::new(key, Purpose::Life, 0);
        let role = role(user, &mut dice);
        let country = country(&mut dice);
        let city = &country.cities[dice.place(country.cities.len())];
        let visits = visits(role, u64::from(shop.days), &mut dice);
        let known_from = known_from(role, visits, &mut dice);
        let phone = phone(role, visits, &mut dice);
        let second_browser_from = (visits > 2 && dice.chance(300)).then(|| 1 + dice.below(visits - 1));
        let store_shopper = role == Role::CardHolder || dice.chance(250);
        let (begin, span) = span(shop, role, visits, city, &mut dice);
        Life {
            user,
            key,
            role,
            country,
            city,
            visits,
            known_from,
            phone,
            second_browser_from,
            store_shopper,
            begin,
            span,
        }
    }

    /// When a visit begins, in milliseconds since 1970 UTC. Later visits begin later: each has its own part of the span.
    pub(crate) fn visit_start_ms(&self, visit: u64) -> i64 {
        let part = |number: u64| self.begin + self.span * number.min(self.visits) as i64 / self.visits as i64;
        let (from, to) = (part(visit), part(visit + 1));
        let moment = Dice::new(self.key, Purpose::Moment, visit).between(from, (to - 1).max(from));
        week::moment(moment) - self.utc_offset_ms()
    }

    /// The visits that begin within a span of time, without a look at the others.
    pub(crate) fn visits_within(&self, span_ms: &Range<i64>) -> impl Iterator<Item = u64> + use<'_> {
        let part_at = |ms: i64| {
            let into = (week::position(ms + self.utc_offset_ms()) - self.begin).clamp(0, self.span);
            (into * self.visits as i64 / self.span.max(1)) as u64
        };
        let span = span_ms.clone();
        let (first, last) = (part_at(span.start).saturating_sub(1), part_at(span.end) + 1);
        (first..self.visits.min(last + 1)).filter(move |visit| span.contains(&self.visit_start_ms(*visit)))
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
    1 + scaled / USUAL_DAYS + u64::from(dice.below(USUAL_DAYS) < scaled % USUAL_DAYS)
}

fn known_from(role: Role, visits: u64, dice: &mut Dice) -> Option<u64> {
    let draw = dice.below(1000);
    match role {
        Role::Customer | Role::CardHolder | Role::Tester => Some(0),
        Role::Newcomer if visits == 1 => (draw < 150).then_some(0),
        Role::Newcomer => (draw < 650).then(|| dice.below(visits.min(4))),
    }
}

fn phone(role: Role, visits: u64, dice: &mut Dice) -> Option<Phone> {
    let draw = dice.below(1000);
    let system = if dice.chance(500) { PhoneSystem::Ios } else { PhoneSystem::Android };
    let installed_before = matches!(role, Role::Customer | Role::Tester) && dice.chance(600);
    let from_visit = if installed_before || dice.chance(400) { 0 } else { 1 + dice.below(4) };
    let has_one = draw < 560 && from_visit < visits && role != Role::CardHolder;
    has_one.then_some(Phone { system, from_visit, installed_before })
}

fn span(shop: &Shop, role: Role, visits: u64, city: &City, dice: &mut Dice) -> (i64, i64) {
    let offset_ms = city.utc_offset_hours * 3_600_000;
    let begin = week::position(shop.start_ms() + offset_ms);
    let whole = week::position(shop.end_ms + offset_ms) - begin;
    // Newcomers arrive at any time; those who will come again need some time left for it.
    let arrival = match role {
        Role::Newcomer if visits == 1 => dice.between(0, (whole - 1).max(0)),
        Role::Newcomer => dice.between(0, whole * 7 / 10),
        Role::Customer | Role::CardHolder | Role::Tester => 0,
    };
    // One in four of those who came more than once has gone for good.
    let stays = if visits > 1 && dice.chance(250) { dice.between(300, 900) } else { 1000 };
    (begin + arrival, (whole - arrival) / 1000 * stays)
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
            let life = Life::of(&shop, user);
            let mut last = shop.start_ms();
            for visit in 0..life.visits {
                let start = life.visit_start_ms(visit);
                assert!(start >= last && start < shop.end_ms, "user {user} visit {visit}");
                last = start;
            }
        }
    }

    #[test]
    fn slices_find_every_visit_once() {
        let shop = shop();
        for user in 0..500 {
            let life = Life::of(&shop, user);
            let slice_ms = 7 * 3_600_000 + 1;
            let mut found = Vec::new();
            let mut from = shop.start_ms();
            while from < shop.end_ms {
                let to = (from + slice_ms).min(shop.end_ms);
                found.extend(life.visits_within(&(from..to)));
                from = to;
            }
            assert_eq!(found, (0..life.visits).collect::<Vec<_>>(), "user {user}");
        }
    }

    #[test]
    fn most_come_once_and_few_very_often() {
        let shop = shop();
        let visits: Vec<u64> = (0..shop.users).map(|user| Life::of(&shop, user).visits).collect();
        let share = |wanted: fn(&&u64) -> bool| visits.iter().filter(wanted).count() * 1000 / visits.len();
        assert!((600..720).contains(&share(|visits| **visits == 1)));
        assert!((1..30).contains(&share(|visits| **visits > 40)));
        let mean = visits.iter().sum::<u64>() as f64 / visits.len() as f64;
        assert!((2.0..3.0).contains(&mean), "{mean} visits a user");
    }
}
