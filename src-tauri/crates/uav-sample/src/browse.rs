//! What somebody does in the browser or the app, part by part.

use crate::catalogue::{Product, some_product};
use crate::commerce::{ONLINE_ORDER, order_number};
use crate::person::Person;
use crate::scene::Scene;
use crate::visit::{Ending, Stage, Way, app_release};

const LANDINGS: [&str; 6] = ["Home", "Product", "Category", "Journal", "Sale", "Store finder"];
const SEARCHES: [&str; 16] = [
    "trail shoes",
    "rain shell",
    "merino",
    "tent 2 person",
    "headlamp",
    "daypack",
    "skarv",
    "gaiters",
    "down jacket",
    "trekking poles",
    "water filter",
    "winter socks",
    "running vest",
    "\"ultralight\" tent",
    "gift card",
    "crampons",
];
const TRAILS: [&str; 10] = [
    "Ridge Loop",
    "Kungsstigen South",
    "Lake Vättern Shore",
    "Besseggen",
    "Harz Witches' Path",
    "Tour du Vercors",
    "Sierra Blanca Traverse",
    "Pennine Edge",
    "Emerald Bay Rim",
    "Lapland Fells",
];
const PUBLISHERS: [(&str, &str); 5] = [
    ("Peak Ads", "autumn-trails"),
    ("Lighthouse Search", "brand-search"),
    ("Social Meadow", "runner-lookalike"),
    ("Peak Ads", "black-week"),
    ("Partner: Hut Guide", "hut-guide-banner"),
];
const PAYMENTS: [&str; 4] = ["card", "invoice", "wallet", "gift card"];

impl Scene<'_> {
    /// Writes the events of this part of the visit.
    pub(crate) fn write_stage(&mut self) {
        match self.stage {
            Stage::Arrive => self.arrive(),
            Stage::Look => self.look(),
            Stage::Basket => self.fill_basket(),
            Stage::Order => self.check_out(),
        }
        self.mishaps();
        if self.stage == self.visit.last_stage {
            self.leave();
        }
    }

    fn arrive(&mut self) {
        if matches!(self.visit.way, Way::App(_)) {
            self.start_app();
        }
        self.begin("session_start");
        self.end();
        if self.visit.is_first_run() {
            self.first_run();
        } else if let Some(token) = self.push_token().filter(|_| self.dice.chance(220)) {
            self.push_opened(token);
        }
        let landing = self.dice.pick_early(&LANDINGS);
        self.screen(landing);
        if self.visit.number == 0 && self.dice.chance(450) {
            self.begin_custom("Consent answered", "user_preference");
            self.json.text("banner", "first visit");
            self.end_custom();
        }
        if self.dice.chance(280) {
            self.promotion(false);
            if self.dice.chance(120) {
                self.promotion(true);
            }
        }
        if self.dice.chance(150) {
            self.impressions();
        }
        if self.dice.chance(250) {
            self.screen("Category");
        }
        if self.person.changes_mail_at(self.visit.number) && self.visit.is_signed_in(Stage::Arrive) {
            self.mail_changed();
        }
    }

    fn look(&mut self) {
        if self.visit.signs_in_at(Stage::Look) {
            self.sign_in();
        }
        let product = some_product(&mut self.dice);
        if self.dice.chance(520) {
            let term = self.dice.pick_early(&SEARCHES);
            self.begin_custom("Search", "search");
            self.json.text("term", term);
            let results = self.dice.below(60) as i64;
            self.json.number("results", results);
            self.end_custom();
            self.screen("Search results");
            if self.dice.chance(550) {
                self.product_action("click", product);
            }
        } else {
            self.screen("Category");
        }
        self.look_at(product);
        if self.dice.chance(250) {
            let other = some_product(&mut self.dice);
            self.look_at(other);
        }
        if self.dice.chance(90) {
            self.product_action("add_to_wishlist", product);
        } else if self.dice.chance(20) {
            self.product_action("remove_from_wish_list", product);
        }
        if self.dice.chance(70) {
            self.save_trail();
        }
    }

    fn fill_basket(&mut self) {
        let lines = self.basket().slots();
        for line in lines.into_iter().flatten() {
            self.cart("add_to_cart", line);
        }
        self.screen("Cart");
        let gives_up = self.visit.last_stage == Stage::Basket && self.dice.chance(250);
        if let Some(line) = lines[0].filter(|_| gives_up) {
            self.cart("remove_from_cart", line);
        }
    }

    fn check_out(&mut self) {
        self.checkout("checkout", 1, "home delivery");
        let payment = self.dice.pick_early(&PAYMENTS);
        self.checkout("checkout_option", 2, payment);
        if self.visit.ending != Ending::Buys {
            return;
        }
        let number = order_number(self.visit.life.user, self.visit.number);
        let basket = self.basket();
        self.order("purchase", ONLINE_ORDER, number, &basket);
        self.screen("Order confirmation");
        self.begin_custom("Order confirmation", "transaction");
        self.json.numbered("order", ONLINE_ORDER, number);
        self.json.money("total", basket.total);
        self.json.number("items", basket.lines().map(|line| line.quantity).sum());
        self.end_custom();
        if self.visit.is_signed_in(Stage::Order) && self.person.has_account() {
            let (before, after) = (self.person.points(self.visit.number), self.person.points(self.visit.number + 1));
            self.begin_attribute_change("loyalty_points");
            self.json.number("new", after);
            self.json.number("old", before);
            self.end_attribute_change(false);
        }
    }

    fn look_at(&mut self, product: &'static Product) {
        self.product_action("view_detail", product);
        if self.dice.chance(500) {
            self.screen("Product");
        }
    }

    fn sign_in(&mut self) {
        let newcomer = self.visit.life.known_from == Some(self.visit.number);
        if newcomer && self.person.newsletter {
            self.begin_custom("Newsletter sign-up", "user_preference");
            self.json.text("form", "footer");
            self.end_custom();
        }
        if self.person.has_account() {
            self.screen("Sign in");
            self.identity_change("customer_id", Person::push_customer_id, None);
            self.begin_attribute_change("loyalty_tier");
            let tier = self.person.tier(self.visit.number);
            self.json.text("new", tier);
            self.json.null("old");
            self.end_attribute_change(newcomer);
        } else {
            let visit = self.visit.number;
            self.identity_change("email", |person, out| person.push_mail_at(out, visit), None);
        }
        self.begin_custom(if newcomer { "Signed up" } else { "Signed in" }, "other");
        self.json.text("method", if self.person.has_account() { "password" } else { "newsletter" });
        self.end_custom();
    }

    fn mail_changed(&mut self) {
        self.identity_change(
            "email",
            |person, out| person.push_mail(out, false),
            Some(|person, out| person.push_mail(out, true)),
        );
    }

    fn identity_change(
        &mut self,
        identity_type: &str,
        new: impl Fn(&Person, &mut String),
        old: Option<fn(&Person, &mut String)>,
    ) {
        self.begin("user_identity_change");
        let at_ms = self.begin_ms();
        for (key, value) in
            [("new", Some(&new as &dyn Fn(&Person, &mut String))), ("old", old.as_ref().map(|old| old as _))]
        {
            self.json.open_object(key);
            self.json.text("identity_type", identity_type);
            match value {
                Some(push) => {
                    self.text.clear();
                    push(&self.person, self.text);
                    self.json.text("identity", self.text);
                }
                None => self.json.null("identity"),
            }
            self.json.number("timestamp_unixtime_ms", at_ms);
            self.json.boolean("created_this_batch", key == "new");
            self.json.close();
        }
        self.end();
    }

    fn save_trail(&mut self) {
        let trail = self.dice.pick(&TRAILS);
        let kilometres = 4 + self.dice.below(40) as i64;
        self.begin("custom_event");
        self.json.text("event_name", "Trail saved");
        self.json.text("custom_event_type", "user_content");
        self.json.open_object("custom_attributes");
        self.json.text("trail", trail);
        self.json.number("kilometres", kilometres);
        self.json.close();
        if matches!(self.visit.way, Way::App(_)) {
            let city = self.visit.life.city;
            self.json.open_object("location");
            self.json.literal("latitude", city.latitude);
            self.json.literal("longitude", city.longitude);
            self.json.literal("accuracy", "65.0");
            self.json.text("country_code", self.visit.life.country.code);
            self.json.text("region_code", city.region);
            self.json.text("city_name", city.name);
            self.json.close();
        }
        self.end();
        if self.visit.is_signed_in(self.stage) {
            self.begin_attribute_change("favourite_trail");
            if self.dice.chance(100) {
                self.json.null("new");
                self.json.text("old", trail);
                self.json.boolean("deleted", true);
                self.json.boolean("is_new_attribute", false);
                self.end();
            } else {
                self.json.text("new", trail);
                self.json.null("old");
                self.end_attribute_change(true);
            }
        }
    }

    fn start_app(&mut self) {
        let upgraded = !self.visit.is_first_run()
            && self.visit.number > 0
            && app_release(self.shop, self.visit.start_ms)
                > app_release(self.shop, self.visit.life.visit_start_ms(self.visit.number - 1));
        self.begin("application_state_transition");
        self.json.text("application_transition_type", "application_initialized");
        if self.visit.is_first_run() {
            self.json.boolean("is_first_run", true);
        }
        if upgraded {
            self.json.boolean("is_upgrade", true);
        }
        self.end();
    }

    fn first_run(&mut self) {
        if self.dice.chance(620) {
            let (publisher, campaign) = self.dice.pick_early(&PUBLISHERS);
            self.begin_custom("attribution", "attribution");
            self.json.text("publisher", publisher);
            self.json.text("campaign", campaign);
            self.end_custom();
        }
        if let Some(token) = self.push_token() {
            self.begin("push_registration");
            self.json.boolean("register", true);
            self.json.hexadecimal("registration_token", &token);
            self.end();
        }
    }

    fn push_token(&self) -> Option<[u8; 32]> {
        self.device.as_ref().and_then(|device| device.push_token)
    }

    fn push_opened(&mut self, token: [u8; 32]) {
        let apple = self.visit.input() == crate::SampleInput::Ios;
        self.begin("push_message");
        self.json.text("push_message_type", "action");
        self.json.hexadecimal("push_message_token", &token);
        self.json.text("push_notification_payload", "{\"campaign\":\"weekend-weather\"}");
        self.json.text("network", if apple { "apn" } else { "gcm" });
        self.json.text("application_state", "background");
        self.json.text("push_message_behavior", "DirectOpen");
        self.end();
        self.begin_custom("Push opened", "other");
        self.json.text("campaign", "weekend-weather");
        self.end_custom();
    }

    /// What goes wrong now and then.
    fn mishaps(&mut self) {
        let draw = self.dice.below(1000);
        let app = matches!(self.visit.way, Way::App(_));
        match draw {
            0..4 => self.crash(),
            4..16 if app => {
                self.begin("network_performance");
                self.json.text("url", "https://api.northwindtrail.example/v1/stock");
                self.json.text("http_verb", "GET");
                self.json.number("response_code", 504);
                self.json.number("time_elapsed", 10_000);
                self.end();
            }
            16..26 if app => {
                self.begin("breadcrumb");
                self.json.text("label", "filters opened");
                self.end();
            }
            _ => {}
        }
    }

    fn crash(&mut self) {
        let app = matches!(self.visit.way, Way::App(_));
        self.begin("crash_report");
        self.json.text("severity", if app { "fatal" } else { "error" });
        self.json.text("message", if app { "index out of range" } else { "TypeError" });
        if app {
            self.json.text("class_name", "CartViewModel");
            self.json.boolean("exception_handled", false);
            self.json.text("stack_trace", "CartViewModel.total\nCartScreen.render\nmain");
        } else {
            self.json.open_object("custom_attributes");
            self.json.text("m", "cart.lines is undefined");
            self.json.text("t", "at total (cart.js:81)\nat render (cart.js:12)");
            self.json.close();
        }
        self.end();
    }

    fn leave(&mut self) {
        if self.visit.is_last() && self.dice.chance(5) {
            self.begin("opt_out");
            self.json.boolean("is_opted_out", true);
            self.end();
            return;
        }
        if !self.dice.chance(500) {
            return;
        }
        let duration_ms = self.begin_ms() - self.visit.start_ms;
        self.begin("session_end");
        self.json.number("session_duration_ms", duration_ms.max(1_000));
        self.end();
        if matches!(self.visit.way, Way::App(_)) && self.dice.chance(500) {
            self.begin("application_state_transition");
            self.json.text("application_transition_type", "application_background");
            self.end();
        }
    }

    fn begin_attribute_change(&mut self, name: &str) {
        self.begin("user_attribute_change");
        self.json.text("user_attribute_name", name);
    }

    fn end_attribute_change(&mut self, is_new: bool) {
        self.json.boolean("deleted", false);
        self.json.boolean("is_new_attribute", is_new);
        self.end();
    }
}
