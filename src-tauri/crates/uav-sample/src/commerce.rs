//! Commerce events: from a promotion seen to money given back.

use crate::catalogue::{Product, some_product};
use crate::order::{Basket, Line};
use crate::presence::VISITS_MAX;
use crate::scene::Scene;

const PROMOTIONS: [(&str, &str, &str); 4] = [
    ("promo-winter", "Winter layers", "hero-fjell"),
    ("promo-trail-run", "Trail running weeks", "hero-ridge"),
    ("promo-repair", "Repair, don't replace", "strip-needle"),
    ("promo-black-week", "Black Week early access", "hero-night"),
];
const LISTS: [&str; 4] = ["Home: popular", "Category: trail-shoes", "Category: rain-shells", "Search results"];

impl Scene<'_> {
    /// A promotion shown, or clicked. Browsers number the action (real-clients.md, browser traps 6).
    pub(crate) fn promotion(&mut self, clicked: bool) {
        let (id, name, creative) = self.dice.pick_early(&PROMOTIONS);
        let browser = self.visit.is_browser();
        self.begin("commerce_event");
        self.json.open_object("promotion_action");
        match (browser, clicked) {
            (true, false) => self.json.number("action", 1),
            (true, true) => self.json.number("action", 2),
            (false, false) => self.json.text("action", "view"),
            (false, true) => self.json.text("action", "click"),
        }
        self.json.open_list("promotions");
        self.json.open();
        self.json.text("id", id);
        self.json.text("name", name);
        self.json.text("creative", creative);
        if browser {
            self.json.number("position", 1);
        } else {
            self.json.text("position", "1");
        }
        self.json.close();
        self.json.close_list();
        self.json.close();
        self.end();
    }

    /// A list of two products shown.
    pub(crate) fn impressions(&mut self) {
        let list = self.dice.pick(&LISTS);
        self.begin("commerce_event");
        self.json.text("currency_code", self.visit.life.country.currency.code());
        self.json.open_list("product_impressions");
        self.json.open();
        self.json.text("product_impression_list", list);
        self.json.open_list("products");
        for position in 1..=2 {
            let product = some_product(&mut self.dice);
            self.open_product(product);
            self.json.number("position", position);
            self.json.close();
        }
        self.json.close_list();
        self.json.close();
        self.json.close_list();
        self.end();
    }

    /// Something done with one product that is not a purchase: `view_detail`, `click`, `add_to_wishlist`.
    pub(crate) fn product_action(&mut self, action: &str, product: &'static Product) {
        self.begin_commerce(action);
        self.json.open_list("products");
        self.open_product(product);
        self.json.number("quantity", 1);
        self.json.close();
        self.json.close_list();
        self.end_commerce();
    }

    /// One line of the basket put in, or taken out.
    pub(crate) fn cart(&mut self, action: &str, line: Line) {
        self.begin_commerce(action);
        self.json.open_list("products");
        self.line(&line, None);
        self.json.close_list();
        self.end_commerce();
    }

    /// A step of the checkout.
    pub(crate) fn checkout(&mut self, action: &str, step: i64, options: &str) {
        self.begin_commerce(action);
        self.json.number("checkout_step", step);
        self.json.text("checkout_options", options);
        self.end_commerce();
    }

    /// The basket paid for, or given back whole: the same order number, the same lines.
    pub(crate) fn order(&mut self, action: &str, beginning: &str, number: u64, basket: &Basket) {
        self.begin_commerce(action);
        self.json.numbered("transaction_id", beginning, number);
        self.json.text("affiliation", if beginning == STORE_ORDER { "Store" } else { "Online shop" });
        self.json.money("total_amount", basket.total);
        self.json.money("tax_amount", basket.tax);
        self.json.money("shipping_amount", basket.shipping);
        if let Some(coupon) = basket.coupon {
            self.json.text("coupon_code", coupon);
        }
        self.json.open_list("products");
        for line in basket.lines() {
            self.line(line, basket.coupon);
        }
        self.json.close_list();
        self.end_commerce();
    }

    fn begin_commerce(&mut self, action: &str) {
        self.begin("commerce_event");
        self.json.text("currency_code", self.visit.life.country.currency.code());
        self.json.open_object("product_action");
        self.json.text("action", action);
    }

    fn end_commerce(&mut self) {
        self.json.close();
        self.end();
    }

    fn open_product(&mut self, product: &Product) {
        self.json.open();
        self.json.text("id", product.sku);
        self.json.text("name", product.name);
        self.json.text("brand", product.brand);
        self.json.text("category", product.category);
        self.json.money("price", self.visit.life.country.currency.tag(product.euros));
    }

    fn line(&mut self, line: &Line, coupon: Option<&str>) {
        self.open_product(line.product);
        if let Some(variant) = line.variant {
            self.json.text("variant", variant);
        }
        self.json.number("quantity", line.quantity);
        self.json.money("total_product_amount", if coupon.is_some() { line.total } else { line.price * line.quantity });
        if let Some(coupon) = coupon {
            self.json.text("coupon_code", coupon);
        }
        self.json.close();
    }
}

/// How the number of an order begins that was made online.
pub(crate) const ONLINE_ORDER: &str = "NT-O-";
/// How the number of an order begins that was made in a store.
pub(crate) const STORE_ORDER: &str = "NT-S-";

/// The number of the order made in a visit: no other visit of any user has it.
pub(crate) fn order_number(user: u64, visit: u64) -> u64 {
    100_000 + user * VISITS_MAX + visit
}
