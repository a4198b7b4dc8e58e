//! What the batches say: identities that link, orders that add up, and some of everything.

use crate::{each_batch, events, shop};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use uav_sample::SampleInput;

/// Hundredths of a decimal.
fn hundredths(value: &Value) -> i64 {
    let number = value.as_f64().unwrap_or_else(|| panic!("{value} is no number"));
    (number * 100.0).round() as i64
}

fn is_device_input(input: SampleInput) -> bool {
    matches!(input, SampleInput::Web | SampleInput::Ios | SampleInput::Android)
}

#[test]
fn devices_are_anonymous_first_and_known_later() {
    let mut anonymous: HashSet<String> = HashSet::new();
    let mut linked: HashSet<String> = HashSet::new();
    let mut owner: HashMap<String, u64> = HashMap::new();
    let mut devices: HashMap<u64, BTreeSet<String>> = HashMap::new();
    each_batch(&shop(5_000), |head, batch| {
        assert!(batch.get("mpid").is_none(), "who is who is left to identity resolution");
        let Some(stamp) = batch["mp_deviceid"].as_str() else {
            assert!(!is_device_input(head.input));
            return;
        };
        assert!(is_device_input(head.input));
        assert_eq!(*owner.entry(stamp.to_owned()).or_insert(head.user), head.user, "a device has one user");
        devices.entry(head.user).or_default().insert(stamp.to_owned());
        if batch["user_identities"].is_null() {
            anonymous.insert(stamp.to_owned());
        } else if anonymous.contains(stamp) {
            linked.insert(stamp.to_owned());
        }
    });
    assert!(linked.len() > 500, "{} devices became known", linked.len());
    assert!(anonymous.len() > 2_000, "{} devices were anonymous", anonymous.len());
    let several = devices.values().filter(|stamps| stamps.len() > 1).count();
    assert!(several > 300 && devices.values().any(|stamps| stamps.len() == 4), "{several} users of several devices");
}

#[test]
fn an_identity_belongs_to_one_user() {
    let mut owner: HashMap<(String, String), u64> = HashMap::new();
    let mut addresses: HashMap<u64, BTreeSet<String>> = HashMap::new();
    each_batch(&shop(5_000), |head, batch| {
        for (kind, value) in batch["user_identities"].as_object().into_iter().flatten() {
            let kind = if kind == "customerid" { "customer_id" } else { kind };
            let value = value.as_str().expect("identities are text").to_owned();
            if kind == "email" {
                assert!(value.ends_with(".example"), "{value}");
                addresses.entry(head.user).or_default().insert(value.clone());
            }
            assert_eq!(*owner.entry((kind.to_owned(), value)).or_insert(head.user), head.user);
        }
    });
    let kinds: BTreeSet<&str> = owner.keys().map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(kinds, BTreeSet::from(["customer_id", "email", "mobile_number", "other"]));
    assert!(addresses.values().any(|addresses| addresses.len() == 2), "somebody changes the address");
}

#[test]
fn orders_add_up_and_refunds_are_of_orders() {
    let mut orders: HashMap<String, Value> = HashMap::new();
    let (mut refunds, mut refunds_of_known_orders) = (0, 0);
    let mut currencies = BTreeSet::new();
    each_batch(&shop(10_000), |head, batch| {
        for event in events(batch).iter().filter(|_| !head.is_repeat) {
            let action = &event["data"]["product_action"];
            let Some(name @ ("purchase" | "refund")) = action["action"].as_str() else { continue };
            let products = action["products"].as_array().expect("products");
            assert!((1..=4).contains(&products.len()));
            let goods: i64 = products.iter().map(|product| hundredths(&product["total_product_amount"])).sum();
            let tax = hundredths(&action["tax_amount"]);
            let currency = event["data"]["currency_code"].as_str().expect("a currency");
            let on_top = if currency == "USD" { tax } else { 0 };
            assert_eq!(hundredths(&action["total_amount"]), goods + hundredths(&action["shipping_amount"]) + on_top);
            for product in products {
                let full = hundredths(&product["price"]) * product["quantity"].as_i64().expect("a quantity");
                let paid = hundredths(&product["total_product_amount"]);
                assert!(paid == full || (action["coupon_code"].is_string() && paid == full - full / 10));
            }
            currencies.insert(currency.to_owned());
            let id = action["transaction_id"].as_str().expect("an order number").to_owned();
            if name == "refund" {
                refunds += 1;
                // An order can be later than its refund, or lost to the end of the days.
                if let Some(order) = orders.get(&id) {
                    refunds_of_known_orders += 1;
                    assert_eq!(order["total_amount"], action["total_amount"]);
                    assert_eq!(order["products"], action["products"]);
                }
            } else {
                assert!(orders.insert(id.clone(), action.clone()).is_none(), "{id} was ordered twice");
            }
        }
    });
    assert!(orders.len() > 2_000 && refunds > 20, "{} orders, {refunds} refunds", orders.len());
    assert!(refunds_of_known_orders * 10 > refunds * 9, "{refunds_of_known_orders} of {refunds} refunds");
    let expected = ["EUR", "GBP", "NOK", "SEK", "USD"].map(str::to_owned);
    assert_eq!(currencies, BTreeSet::from(expected));
}

#[test]
fn there_is_some_of_everything() {
    let mut types: BTreeMap<String, u64> = BTreeMap::new();
    let mut members: BTreeSet<String> = BTreeSet::new();
    each_batch(&shop(20_000), |_, batch| {
        members.extend(batch.as_object().into_iter().flatten().map(|(name, _)| name.clone()));
        for (name, value) in batch["user_attributes"].as_object().into_iter().flatten() {
            let shape = match value {
                Value::Null => "tag",
                Value::Array(_) => "list",
                Value::Number(_) => "number",
                _ => "text",
            };
            members.insert(format!("{name}: {shape}"));
        }
        for regulation in ["gdpr", "ccpa"] {
            let purposes = batch["consent_state"][regulation].as_object().into_iter().flatten();
            members.extend(purposes.map(|(purpose, _)| format!("{regulation} {purpose}")));
        }
        if let Some(status) = batch["device_info"]["att_authorization_status"].as_str() {
            members.insert(format!("att {status}"));
        }
        for event in events(batch) {
            let name = event["event_type"].as_str().expect("a type").to_owned();
            *types.entry(name).or_default() += 1;
            let data = &event["data"];
            members.extend(data["event_name"].as_str().map(|name| format!("event {name}")));
            members.extend(data["product_action"]["action"].as_str().map(|action| format!("action {action}")));
            for flag in ["is_first_run", "is_upgrade", "promotion_action", "product_impressions", "is_opted_out"] {
                members.extend(data.get(flag).map(|_| flag.to_owned()));
            }
        }
    });
    for name in [
        "session_start",
        "session_end",
        "screen_view",
        "custom_event",
        "commerce_event",
        "crash_report",
        "opt_out",
        "push_registration",
        "push_message",
        "application_state_transition",
        "network_performance",
        "breadcrumb",
        "user_attribute_change",
        "user_identity_change",
    ] {
        assert!(types.contains_key(name), "no {name} among {types:?}");
    }
    for name in [
        "deleted_user_attributes",
        "$FirstName: text",
        "$Age: number",
        "loyalty_tier: text",
        "loyalty_points: number",
        "newsletter_topics: list",
        "trail_club: tag",
        "vip_score: text",
        "vip_score: number",
        "card_expiry: text",
        "gdpr marketing_email",
        "gdpr analytics",
        "gdpr personalisation",
        "gdpr location",
        "ccpa data_sale_opt_out",
        "att authorized",
        "att denied",
        "att not_determined",
        "att restricted",
        "event Search",
        "event Order confirmation",
        "event Newsletter sign-up",
        "event Newsletter opened",
        "event Trail saved",
        "event attribution",
        "event Push opened",
        "event Refund requested",
        "action click",
        "action view_detail",
        "action add_to_cart",
        "action remove_from_cart",
        "action checkout",
        "action checkout_option",
        "action purchase",
        "action refund",
        "action add_to_wishlist",
        "action remove_from_wish_list",
        "is_first_run",
        "is_upgrade",
        "promotion_action",
        "product_impressions",
        "is_opted_out",
    ] {
        assert!(members.contains(name), "no {name}");
    }
}

#[test]
fn the_consent_asked_is_that_of_the_country() {
    each_batch(&shop(5_000), |_, batch| {
        let american = batch["user_attributes"]["$Country"] == "US";
        let consents = &batch["consent_state"];
        assert!(!(american && consents["gdpr"].is_object()));
        let elsewhere = batch["user_attributes"]["$Country"].is_string() && !american;
        assert!(!(elsewhere && consents["ccpa"].is_object()));
        for purpose in consents["gdpr"].as_object().into_iter().flat_map(|purposes| purposes.values()) {
            assert!(purpose["consented"].is_boolean() && purpose["timestamp_unixtime_ms"].is_i64());
        }
    });
}
