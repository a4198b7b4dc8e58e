//! Answers, byte for byte (idsync.md 3; real-clients.md 2 says what libraries need).

use uav_core::{Identity, IdentityType, Mpid};
use uav_wire::{identity_answer, identity_error, modify_answer};

#[test]
fn a_profile_is_answered_with_its_mpid_as_text() {
    let matched = [Identity::new(IdentityType::CustomerId, "c-1"), Identity::new(IdentityType::OtherId2, "\"é\"")];
    let answer = identity_answer(Mpid::new(4_611_686_018_427_387_905), &matched, true);
    let expected = r#"{"context":null,"matched_identities":{"customerid":"c-1","other2":"\"é\""},"is_ephemeral":false,"mpid":"4611686018427387905","is_logged_in":true}"#;
    assert_eq!(answer, expected);
    let answer = identity_answer(None, &[], false);
    let expected = r#"{"context":null,"matched_identities":{},"is_ephemeral":false,"mpid":"0","is_logged_in":false}"#;
    assert_eq!(answer, expected, "a profile that a dry run would make");
}

#[test]
fn a_change_is_answered_with_who_lost_what() {
    assert_eq!(modify_answer(&[]), r#"{"change_results":[]}"#);
    let lost = [(IdentityType::CustomerId, Mpid::new(-77).unwrap())];
    let expected = r#"{"change_results":[{"identity_type":"customerid","modified_mpid":"-77"}]}"#;
    assert_eq!(modify_answer(&lost), expected);
}

#[test]
fn errors_come_in_both_documented_forms() {
    let answer = identity_error("LOOKUP_ERROR", &["knownIdentities is empty.".to_owned()], 400, Some("R"));
    let expected = r#"{"errors":[{"code":"LOOKUP_ERROR","message":"knownIdentities is empty."}],"Errors":[{"code":"LOOKUP_ERROR","message":"knownIdentities is empty."}],"ErrorCode":"LOOKUP_ERROR","StatusCode":400,"RequestId":"R"}"#;
    assert_eq!(answer, expected);
    assert!(identity_error("BAD_REQUEST", &[], 400, None).ends_with(r#""RequestId":null}"#));
}
