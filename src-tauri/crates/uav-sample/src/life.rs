//! A user's life with the shop in outline: from when they are known, and what they come with.
//!
//! When they come is in [`crate::presence`]; names and wishes are in [`crate::person`].

use crate::Shop;
use crate::dice::{Dice, Purpose};
use crate::places::{City, Country};
use crate::presence::{Presence, Role};

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
    /// The phone with the app, and the one of the other system that came after it.
    pub(crate) phones: [Option<Phone>; 2],
    /// The first visit by a second browser.
    pub(crate) second_browser_from: Option<u64>,
    pub(crate) store_shopper: bool,
    pub(crate) presence: Presence,
}

impl Life {
    /// Works out the life of a user.
    pub(crate) fn of(shop: &Shop, user: u64) -> Life {
        Life::with(user, Presence::of(shop, user))
    }

    /// Works out the rest of a life.
    pub(crate) fn with(user: u64, presence: Presence) -> Life {
        let Presence { key, role, country, city, visits, .. } = presence;
        let mut dice = Dice::new(key, Purpose::Life, 0);
        Life {
            user,
            key,
            role,
            country,
            city,
            visits,
            known_from: known_from(role, visits, &mut dice),
            phones: phones(role, visits, &mut dice),
            second_browser_from: (visits > 2 && dice.chance(300)).then(|| 1 + dice.below(visits - 1)),
            store_shopper: dice.chance(250),
            presence,
        }
    }

    /// When a visit begins, in milliseconds since 1970 UTC. Later visits begin later.
    pub(crate) fn visit_start_ms(&self, visit: u64) -> i64 {
        self.presence.visit_start_ms(visit)
    }

    /// The phone of a system.
    pub(crate) fn phone(&self, system: PhoneSystem) -> Option<&Phone> {
        self.phones.iter().flatten().find(|phone| phone.system == system)
    }
}

fn known_from(role: Role, visits: u64, dice: &mut Dice) -> Option<u64> {
    let draw = dice.below(1000);
    match role {
        Role::Customer | Role::CardHolder | Role::Tester => Some(0),
        Role::Newcomer if visits == 1 => (draw < 150).then_some(0),
        Role::Newcomer => (draw < 650).then(|| dice.below(visits.min(4))),
    }
}

fn phones(role: Role, visits: u64, dice: &mut Dice) -> [Option<Phone>; 2] {
    let (system, other) = if dice.chance(500) {
        (PhoneSystem::Ios, PhoneSystem::Android)
    } else {
        (PhoneSystem::Android, PhoneSystem::Ios)
    };
    let installed_before = matches!(role, Role::Customer | Role::Tester) && dice.chance(600);
    let from_visit = if installed_before || dice.chance(400) { 0 } else { 1 + dice.below(4) };
    if dice.chance(440) || from_visit >= visits || role == Role::CardHolder {
        return [None, None];
    }
    let first = Phone { system, from_visit, installed_before };
    let change = from_visit + 1 + dice.below(visits);
    let second = (dice.chance(220) && change < visits).then_some(Phone {
        system: other,
        from_visit: change,
        installed_before: false,
    });
    [Some(first), second]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_and_accounts_begin_within_the_life() {
        let shop = Shop { users: 5_000, days: 60, seed: 4, end_ms: 1_788_480_000_000 };
        let mut with_two_phones = 0;
        for user in 0..shop.users {
            let life = Life::of(&shop, user);
            assert!(life.known_from.is_none_or(|visit| visit < life.visits));
            assert!(life.second_browser_from.is_none_or(|visit| visit < life.visits));
            assert!(life.phones.iter().flatten().all(|phone| phone.from_visit < life.visits));
            if let [Some(first), Some(second)] = life.phones {
                assert!(first.from_visit < second.from_visit && first.system != second.system);
                with_two_phones += 1;
            }
        }
        assert!(with_two_phones > 20, "{with_two_phones} users of both systems");
    }
}
