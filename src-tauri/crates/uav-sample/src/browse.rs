//! What somebody does in the browser or the app, part by part.

use crate::catalogue::{Product, some_product};
use crate::commerce::{ONLINE_ORDER, order_number};
use crate::scene::Scene;
use crate::visit::{Ending, Stage};

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
        if self.visit.is_app() {
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
        if self.visit.is_app() {
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
}
