//! Requests to change identities (idsync.md 3.2, 5.7).

use uav_core::IdentityType;
use uav_core::identity::IdentityChange;
use uav_wire::{ModifyRequest, parse_modify_request};

fn changes(list: &str) -> Result<ModifyRequest, String> {
    let text = format!(r#"{{"environment":"development","request_id":"R","identity_changes":{list}}}"#);
    parse_modify_request(text.as_bytes()).map_err(|fault| fault.to_string())
}

#[test]
fn changes_come_in_order_with_what_is_absent() {
    let change = |kind, old: Option<&str>, new: Option<&str>| IdentityChange {
        kind,
        old: old.map(Into::into),
        new: new.map(Into::into),
    };
    let list = r#"[{"identity_type":"email","old_value":"a@x","new_value":"b@x"},
        {"identity_type":"mobile_number","old_value":null,"new_value":41445557544},
        {"identity_type":"customer_id","old_value":"c"},
        {"identity_type":"other2","old_value":"","new_value":""},
        {"identity_type":"android_uuid","old_value":"9774d56d682e549c","new_value":"A","later":{}}]"#;
    let expected = [
        change(IdentityType::Email, Some("a@x"), Some("b@x")),
        change(IdentityType::MobileNumber, None, Some("41445557544")),
        change(IdentityType::CustomerId, Some("c"), None),
        change(IdentityType::OtherId2, None, None),
        change(IdentityType::AndroidId, None, Some("A")),
    ];
    assert_eq!(changes(list).unwrap().changes, expected);
    assert_eq!(changes("[]").unwrap().changes, [], "nothing to change is no fault");
}

#[test]
fn every_fault_is_told_with_its_path() {
    let long = "x".repeat(257);
    let table = [
        ("null", "identity_changes: required, missing or empty"),
        ("{}", "identity_changes: an object where an array belongs"),
        ("[null]", "identity_changes[0]: null where an object belongs"),
        (r#"["email"]"#, "identity_changes[0]: a text where an object belongs"),
        (r#"[{"new_value":"a"}]"#, "identity_changes[0].identity_type: required, missing or empty"),
        (
            r#"[{"identity_type":"email"},{"identity_type":"password","new_value":"a"}]"#,
            "identity_changes[1].identity_type: \"password\" is not a type of identity",
        ),
        (
            r#"[{"identity_type":"email","old_value":[],"new_value":true},{"identity_type":{}}]"#,
            "identity_changes[0].old_value: an array where a text belongs; identity_changes[0].new_value: a boolean where a text belongs; identity_changes[1].identity_type: an object where a text belongs",
        ),
        (
            &format!(r#"[{{"identity_type":"email","new_value":"{long}"}}]"#),
            "identity_changes[0].new_value: 257 characters, limit 256",
        ),
    ];
    for (list, expected) in table {
        assert_eq!(changes(list), Err(expected.to_owned()), "{list}");
    }
    let both = parse_modify_request(b"{}").unwrap_err();
    let expected = "environment: required, missing or empty; identity_changes: required, missing or empty";
    assert_eq!(both.to_string(), expected);
}
