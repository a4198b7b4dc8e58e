//! What people agreed to, as the shop's clients tell it: when it is asked, when it changes, and not in between.

use crate::dice::{Dice, Purpose};
use crate::scene::Scene;
use crate::visit::Stage;

const DOCUMENT: &str = "privacy-notice-7";

/// The purposes the shop asks for, each with how many of a thousand people agree.
const ON_ARRIVAL: [(&str, u64); 2] = [("analytics", 740), ("personalisation", 560)];
const MARKETING: (&str, u64) = ("marketing_email", 610);
const LOCATION: (&str, u64) = ("location", 330);
/// How many of a thousand take the consent to marketing back, in their last visit.
const WITHDRAWALS: u64 = 60;

impl Scene<'_> {
    /// Writes `consent_state`, if this batch is one that carries it.
    pub(crate) fn write_consent(&mut self) {
        let first_visit = self.visit.number == 0 && self.stage == Stage::Arrive;
        let first_run = self.visit.is_first_run() && self.stage == Stage::Arrive;
        let signs_in = self.visit.signs_in_at(self.stage);
        let withdraws = self.withdraws();
        let at_ms = self.begin_ms();
        if !(first_visit || first_run || signs_in || withdraws) {
            if !self.visit.is_app() {
                self.json.null("consent_state");
            }
            return;
        }
        self.json.open_object("consent_state");
        if self.visit.life.country.gdpr() {
            self.json.open_object("gdpr");
            if first_visit {
                ON_ARRIVAL.iter().for_each(|purpose| self.write_purpose(*purpose, at_ms, None));
            }
            if first_run {
                self.write_purpose(LOCATION, at_ms, None);
            }
            if signs_in || withdraws {
                self.write_purpose(MARKETING, at_ms, withdraws.then_some(false));
            }
            self.json.close();
        } else {
            let mut dice = Dice::new(self.visit.life.key, Purpose::Consent, 0);
            self.json.open_object("ccpa");
            self.json.open_object("data_sale_opt_out");
            self.json.boolean("consented", dice.chance(230));
            self.json.number("timestamp_unixtime_ms", at_ms);
            self.json.close();
            self.json.close();
        }
        self.json.close();
    }

    /// The consent to marketing, as the customer database has it.
    pub(crate) fn write_marketing_consent(&mut self) {
        if self.visit.life.country.gdpr() {
            let at_ms = self.begin_ms();
            self.json.open_object("consent_state");
            self.json.open_object("gdpr");
            self.write_purpose(MARKETING, at_ms, None);
            self.json.close();
            self.json.close();
        }
    }

    fn withdraws(&self) -> bool {
        let mut dice = Dice::new(self.visit.life.key, Purpose::Consent, 1);
        let last_batch = self.visit.is_last() && self.stage == self.visit.last_stage;
        last_batch && self.visit.number > 0 && self.visit.is_signed_in(self.stage) && dice.chance(WITHDRAWALS)
    }

    fn write_purpose(&mut self, (purpose, share): (&str, u64), at_ms: i64, answer: Option<bool>) {
        let number = purpose.len() as u64 + 100;
        let consented = answer.unwrap_or(Dice::new(self.visit.life.key, Purpose::Consent, number).chance(share));
        self.json.open_object(purpose);
        self.json.boolean("consented", consented);
        self.json.number("timestamp_unixtime_ms", at_ms);
        if purpose == MARKETING.0 {
            self.json.text("document", DOCUMENT);
            self.json.text("location", self.visit.life.city.name);
        }
        self.json.close();
    }
}
