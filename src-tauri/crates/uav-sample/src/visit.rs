//! One visit: by which way, how far it goes, and when its batches leave and arrive.

use crate::SampleInput;
use crate::Shop;
use crate::dice::{Dice, Purpose, mix};
use crate::life::{Life, Phone, PhoneSystem};
use crate::presence::Role;

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;

/// The way of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    FirstBrowser,
    SecondBrowser,
    App(PhoneSystem),
    /// The tills of the stores, sent by a feed.
    Store,
    /// The nightly run of the customer database, sent by a feed.
    Crm,
}

/// A part of a visit. Each part is sent as one batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    Arrive,
    Look,
    Basket,
    Order,
}

impl Stage {
    /// All parts, in order.
    pub(crate) const ALL: [Stage; 4] = [Stage::Arrive, Stage::Look, Stage::Basket, Stage::Order];
}

/// How a visit's last part ends if it is [`Stage::Order`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Leaves,
    AbandonsCheckout,
    Buys,
}

/// One visit of one user.
#[derive(Debug)]
pub(crate) struct Visit<'a> {
    pub(crate) life: &'a Life,
    /// The number of the visit in the life, from 0.
    pub(crate) number: u64,
    /// Stands for this visit in every draw.
    pub(crate) key: u64,
    pub(crate) way: Way,
    pub(crate) start_ms: i64,
    pub(crate) last_stage: Stage,
    pub(crate) ending: Ending,
    /// The time from one part to the next.
    stage_ms: i64,
}

/// When a batch was sent by the clock of the sender, and when it arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Delivery {
    /// The first moment of the events in the batch.
    pub(crate) from_ms: i64,
    pub(crate) sent_ms: i64,
    pub(crate) received_ms: i64,
    /// When the same bytes arrive once more, if they do.
    pub(crate) again_ms: Option<i64>,
    /// How far the sender's clock is ahead; nearly always 0. Not yet added to the other times.
    pub(crate) ahead_ms: i64,
}

impl<'a> Visit<'a> {
    /// Works out a visit.
    pub(crate) fn of(life: &'a Life, number: u64) -> Visit<'a> {
        let key = mix(life.key, number);
        let mut dice = Dice::new(key, Purpose::Visit, 0);
        let way = way(life, number, &mut dice);
        let known = life.known_from.is_some_and(|known| known <= number);
        let (last_stage, ending) = outcome(known, &mut dice);
        let stage_ms = dice.between(50_000, 4 * MINUTE_MS);
        let start_ms = life.visit_start_ms(number);
        let mut visit = Visit { life, number, key, way, start_ms, last_stage, ending, stage_ms };
        if visit.is_feed() {
            visit.last_stage = Stage::Arrive;
        } else if visit.signs_in_at(Stage::Look) {
            visit.last_stage = visit.last_stage.max(Stage::Look);
        }
        visit
    }

    /// The parts of this visit.
    pub(crate) fn stages(&self) -> impl Iterator<Item = Stage> + use<> {
        let last = self.last_stage;
        Stage::ALL.into_iter().take_while(move |stage| *stage <= last)
    }

    /// Whether a feed tells of this visit instead of the user's own device.
    pub(crate) fn is_feed(&self) -> bool {
        matches!(self.way, Way::Store | Way::Crm)
    }

    /// Whether the visit is made with the app.
    pub(crate) fn is_app(&self) -> bool {
        matches!(self.way, Way::App(_))
    }

    /// Whether the visit is made with a browser.
    pub(crate) fn is_browser(&self) -> bool {
        matches!(self.way, Way::FirstBrowser | Way::SecondBrowser)
    }

    /// The input that the visit's batches come by.
    pub(crate) fn input(&self) -> SampleInput {
        match self.way {
            Way::FirstBrowser | Way::SecondBrowser => SampleInput::Web,
            Way::App(PhoneSystem::Ios) => SampleInput::Ios,
            Way::App(PhoneSystem::Android) => SampleInput::Android,
            Way::Store => SampleInput::StoreFeed,
            Way::Crm => SampleInput::CrmFeed,
        }
    }

    /// Whether the app runs for the first time on this phone.
    pub(crate) fn is_first_run(&self) -> bool {
        self.phone().is_some_and(|phone| phone.from_visit == self.number && !phone.installed_before)
    }

    /// The phone the visit is made with.
    pub(crate) fn phone(&self) -> Option<&Phone> {
        match self.way {
            Way::App(system) => self.life.phone(system),
            _ => None,
        }
    }

    /// Whether a part's batch carries the user's identities.
    pub(crate) fn is_signed_in(&self, stage: Stage) -> bool {
        let Some(known) = self.life.known_from else { return false };
        if self.is_feed() {
            return true;
        }
        let remembered = self.life.role == Role::Customer && !self.is_first_run() && self.way != Way::SecondBrowser;
        match self.number.cmp(&known.max(self.device_from())) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => remembered || stage >= Stage::Look,
            std::cmp::Ordering::Greater => true,
        }
    }

    /// Whether the user signs in during this part: an anonymous device becomes a known person's.
    pub(crate) fn signs_in_at(&self, stage: Stage) -> bool {
        stage == Stage::Look && self.is_signed_in(Stage::Look) && !self.is_signed_in(Stage::Arrive)
    }

    /// Whether this is the last visit of the life.
    pub(crate) fn is_last(&self) -> bool {
        self.number + 1 == self.life.visits
    }

    /// When a part's batch leaves and arrives.
    pub(crate) fn delivery(&self, stage: Stage) -> Delivery {
        let mut dice = Dice::new(self.key, Purpose::Delivery, stage as u64);
        let from_ms = if self.way == Way::Crm {
            next_night_ms(self.start_ms) + dice.between(0, 40 * MINUTE_MS)
        } else {
            self.start_ms + stage as i64 * self.stage_ms
        };
        let sent_ms = from_ms + self.stage_ms - 3_000;
        let late_ms = if dice.chance(11) && !self.is_feed() { dice.between(HOUR_MS, 3 * DAY_MS) } else { 0 };
        let received_ms = sent_ms + dice.between(120, 2_600) + late_ms;
        let again_ms = dice.chance(5).then(|| received_ms + dice.between(400, 5 * MINUTE_MS));
        let ahead = dice.below(2000) == 0 && !self.is_feed();
        let ahead_ms = if ahead { dice.between(HOUR_MS, 30 * HOUR_MS) } else { 0 };
        Delivery { from_ms, sent_ms, received_ms, again_ms, ahead_ms }
    }

    fn device_from(&self) -> u64 {
        match self.way {
            Way::FirstBrowser | Way::Store | Way::Crm => 0,
            Way::SecondBrowser => self.life.second_browser_from.unwrap_or(0),
            Way::App(_) => self.phone().map_or(0, |phone| phone.from_visit),
        }
    }
}

/// The shop's clock for an app's releases: a new version every twelve days.
pub(crate) fn app_release(shop: &Shop, at_ms: i64) -> i64 {
    (at_ms - shop.start_ms()).div_euclid(12 * DAY_MS).clamp(0, 99)
}

fn next_night_ms(at_ms: i64) -> i64 {
    (at_ms.div_euclid(DAY_MS) + 1) * DAY_MS + 3 * HOUR_MS
}

fn way(life: &Life, number: u64, dice: &mut Dice) -> Way {
    let draw = dice.below(100);
    if life.role == Role::CardHolder {
        return Way::Store;
    }
    // The newest phone that is there by now.
    let by_app = life.phones.iter().rev().flatten().find(|phone| phone.from_visit <= number);
    if let Some(phone) = by_app.filter(|phone| phone.from_visit == number) {
        return Way::App(phone.system);
    }
    if life.second_browser_from == Some(number) {
        return Way::SecondBrowser;
    }
    let known_before = life.known_from.is_some_and(|known| known < number || life.role == Role::Customer);
    match draw {
        0..10 if known_before => Way::Crm,
        10..22 if known_before && life.store_shopper => Way::Store,
        22..68 => by_app.map_or(Way::FirstBrowser, |phone| Way::App(phone.system)),
        68..76 if life.second_browser_from.is_some_and(|from| from < number) => Way::SecondBrowser,
        _ => Way::FirstBrowser,
    }
}

/// How far a visit goes. People who are known buy more often.
fn outcome(known: bool, dice: &mut Dice) -> (Stage, Ending) {
    match dice.below(100) + if known { 8 } else { 0 } {
        0..40 => (Stage::Arrive, Ending::Leaves),
        40..70 => (Stage::Look, Ending::Leaves),
        70..86 => (Stage::Basket, Ending::Leaves),
        86..91 => (Stage::Order, Ending::AbandonsCheckout),
        _ => (Stage::Order, Ending::Buys),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shop() -> Shop {
        Shop { users: 5_000, days: 60, seed: 4, end_ms: 20_700 * DAY_MS }
    }

    #[test]
    fn batches_of_a_visit_leave_one_after_the_other_and_arrive_after_they_left() {
        let shop = shop();
        for user in 0..2_000 {
            let life = Life::of(&shop, user);
            for number in 0..life.visits {
                let visit = Visit::of(&life, number);
                let mut last_ms = visit.start_ms;
                for delivery in visit.stages().map(|stage| visit.delivery(stage)) {
                    assert!(delivery.from_ms >= last_ms && delivery.from_ms < delivery.sent_ms);
                    assert!(delivery.received_ms > delivery.sent_ms);
                    assert!(delivery.again_ms.is_none_or(|again| again > delivery.received_ms));
                    last_ms = delivery.sent_ms;
                }
            }
        }
    }

    #[test]
    fn nobody_is_known_before_their_time_and_everybody_after() {
        let shop = shop();
        for user in 0..2_000 {
            let life = Life::of(&shop, user);
            for number in 0..life.visits {
                let visit = Visit::of(&life, number);
                match life.known_from {
                    Some(known) if known < number || life.role == Role::Customer => {
                        assert!(visit.is_signed_in(Stage::Look), "user {user} visit {number}");
                    }
                    Some(known) if known == number => assert!(visit.is_signed_in(visit.last_stage)),
                    _ => assert!(!visit.is_signed_in(visit.last_stage), "user {user} visit {number}"),
                }
            }
        }
    }
}
