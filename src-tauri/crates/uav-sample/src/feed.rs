//! What the feeds tell: the tills of the stores, and the nightly run of the customer database.

use crate::commerce::{ONLINE_ORDER, STORE_ORDER, order_number};
use crate::order::Basket;
use crate::scene::Scene;
use crate::visit::{Ending, Stage, Visit, Way};

const REASONS: [&str; 4] = ["size", "colour", "arrived late", "changed mind"];

impl Scene<'_> {
    /// Writes everything of a feed's batch after its frame.
    pub(crate) fn write_feed(&mut self) {
        if self.visit.way == Way::Store {
            self.till();
        } else {
            self.nightly_run();
        }
    }

    fn till(&mut self) {
        self.person.write_card(&mut self.json);
        self.json.open_list("events");
        self.begin_custom("Store visit", "location");
        self.json.text("store", self.visit.life.city.name);
        self.json.number("till", 1 + self.visit.number as i64 % 4);
        self.end_custom();
        let number = order_number(self.visit.life.user, self.visit.number);
        let basket = self.basket();
        self.order("purchase", STORE_ORDER, number, &basket);
        if self.dice.chance(40) {
            self.refund_requested(STORE_ORDER, number, &basket);
        }
        self.json.close_list();
    }

    fn nightly_run(&mut self) {
        let visit = self.visit;
        self.person.write_record(&mut self.json, visit.number, self.text);
        self.json.open_object("user_attributes");
        self.person.write_attributes(&mut self.json, visit.life, visit.number);
        if self.dice.chance(120) {
            let month = 1 + self.dice.below(9);
            self.json.numbered("card_expiry", "2027-0", month);
        }
        self.json.close();
        if self.dice.chance(60) {
            self.json.open_list("deleted_user_attributes");
            self.json.element("favourite_trail");
            self.json.close_list();
        }
        if self.dice.chance(150) {
            self.write_marketing_consent();
        }
        self.json.open_list("events");
        self.mail_campaign();
        self.refund_of_last_order();
        self.json.close_list();
    }

    fn mail_campaign(&mut self) {
        if !self.person.newsletter {
            return;
        }
        for (name, chance) in [("Newsletter sent", 700), ("Newsletter opened", 420), ("Newsletter clicked", 110)] {
            if !self.dice.chance(chance) {
                return;
            }
            self.begin_custom(name, "other");
            self.json.numbered("issue", "week-", 1 + self.visit.number % 52);
            self.end_custom();
        }
    }

    /// The visit before was an order, and its goods come back.
    fn refund_of_last_order(&mut self) {
        let Some(number) = self.visit.number.checked_sub(1) else { return };
        let before = Visit::of(self.visit.life, number);
        let ordered = before.last_stage == Stage::Order && before.ending == Ending::Buys && !before.is_feed();
        if ordered && self.dice.chance(450) {
            let basket = Basket::of(before.key, self.visit.life.country, false);
            self.refund_requested(ONLINE_ORDER, order_number(self.visit.life.user, number), &basket);
        }
    }

    fn refund_requested(&mut self, beginning: &str, number: u64, basket: &Basket) {
        let reason = self.dice.pick(&REASONS);
        self.begin_custom("Refund requested", "transaction");
        self.json.numbered("order", beginning, number);
        self.json.text("reason", reason);
        self.end_custom();
        self.order("refund", beginning, number, basket);
    }
}
