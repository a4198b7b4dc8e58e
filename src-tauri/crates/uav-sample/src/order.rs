//! Baskets and what they cost. All money is in hundredths of the currency.

use crate::catalogue::{Product, some_product};
use crate::dice::{Dice, Purpose};
use crate::places::Country;

const LINES_MAX: usize = 4;
const COUPONS: [&str; 3] = ["GOLD10", "TRAIL10", "WELCOME10"];

/// One product in a basket.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) product: &'static Product,
    pub(crate) variant: Option<&'static str>,
    pub(crate) quantity: i64,
    /// For one, before any discount.
    pub(crate) price: i64,
    /// For all, after the discount.
    pub(crate) total: i64,
}

/// A basket with one to four products, and its order if it is bought.
#[derive(Debug)]
pub(crate) struct Basket {
    lines: [Option<Line>; LINES_MAX],
    pub(crate) coupon: Option<&'static str>,
    pub(crate) shipping: i64,
    /// Part of the total where prices include it, added on top in the United States.
    pub(crate) tax: i64,
    /// What is paid.
    pub(crate) total: i64,
}

impl Basket {
    /// The basket of the visit that `visit_key` stands for.
    pub(crate) fn of(visit_key: u64, country: &Country, in_store: bool) -> Basket {
        let mut dice = Dice::new(visit_key, Purpose::Basket, 0);
        let coupon = dice.chance(180).then(|| dice.pick(&COUPONS));
        let count = 1 + dice.below(4).min(dice.below(4)) as usize;
        let mut lines = [None; LINES_MAX];
        let mut goods = 0;
        for place in 0..count {
            let line = line(&mut dice, country, coupon.is_some());
            let twice = lines.iter().flatten().any(|other: &Line| other.product.sku == line.product.sku);
            if !twice {
                goods += line.total;
                lines[place] = Some(line);
            }
        }
        let free_from = country.currency.tag(100);
        let shipping = if in_store || goods >= free_from { 0 } else { country.currency.tag(8) };
        let (tax, total) = if country.tax_included() {
            let total = goods + shipping;
            (total * country.tax_basis_points / (10_000 + country.tax_basis_points), total)
        } else {
            let tax = goods * country.tax_basis_points / 10_000;
            (tax, goods + shipping + tax)
        };
        Basket { lines, coupon, shipping, tax, total }
    }

    /// The products as they lie in the basket, the first always there.
    pub(crate) fn slots(&self) -> [Option<Line>; LINES_MAX] {
        self.lines
    }

    /// The products, at least one.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().flatten()
    }
}

fn line(dice: &mut Dice, country: &Country, discounted: bool) -> Line {
    let product = some_product(dice);
    let variants = product.fit.variants();
    let variant = (!variants.is_empty()).then(|| dice.pick(variants));
    let quantity = if product.euros < 40 { 1 + dice.below(3).min(dice.below(3)) as i64 } else { 1 };
    let price = country.currency.tag(product.euros);
    let full = price * quantity;
    let total = if discounted { full - full / 10 } else { full };
    Line { product, variant, quantity, price, total }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::COUNTRIES;
    use std::collections::BTreeSet;

    #[test]
    fn totals_add_up_everywhere() {
        for country in &COUNTRIES {
            for key in 0..500 {
                let basket = Basket::of(key, country, key % 2 == 0);
                let goods: i64 = basket.lines().map(|line| line.total).sum();
                let on_top = if country.tax_included() { 0 } else { basket.tax };
                assert_eq!(basket.total, goods + basket.shipping + on_top, "{} {key}", country.code);
                assert!(basket.tax > 0 && basket.tax < basket.total);
                assert!((1..=4).contains(&basket.lines().count()));
                let skus: BTreeSet<&str> = basket.lines().map(|line| line.product.sku).collect();
                assert_eq!(skus.len(), basket.lines().count(), "no product is there twice");
                for line in basket.lines() {
                    let full = line.price * line.quantity;
                    assert_eq!(line.total, if basket.coupon.is_some() { full - full / 10 } else { full });
                }
            }
        }
    }
}
