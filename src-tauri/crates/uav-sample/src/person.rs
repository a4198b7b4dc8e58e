//! Who a user is: names, identities, consents, attributes. A function of the seed, the user, and (for what changes) of
//! the number of the visit.

use crate::dice::{Dice, Purpose};
use crate::json::{Json, push_number};
use crate::life::Life;
use crate::names::{Culture, Names, push_mail_form};
use crate::presence::Role;

/// Multiplies a user's number when a name is chosen, so that neighbours have unrelated names. A prime beyond the number
/// of names in any tradition: different users then get different names until all are used up, and a number after that.
const NAME_STEP: u64 = 7_919;
const LOYALTY_TIERS: [&str; 4] = ["bronze", "silver", "gold", "platinum"];
const TOPICS: [&str; 8] = ["trail", "winter", "sale", "running", "camping", "family", "climbing", "repair"];

/// A user's own facts.
#[derive(Debug)]
pub(crate) struct Person {
    user: u64,
    role: Role,
    names: &'static Names,
    pub(crate) first_name: &'static str,
    pub(crate) last_name: &'static str,
    /// How many users before had this very name.
    namesakes: u64,
    pub(crate) age: i64,
    pub(crate) shoe_size: i64,
    /// False for those who only gave an e-mail address for the newsletter.
    has_account: bool,
    has_phone_number: bool,
    pub(crate) newsletter: bool,
    topics: u64,
    points_at_first: i64,
    vip_score: Option<i64>,
    trail_club: bool,
    /// The visit from which a new e-mail address is used.
    new_mail_from: Option<u64>,
    country_dial: &'static str,
}

impl Person {
    /// Works out a person.
    pub(crate) fn of(life: &Life) -> Person {
        let mut dice = Dice::new(life.key, Purpose::Person, 0);
        let culture: Culture = dice.pick(life.country.cultures);
        let names = culture.names();
        let (first_count, last_count) = (names.first.len() as u64, names.last.len() as u64);
        let pair = (life.user % (first_count * last_count)).wrapping_mul(NAME_STEP) % (first_count * last_count);
        let newsletter = dice.chance(550);
        let has_account = life.role != Role::Newcomer || dice.chance(860);
        Person {
            user: life.user,
            role: life.role,
            names,
            first_name: names.first[(pair / last_count) as usize],
            last_name: names.last[(pair % last_count) as usize],
            namesakes: life.user / (first_count * last_count),
            age: 18 + dice.below(30) as i64 + dice.below(30) as i64,
            shoe_size: 36 + dice.below(6) as i64 + dice.below(6) as i64,
            has_account,
            has_phone_number: dice.chance(450),
            newsletter: newsletter || !has_account,
            topics: dice.below(1 << TOPICS.len()) | 1,
            points_at_first: if life.role == Role::Newcomer { 0 } else { dice.between(0, 2_400) },
            vip_score: dice.chance(55).then(|| dice.between(12, 97)),
            trail_club: dice.chance(120),
            new_mail_from: (has_account && life.visits > 3 && life.role != Role::Tester && dice.chance(60))
                .then(|| 1 + dice.below(life.visits - 1)),
            country_dial: life.country.dial,
        }
    }

    /// Points of the loyalty card at a visit; they only grow.
    pub(crate) fn points(&self, visit: u64) -> i64 {
        self.points_at_first + 55 * visit as i64
    }

    /// The tier of the loyalty card at a visit.
    pub(crate) fn tier(&self, visit: u64) -> &'static str {
        match self.points(visit) {
            ..500 => LOYALTY_TIERS[0],
            500..1500 => LOYALTY_TIERS[1],
            1500..3000 => LOYALTY_TIERS[2],
            _ => LOYALTY_TIERS[3],
        }
    }

    /// Whether the e-mail address changes at this visit.
    pub(crate) fn changes_mail_at(&self, visit: u64) -> bool {
        self.new_mail_from == Some(visit)
    }

    /// Whether there is a customer number.
    pub(crate) fn has_account(&self) -> bool {
        self.has_account
    }

    /// The e-mail address before the change, if `former`, or else of now.
    pub(crate) fn push_mail(&self, out: &mut String, former: bool) {
        if self.role == Role::Tester {
            out.push_str("qa.device.");
            push_number(out, self.user);
            out.push_str("@northwindtrail.example");
            return;
        }
        let (left, right) = if former { (self.last_name, self.first_name) } else { (self.first_name, self.last_name) };
        push_mail_form(out, left);
        out.push('.');
        push_mail_form(out, right);
        if self.namesakes > 0 {
            push_number(out, self.namesakes);
        }
        out.push('@');
        out.push_str(self.names.mail[usize::from(former)]);
    }

    /// The e-mail address that is used at a visit.
    pub(crate) fn push_mail_at(&self, out: &mut String, visit: u64) {
        self.push_mail(out, self.new_mail_from.is_some_and(|from| visit < from));
    }

    /// `user_identities` as a browser or an app knows them.
    pub(crate) fn write_sign_in(&self, json: &mut Json<'_>, visit: u64, mail: &mut String) {
        json.open_object("user_identities");
        if self.has_account {
            json.numbered("customer_id", "NT-", self.customer_number());
        }
        mail.clear();
        self.push_mail_at(mail, visit);
        json.text("email", mail);
        json.close();
    }

    /// `user_identities` as the tills know them: the loyalty card, and the account it belongs to, if any.
    pub(crate) fn write_card(&self, json: &mut Json<'_>) {
        json.open_object("user_identities");
        json.numbered("other", "TRL-", self.card_number());
        if self.role != Role::CardHolder && self.has_account {
            json.numbered("customer_id", "NT-", self.customer_number());
        }
        json.close();
    }

    /// `user_identities` as the customer database knows them: everything, with the server libraries' spelling.
    pub(crate) fn write_record(&self, json: &mut Json<'_>, visit: u64, mail: &mut String) {
        json.open_object("user_identities");
        if self.has_account {
            json.numbered("customerid", "NT-", self.customer_number());
            json.numbered("other", "TRL-", self.card_number());
        }
        mail.clear();
        self.push_mail_at(mail, visit);
        json.text("email", mail);
        if self.has_phone_number && self.has_account {
            mail.clear();
            self.push_phone_number(mail);
            json.text("mobile_number", mail);
        }
        json.close();
    }

    /// The members of `user_attributes` that a device or a feed shows at a visit.
    pub(crate) fn write_attributes(&self, json: &mut Json<'_>, life: &Life, visit: u64) {
        if self.role == Role::Tester {
            json.text("$FirstName", "Test");
            json.numbered("$LastName", "Kiosk ", self.user);
        } else {
            json.text("$FirstName", self.first_name);
            json.text("$LastName", self.last_name);
        }
        json.text("$City", life.city.name);
        json.text("$Country", life.country.code);
        json.number("$Age", self.age);
        if self.has_account {
            json.text("loyalty_tier", self.tier(visit));
            json.number("loyalty_points", self.points(visit));
            json.number("shoe_size_eu", self.shoe_size);
        }
        if self.newsletter {
            self.write_topics(json, "newsletter_topics");
        }
        if self.trail_club {
            json.null("trail_club");
        }
    }

    /// The list of newsletter topics, never empty.
    pub(crate) fn write_topics(&self, json: &mut Json<'_>, key: &str) {
        json.open_list(key);
        for (place, topic) in TOPICS.iter().enumerate() {
            if self.topics >> place & 1 == 1 {
                json.element(topic);
            }
        }
        json.close_list();
    }

    /// An attribute whose type the shop's teams never agreed on: a number on Android, a word elsewhere.
    pub(crate) fn write_vip_score(&self, json: &mut Json<'_>, as_number: bool) {
        match self.vip_score {
            Some(score) if as_number => json.number("vip_score", score),
            Some(..35) => json.text("vip_score", "low"),
            Some(35..75) => json.text("vip_score", "medium"),
            Some(_) => json.text("vip_score", "high"),
            None => {}
        }
    }

    /// `$Mobile`, and the identity: in an area code nobody has.
    pub(crate) fn push_phone_number(&self, out: &mut String) {
        out.push('+');
        out.push_str(self.country_dial);
        out.push_str("555");
        push_number(out, 1_000_000 + self.user);
    }

    /// The customer number as an identity.
    pub(crate) fn push_customer_id(&self, out: &mut String) {
        out.push_str("NT-");
        push_number(out, self.customer_number());
    }

    fn customer_number(&self) -> u64 {
        100_000 + self.user
    }

    fn card_number(&self) -> u64 {
        50_000 + self.user
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Shop;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_people_share_an_address() {
        let shop = Shop { users: 30_000, days: 60, seed: 9, end_ms: 20_700 * 86_400_000 };
        let mut addresses = BTreeSet::new();
        for user in 0..shop.users {
            let person = Person::of(&Life::of(&shop, user));
            for former in [false, true] {
                let mut address = String::new();
                person.push_mail(&mut address, former);
                assert!(person.role == Role::Tester || addresses.insert(address.clone()), "{address} twice");
            }
        }
    }

    #[test]
    fn points_only_grow_and_tiers_follow() {
        let shop = Shop { users: 1, days: 60, seed: 9, end_ms: 20_700 * 86_400_000 };
        let person = Person::of(&Life::of(&shop, 0));
        let place = |tier| LOYALTY_TIERS.iter().position(|name| *name == tier);
        for visit in 0..200 {
            assert!(person.points(visit) < person.points(visit + 1));
            assert!(place(person.tier(visit)) <= place(person.tier(visit + 1)));
        }
    }
}
