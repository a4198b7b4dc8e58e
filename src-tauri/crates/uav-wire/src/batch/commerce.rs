//! Commerce events (events.md 8.5). One with none of the three parts is taken all the same (RD-6).

use uav_core::batch::{Commerce, Product, ProductAction, ProductActionKind, Promotion, PromotionActionKind};
use uav_core::{Number, Reason};

use super::attributes::read_event_attributes;
use crate::json::{Json, Kind, Members};
use crate::object::REQUIRED;
use crate::reader::{Path, Reader};
use crate::short::{Form, names};

/// Reads the commerce members of an event's data.
pub(super) fn read_commerce(reader: &mut Reader<'_>, members: &Members<'_>, path: Path<'_>) -> Commerce {
    let mut commerce = Commerce::default();
    for (name, value) in members {
        let path = path.member(name);
        match reader.form.long(names::COMMERCE, name).unwrap_or_default() {
            "product_action" => commerce.product_action = read_product_action(reader, *value, path),
            "promotion_action" => commerce.promotion_action = read_promotion_action(reader, *value, path),
            "product_impressions" => commerce.impressions = read_impressions(reader, *value, path),
            "currency_code" => commerce.currency_code = reader.text(*value, path),
            "screen_name" => commerce.screen_name = reader.text(*value, path),
            _ => {}
        }
    }
    commerce
}

fn read_product_action(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<ProductAction> {
    if !reader.is(Kind::Object, value, path) {
        return None;
    }
    let (mut word, mut kind) = (None, None);
    let mut action = ProductAction {
        action: ProductActionKind::Click,
        transaction_id: None,
        affiliation: None,
        total_amount: None,
        tax_amount: None,
        shipping_amount: None,
        coupon_code: None,
        checkout_step: None,
        checkout_options: None,
        products: Vec::new(),
    };
    for (name, value) in value.members() {
        let path = path.member(&name);
        match reader.form.long(names::PRODUCT_ACTION, &name).unwrap_or_default() {
            "action" => {
                word = reader.text(value, path);
                kind = word.as_deref().and_then(|word| action_kind(reader, word, path));
            }
            "transaction_id" => action.transaction_id = reader.text(value, path),
            "affiliation" => action.affiliation = reader.text(value, path),
            "total_amount" => action.total_amount = amount(reader, value, path),
            "tax_amount" => action.tax_amount = amount(reader, value, path),
            "shipping_amount" => action.shipping_amount = amount(reader, value, path),
            "coupon_code" => action.coupon_code = reader.text(value, path),
            "checkout_step" => action.checkout_step = count(reader, value, path),
            "checkout_options" => action.checkout_options = reader.text(value, path),
            "products" => action.products = read_products(reader, value, path),
            _ => {}
        }
    }
    if word.is_none() {
        let missing = reader.form.spelled(names::PRODUCT_ACTION, "action");
        reader.refuse(path.member(missing), Reason::Missing, REQUIRED);
    }
    kind.map(|action_kind| ProductAction { action: action_kind, ..action })
}

/// A number; the old browser library writes 0 for one that it does not know.
fn amount(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<Number> {
    let number = reader.number(value, path)?;
    let is_unknown = reader.form == Form::Browser && number.as_f64() == Some(0.0);
    (!is_unknown).then_some(number)
}

/// A whole number, in the same way.
fn count(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<i64> {
    let number = reader.integer(value, path)?;
    (reader.form != Form::Browser || number != 0).then_some(number)
}

fn action_kind(reader: &mut Reader<'_>, word: &str, path: Path<'_>) -> Option<ProductActionKind> {
    let kind = match reader.form.product_action(word) {
        // Both spellings are in use (events.md 6.2).
        "remove_from_wishlist" => Some(ProductActionKind::RemoveFromWishList),
        word => ProductActionKind::from_name(word),
    };
    if kind.is_none() {
        reader.refuse(path, Reason::UnknownWord, format!("{word:?} is not a product action"));
    }
    kind
}

fn read_promotion_action(
    reader: &mut Reader<'_>,
    value: Json<'_>,
    path: Path<'_>,
) -> Option<(PromotionActionKind, Vec<Promotion>)> {
    if !reader.is(Kind::Object, value, path) {
        return None;
    }
    let (mut word, mut kind) = (None, None);
    let mut promotions = Vec::new();
    for (name, value) in value.members() {
        let path = path.member(&name);
        match reader.form.long(names::PROMOTION_ACTION, &name).unwrap_or_default() {
            "action" => {
                word = reader.text(value, path);
                kind = match word.as_deref() {
                    // The browser library sends the numbers of its own list.
                    Some("1") => Some(PromotionActionKind::View),
                    Some("2") => Some(PromotionActionKind::Click),
                    Some(word) => PromotionActionKind::from_name(word),
                    None => None,
                };
                if let (Some(word), None) = (&word, kind) {
                    reader.refuse(path, Reason::UnknownWord, format!("{word:?} is not a promotion action"));
                }
            }
            "promotions" if reader.is(Kind::List, value, path) => {
                let items = value.items().into_iter().enumerate();
                promotions = items.map(|(place, item)| read_promotion(reader, item, path.item(place))).collect();
            }
            _ => {}
        }
    }
    if word.is_none() {
        let missing = reader.form.spelled(names::PROMOTION_ACTION, "action");
        reader.refuse(path.member(missing), Reason::Missing, REQUIRED);
    }
    kind.map(|kind| (kind, promotions))
}

fn read_promotion(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Promotion {
    let mut promotion = Promotion::default();
    for (name, value) in value.members() {
        let path = path.member(&name);
        match reader.form.long(names::PROMOTION, &name).unwrap_or_default() {
            "id" => promotion.id = reader.text(value, path),
            "name" => promotion.name = reader.text(value, path),
            "creative" => promotion.creative = reader.text(value, path),
            "position" => promotion.position = reader.text(value, path),
            _ => {}
        }
    }
    promotion
}

fn read_impressions(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Vec<(Option<Box<str>>, Vec<Product>)> {
    if !reader.is(Kind::List, value, path) {
        return Vec::new();
    }
    let mut impressions = Vec::new();
    for (place, item) in value.items().into_iter().enumerate() {
        let path = path.item(place);
        if !reader.is(Kind::Object, item, path) {
            continue;
        }
        let (mut list, mut products) = (None, Vec::new());
        for (name, value) in item.members() {
            let path = path.member(&name);
            match reader.form.long(names::IMPRESSION, &name).unwrap_or_default() {
                "product_impression_list" => list = reader.text(value, path),
                "products" => products = read_products(reader, value, path),
                _ => {}
            }
        }
        impressions.push((list, products));
    }
    impressions
}

fn read_products(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Vec<Product> {
    if !reader.is(Kind::List, value, path) {
        return Vec::new();
    }
    let mut products = Vec::new();
    for (place, item) in value.items().into_iter().enumerate() {
        let path = path.item(place);
        if reader.is(Kind::Object, item, path) {
            products.push(read_product(reader, item, path));
        }
    }
    products
}

fn read_product(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Product {
    let mut product = Product::default();
    for (name, value) in value.members() {
        let path = path.member(&name);
        match reader.form.long(names::PRODUCT, &name).unwrap_or_default() {
            "id" => product.id = reader.text(value, path),
            "name" => product.name = reader.text(value, path),
            "brand" => product.brand = reader.text(value, path),
            "category" => product.category = reader.text(value, path),
            "variant" => product.variant = reader.text(value, path),
            "position" => product.position = count(reader, value, path),
            "price" => product.price = reader.number(value, path),
            "quantity" => product.quantity = reader.number(value, path),
            "total_product_amount" => product.total_product_amount = reader.number(value, path),
            "coupon_code" => product.coupon_code = reader.text(value, path),
            "custom_attributes" => product.attributes = read_event_attributes(reader, value, path),
            _ => {}
        }
    }
    product
}
