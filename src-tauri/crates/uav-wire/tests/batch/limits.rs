//! The limits (events.md 4): up to here whole, beyond it cut or left out, and named. Characters count, not bytes.

use uav_core::Reason;
use uav_core::batch::{Door, EventKind};

use super::{event, taken, through};

fn long(count: usize) -> String {
    "ä".repeat(count)
}

#[test]
fn names_of_events_and_screens_are_cut() {
    for (event_type, member) in [("custom_event", "event_name"), ("screen_view", "screen_name")] {
        let name_of = |count| {
            let (event, said) = event(event_type, &format!(r#"{{"{member}":"{}"}}"#, long(count)));
            let name = match event.kind {
                EventKind::Custom { name, .. } => name,
                EventKind::ScreenView { screen_name } => screen_name.unwrap(),
                other => panic!("{other:?}"),
            };
            (name.chars().count(), said)
        };
        assert_eq!(name_of(256), (256, vec![]));
        assert_eq!(name_of(257), (256, vec![format!("events[0].data.{member}: 257 characters are cut to 256")]));
    }
}

#[test]
fn attributes_of_an_event_beyond_the_limit_are_left_out() {
    let attributes = |count: usize| {
        let members: Vec<String> = (0..count).map(|number| format!(r#""a{number}":{number}"#)).collect();
        event("session_start", &format!(r#"{{"custom_attributes":{{{}}}}}"#, members.join(",")))
    };
    let (event_of_100, said) = attributes(100);
    assert_eq!((event_of_100.attributes.len(), said.len()), (100, 0));
    let (event_of_102, said) = attributes(102);
    assert_eq!(event_of_102.attributes.len(), 100);
    let path = "events[0].data.custom_attributes";
    let expected = [100, 101].map(|number| format!("{path}.a{number}: more than 100 attributes on an event"));
    assert_eq!(said, expected);

    let (cut, said) = event("session_start", &format!(r#"{{"custom_attributes":{{"{}":1}}}}"#, long(257)));
    assert_eq!(cut.attributes[0].0.chars().count(), 256);
    assert!(said[0].ends_with("a name of 257 characters is cut to 256"), "{said:?}");

    let values = format!(r#"{{"custom_attributes":{{"ok":"{}","long":"{}"}}}}"#, long(4_096), long(4_097));
    let (kept, said) = event("session_start", &values);
    assert_eq!(kept.attributes.iter().map(|(name, _)| &**name).collect::<Vec<_>>(), ["ok"]);
    assert_eq!(said, [format!("{path}.long: 4097 characters, limit 4096")]);
}

#[test]
fn user_attributes_beyond_the_limits_are_left_out() {
    let batch = |attributes: &str| taken(&format!(r#"{{"mpid":1,"user_attributes":{{{attributes}}}}}"#));
    let many = |count: usize| (0..count).map(|number| format!(r#""a{number}":1"#)).collect::<Vec<_>>().join(",");
    assert_eq!(batch(&many(100)).1, [] as [String; 0]);
    let (kept, said) = batch(&many(101));
    assert_eq!(kept.user_attributes.len(), 100);
    assert_eq!(said, ["user_attributes.a100: more than 100 user attributes in a batch"]);
    // A name that is there already takes no room.
    assert_eq!(batch(&format!(r#"{},"a0":2"#, many(100))).1, [] as [String; 0]);

    let list = |entries: usize| format!(r#""l":[{}]"#, vec!["1"; entries].join(","));
    let table = [
        (format!(r#""{}":1"#, long(256)), 1, String::new()),
        (
            format!(r#""{}":1"#, long(257)),
            0,
            format!("user_attributes.{}: a name of 257 characters, limit 256", long(257)),
        ),
        (format!(r#""v":"{}""#, long(4_096)), 1, String::new()),
        (format!(r#""v":"{}""#, long(4_097)), 0, "user_attributes.v: 4097 characters, limit 4096".to_owned()),
        (list(1_000), 1, String::new()),
        (list(1_001), 0, "user_attributes.l: 1001 entries, limit 1000".to_owned()),
        (format!(r#""l":["{}"]"#, long(512)), 1, String::new()),
        (format!(r#""l":["a","{}"]"#, long(513)), 0, "user_attributes.l[1]: 513 characters, limit 512".to_owned()),
    ];
    for (attributes, count, expected) in table {
        let (kept, said) = batch(&attributes);
        assert_eq!((kept.user_attributes.len(), said.join("; ")), (count, expected));
    }
}

#[test]
fn changes_of_attributes_have_the_same_limits() {
    let table = [
        (format!(r#"{{"user_attribute_name":"{}","new":1}}"#, long(256)), true, String::new()),
        (
            format!(r#"{{"user_attribute_name":"{}","new":1}}"#, long(257)),
            false,
            "events[0].data.user_attribute_name: 257 characters, limit 256".to_owned(),
        ),
        (
            format!(r#"{{"user_attribute_name":"a","new":"{}"}}"#, long(4_097)),
            false,
            "events[0].data.new: 4097 characters, limit 4096".to_owned(),
        ),
        (
            r#"{"user_attribute_name":"a","old":1}"#.to_owned(),
            false,
            "events[0].data.new: neither a new value nor deleted: true".to_owned(),
        ),
        (
            r#"{"user_attribute_name":"a","new":{"x":1}}"#.to_owned(),
            false,
            "events[0].data.new: an object where a scalar or a list belongs".to_owned(),
        ),
    ];
    for (data, writes, expected) in table {
        let (event, said) = event("user_attribute_change", &data);
        let EventKind::UserAttributeChange { new, .. } = event.kind else { panic!("{data}") };
        assert_eq!((new.is_some(), said.join("; ")), (writes, expected));
    }
}

#[test]
fn identities_beyond_the_limit_are_left_out() {
    let identities = |count: usize| {
        let value = long(count);
        let json = format!(
            r#"{{"mpid":1,"user_identities":{{"email":"{value}"}},"device_info":{{"amp_id":"{value}","push_token":"{value}"}}}}"#
        );
        let (batch, said) = taken(&json);
        (batch.identities().count(), said)
    };
    assert_eq!(identities(256), (3, vec![]));
    let said = ["user_identities.email", "device_info.amp_id"].map(|path| format!("{path}: 257 characters, limit 256"));
    assert_eq!(identities(257), (1, said.to_vec()), "push tokens are longer");
    let nobody = format!(r#"{{"user_identities":{{"email":"{}"}}}}"#, long(257));
    let fault = through(Door::Server, &nobody).unwrap_err();
    assert_eq!(fault.refusals()[0].reason, Reason::NoIdentity);
}
