//! Every type of event (events.md 8), with what the engine reads of it.

use uav_core::batch::{
    ApplicationTransition, Commerce, EventKind, EventType, Location, Product, ProductAction, ProductActionKind,
    Promotion, PromotionActionKind, Session,
};
use uav_core::{Identity, IdentityType, Number, Scalar, Value};

use super::{event, number, pairs, text};

fn kind(event_type: &str, data: &str) -> EventKind {
    let (event, said) = event(event_type, data);
    assert_eq!(said, [] as [String; 0], "{event_type} {data}");
    assert_eq!(event.kind.event_type().name(), event_type);
    event.kind
}

#[test]
fn every_type_is_taken_with_its_own_fields() {
    let initialized = ApplicationTransition::Initialized;
    let transition = |transition, is_first_run, is_upgrade| EventKind::ApplicationStateTransition {
        transition,
        is_first_run,
        is_upgrade,
    };
    let table: Vec<(&str, &str, EventKind)> = vec![
        ("session_start", "{}", EventKind::SessionStart),
        ("session_end", r#"{"session_duration_ms":12345}"#, EventKind::SessionEnd { duration_ms: Some(12_345) }),
        ("session_end", "{}", EventKind::SessionEnd { duration_ms: None }),
        ("screen_view", r#"{"screen_name":"Home"}"#, EventKind::ScreenView { screen_name: Some("Home".into()) }),
        ("screen_view", "{}", EventKind::ScreenView { screen_name: None }),
        (
            "custom_event",
            r#"{"event_name":"Search","custom_event_type":"search","media_info":{"a":1}}"#,
            EventKind::Custom { name: "Search".into(), custom_type: "search".into() },
        ),
        (
            "custom_event",
            r#"{"event_name":"Plain"}"#,
            EventKind::Custom { name: "Plain".into(), custom_type: "other".into() },
        ),
        (
            "crash_report",
            r#"{"severity":"error","message":"it fell","class_name":"TypeError","stack_trace":"…","breadcrumbs":[]}"#,
            EventKind::CrashReport { message: Some("it fell".into()), severity: Some("error".into()) },
        ),
        (
            "crash_report",
            r#"{"class_name":"TypeError"}"#,
            EventKind::CrashReport { message: Some("TypeError".into()), severity: None },
        ),
        ("opt_out", r#"{"is_opted_out":true}"#, EventKind::OptOut { is_opted_out: true }),
        ("opt_out", "{}", EventKind::OptOut { is_opted_out: false }),
        ("first_run", "{}", EventKind::FirstRun),
        ("pre_attribution", "{}", EventKind::PreAttribution),
        (
            "push_registration",
            r#"{"register":false,"registration_token":"t"}"#,
            EventKind::PushRegistration { register: false, token: Some("t".into()) },
        ),
        (
            "application_state_transition",
            r#"{"application_transition_type":"application_initialized","is_first_run":true,"successfully_closed":null}"#,
            transition(initialized, true, false),
        ),
        (
            "application_state_transition",
            r#"{"application_transition_type":"application_initialized","is_upgrade":true}"#,
            transition(initialized, false, true),
        ),
        (
            "application_state_transition",
            r#"{"application_transition_type":"application_exit"}"#,
            transition(ApplicationTransition::Exit, false, false),
        ),
        (
            "application_state_transition",
            r#"{"application_transition_type":"application_background"}"#,
            transition(ApplicationTransition::Background, false, false),
        ),
        (
            "application_state_transition",
            r#"{"application_transition_type":"application_foreground"}"#,
            transition(ApplicationTransition::Foreground, false, false),
        ),
        (
            "push_message",
            r#"{"push_message_type":"action","message":"Sale!","push_message_behavior":3}"#,
            EventKind::PushMessage { message_type: "action".into(), message: Some("Sale!".into()) },
        ),
        (
            "network_performance",
            r#"{"url":"https://shop.example/a","response_code":"200","time_elapsed":12}"#,
            EventKind::NetworkPerformance { url: Some("https://shop.example/a".into()) },
        ),
        (
            "breadcrumb",
            r#"{"label":"crumb","session_number":1}"#,
            EventKind::Breadcrumb { label: Some("crumb".into()) },
        ),
        (
            "profile",
            r#"{"previous_mpid":1,"current_mpid":"2","profile_event_type":"login"}"#,
            EventKind::Profile { profile_event_type: Some("login".into()) },
        ),
        ("push_reaction", "{}", EventKind::PushReaction),
        ("commerce_event", r#"{"class_name":"ValueError"}"#, EventKind::Commerce(Box::default())),
        (
            "user_attribute_change",
            r#"{"user_attribute_name":"plan","new":"gold","old":null,"deleted":false,"is_new_attribute":true}"#,
            EventKind::UserAttributeChange { name: "plan".into(), new: Some(Value::text("gold")), deleted: false },
        ),
        ("uninstall", "{}", EventKind::Uninstall),
        ("media", r#"{"event_name":"Play"}"#, EventKind::Media { name: Some("Play".into()) }),
    ];
    for event_type in EventType::ALL {
        let in_table = table.iter().any(|(name, ..)| *name == event_type.name());
        assert!(in_table || *event_type == EventType::UserIdentityChange, "{event_type:?} is not in the table");
    }
    for (event_type, data, expected) in table {
        assert_eq!(kind(event_type, data), expected, "{event_type} {data}");
    }
}

#[test]
fn a_change_of_an_attribute_writes_deletes_or_tags() {
    let change = |data: &str| kind("user_attribute_change", &format!(r#"{{"user_attribute_name":"a",{data}}}"#));
    let expected = |new, deleted| EventKind::UserAttributeChange { name: "a".into(), new, deleted };
    let list = Value::List(vec![text("jazz"), number("1.0")]);
    assert_eq!(change(r#""new":["jazz",1.0]"#), expected(Some(list), false));
    assert_eq!(change(r#""new":null"#), expected(Some(Value::One(Scalar::Null)), false));
    assert_eq!(change(r#""new":null,"deleted":true,"old":"1,2""#), expected(None, true));
    assert_eq!(change(r#""deleted":true"#), expected(None, true));
}

#[test]
fn a_change_of_an_identity_is_history() {
    let data = r#"{"new":{"identity_type":"email","identity":"b@x","timestamp_unixtime_ms":1,"created_this_batch":true},
                   "old":{"identity_type":"email","identity":"a@x"}}"#;
    let email = |value| Some(Identity::new(IdentityType::Email, value));
    assert_eq!(
        kind("user_identity_change", data),
        EventKind::UserIdentityChange { new: email("b@x"), old: email("a@x") }
    );
    for data in [r#"{"new":null,"old":null}"#, "{}", r#"{"new":{"identity_type":"email","identity":null}}"#] {
        assert_eq!(kind("user_identity_change", data), EventKind::UserIdentityChange { new: None, old: None });
    }
}

#[test]
fn what_all_events_have_in_common_is_kept() {
    let data = r#"{"timestamp_unixtime_ms":"1700000000001","event_id":-5,"source_message_id":"m-1","session_uuid":"S-1","session_id":"-9",
      "session_start_unixtime_ms":1700000000000,"event_num":3,"custom_attributes":{"n":1.50,"ok":true,"none":null,"text":"x"},
      "custom_flags":{"answer":42,"list":["x"]},"device_current_state":{"gps_state":false},"page_url":"https://shop.example/",
      "location":{"latitude":47.3769,"longitude":"8.5417","country_code":"CH","region_code":"ZH","city_name":"Zürich","postal_code":8001,"dma_code":3}}"#;
    let (event, said) = event("session_start", data);
    assert_eq!(said, [] as [String; 0]);
    assert_eq!((event.timestamp_ms, event.source_message_id.as_deref()), (Some(1_700_000_000_001), Some("m-1")));
    let session = Session { uuid: Some("S-1".into()), id: Some(-9), start_ms: Some(1_700_000_000_000) };
    assert_eq!(event.session, Some(session));
    let attributes = [("n", number("1.50")), ("ok", Scalar::Bool(true)), ("none", Scalar::Null), ("text", text("x"))];
    assert_eq!(pairs(&event.attributes), attributes);
    let location = Location {
        latitude: Some(47.3769),
        longitude: Some(8.5417),
        country_code: Some("CH".into()),
        region_code: Some("ZH".into()),
        city_name: Some("Zürich".into()),
        postal_code: Some("8001".into()),
    };
    assert_eq!(event.location, Some(location));
}

fn price(text: &str) -> Option<Number> {
    Some(Number::from_json_text(text))
}

#[test]
fn a_purchase_is_kept_to_the_last_digit() {
    let data = r#"{"product_action":{"action":"purchase","checkout_step":3,"checkout_options":"visa","transaction_id":"tx-1",
        "affiliation":"web shop","total_amount":441.980,"tax_amount":"22.10","shipping_amount":"","coupon_code":"SAVE10",
        "products":[{"id":"econ-1","name":"Double Room","brand":"lodge","category":"rooms","variant":"a","position":1,"price":"100.50",
          "quantity":4,"total_product_amount":402,"coupon_code":"P","custom_attributes":{"nights":3,"view":"sea"}},
          {"id":7,"quantity":3.0,"custom_attributes":null}]},
      "promotion_action":null,"product_impressions":null,"shopping_cart":null,"currency_code":"USD","screen_name":"Cart","is_non_interactive":false}"#;
    let room = Product {
        id: Some("econ-1".into()),
        name: Some("Double Room".into()),
        brand: Some("lodge".into()),
        category: Some("rooms".into()),
        variant: Some("a".into()),
        position: Some(1),
        price: price("100.50"),
        quantity: price("4"),
        total_product_amount: price("402"),
        coupon_code: Some("P".into()),
        attributes: vec![("nights".into(), number("3")), ("view".into(), text("sea"))],
    };
    let breakfast = Product { id: Some("7".into()), quantity: price("3.0"), ..Product::default() };
    let action = ProductAction {
        action: ProductActionKind::Purchase,
        transaction_id: Some("tx-1".into()),
        affiliation: Some("web shop".into()),
        total_amount: price("441.980"),
        tax_amount: price("22.10"),
        shipping_amount: None,
        coupon_code: Some("SAVE10".into()),
        checkout_step: Some(3),
        checkout_options: Some("visa".into()),
        products: vec![room, breakfast],
    };
    let expected = Commerce {
        product_action: Some(action),
        currency_code: Some("USD".into()),
        screen_name: Some("Cart".into()),
        ..Commerce::default()
    };
    assert_eq!(kind("commerce_event", data), EventKind::Commerce(Box::new(expected)));
}

fn commerce(data: &str) -> Commerce {
    match kind("commerce_event", data) {
        EventKind::Commerce(commerce) => *commerce,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_action_has_its_word() {
    for action in ProductActionKind::ALL {
        let read = commerce(&format!(r#"{{"product_action":{{"action":"{}"}}}}"#, action.name()));
        assert_eq!(read.product_action.map(|read| read.action), Some(*action));
    }
    let read = commerce(r#"{"product_action":{"action":"remove_from_wishlist"}}"#);
    assert_eq!(read.product_action.map(|read| read.action), Some(ProductActionKind::RemoveFromWishList));
    for (word, action) in [
        (r#""view""#, PromotionActionKind::View),
        (r#""click""#, PromotionActionKind::Click),
        ("1", PromotionActionKind::View),
        ("2", PromotionActionKind::Click),
    ] {
        let promotions = r#"[{"id":"p","name":"Sale","creative":"red","position":"top"},{"position":3}]"#;
        let read = commerce(&format!(r#"{{"promotion_action":{{"action":{word},"promotions":{promotions}}}}}"#));
        let sale = Promotion {
            id: Some("p".into()),
            name: Some("Sale".into()),
            creative: Some("red".into()),
            position: Some("top".into()),
        };
        let placed = Promotion { position: Some("3".into()), ..Promotion::default() };
        assert_eq!(read.promotion_action, Some((action, vec![sale, placed])));
    }
}

#[test]
fn impressions_keep_their_lists() {
    let read = commerce(
        r#"{"product_impressions":[{"product_impression_list":"Suggested","products":[{"id":"a"},{"id":"b"}]},{"products":null}]}"#,
    );
    let product = |id: &str| Product { id: Some(id.into()), ..Product::default() };
    assert_eq!(read.impressions, [(Some("Suggested".into()), vec![product("a"), product("b")]), (None, vec![])]);
}
