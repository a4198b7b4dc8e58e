//! The fold in any order, and the rules of its parts as tables.

use proptest::prelude::*;

use super::*;
use crate::batch::{AttStatus, Batch, ConsentRecord, DeviceInfo, Door, Event, EventKind, Receipt, Regulation};
use crate::identity::{Identity, IdentityType};
use crate::value::{Number, Scalar, Value};

const WORKSPACE: WorkspaceId = WorkspaceId(1);

fn profile() -> Profile {
    Profile::new(Mpid::new(7).unwrap(), ScopeId(1), Environment::Production)
}

/// A receipt long after everything that the tests' batches say.
fn receipt(seq: u64) -> Receipt {
    let received_ms = 1_000_000 + i64::try_from(seq).unwrap() * 1000;
    Receipt { seq: Seq(seq), received_ms, input: InputId(1), workspace: WORKSPACE, door: Door::Server }
}

fn at(time_ms: i64) -> Batch {
    Batch { timestamp_ms: Some(time_ms), ..Batch::default() }
}

fn event(time_ms: i64, kind: EventKind) -> Event {
    Event {
        timestamp_ms: Some(time_ms),
        source_message_id: None,
        session: None,
        attributes: vec![],
        location: None,
        kind,
    }
}

fn custom(time_ms: i64, name: &str, custom_type: &str, attributes: &[(&str, &str)]) -> Event {
    let mut event = event(time_ms, EventKind::Custom { name: name.into(), custom_type: custom_type.into() });
    event.attributes = attributes.iter().map(|(name, value)| ((*name).into(), Scalar::Text((*value).into()))).collect();
    event
}

/// Folds batches in the order given; each has its place in the list as its place in the log.
fn folded(batches: &[Batch]) -> Profile {
    let mut profile = profile();
    for (batch, seq) in batches.iter().zip(1..) {
        profile.fold(batch, &receipt(seq));
    }
    profile
}

fn device(profile: &Profile, stamp: &str) -> Device {
    let devices = profile.workspace(WORKSPACE).unwrap().devices.merged();
    devices.into_iter().find(|device| device.stamp() == Some(stamp)).unwrap()
}

mod any_order {
    use super::*;

    fn word() -> impl Strategy<Value = Box<str>> {
        prop::sample::select(&["a", "b", "c"][..]).prop_map(Into::into)
    }

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            (0..3i64).prop_map(|number| Value::One(Scalar::Number(Number::Int(number)))),
            Just(Value::One(Scalar::Null)),
            word().prop_map(|text| Value::List(vec![Scalar::Text(text)])),
        ]
    }

    fn any_event() -> impl Strategy<Value = Event> {
        let kind = prop_oneof![
            (word(), prop::option::of(value()), any::<bool>())
                .prop_map(|(name, new, deleted)| EventKind::UserAttributeChange { name, new, deleted }),
            any::<bool>().prop_map(|is_opted_out| EventKind::OptOut { is_opted_out }),
            (any::<bool>(), prop::option::of(word()))
                .prop_map(|(register, token)| EventKind::PushRegistration { register, token }),
            Just(EventKind::ScreenView { screen_name: None }),
        ];
        let attribution = (0..60i64, word()).prop_map(|(time_ms, word)| {
            custom(time_ms, "attribution", "attribution", &[("publisher", &word), ("campaign", "x")])
        });
        prop_oneof![4 => (0..60i64, kind).prop_map(|(time_ms, kind)| event(time_ms, kind)), 1 => attribution]
    }

    fn any_device() -> impl Strategy<Value = DeviceInfo> {
        let ids = prop::collection::btree_map(
            prop::sample::select(
                &[IdentityType::IosVendorId, IdentityType::IosAdvertisingId, IdentityType::PushToken][..],
            ),
            word(),
            0..3,
        );
        let att = prop::option::of((prop::sample::select(AttStatus::ALL), prop::option::of(1..3i64)));
        let facts =
            prop::collection::btree_map(prop::sample::select(&["platform", "os_version", "x"][..]), word(), 0..3);
        (ids, prop::option::of(any::<bool>()), att, facts).prop_map(|(ids, limit_ad_tracking, att, facts)| DeviceInfo {
            identities: ids.into_iter().map(|(kind, value)| Identity { kind, value }).collect(),
            limit_ad_tracking,
            att_status: att.map(|(status, _)| status),
            att_timestamp_ms: att.and_then(|(_, answered)| answered),
            facts: facts.into_iter().map(|(name, value)| (name.into(), Scalar::Text(value))).collect(),
        })
    }

    fn consent() -> impl Strategy<Value = ConsentRecord> {
        (word(), any::<bool>(), prop::option::of(0..60i64)).prop_map(|(purpose, consented, timestamp_ms)| {
            ConsentRecord {
                regulation: Regulation::Gdpr,
                purpose,
                consented,
                timestamp_ms,
                document: None,
                location: None,
                hardware_id: None,
            }
        })
    }

    fn any_batch() -> impl Strategy<Value = (Batch, bool)> {
        (
            prop::option::of(1..60i64),
            prop::collection::vec((word(), value()), 0..3),
            prop::collection::vec(word(), 0..2),
            prop::option::of(word()),
            prop::option::of(any_device()),
            prop::collection::vec(consent(), 0..2),
            prop::collection::vec(any_event(), 0..4),
            any::<bool>(),
        )
            .prop_map(|(timestamp_ms, user_attributes, deleted, stamp, device, consent, events, browser)| {
                let batch = Batch {
                    timestamp_ms,
                    user_attributes,
                    deleted_user_attributes: deleted,
                    device_application_stamp: stamp,
                    device,
                    consent,
                    events,
                    ..Batch::default()
                };
                (batch, browser)
            })
    }

    /// What the rules say of attributes, written down as plainly as can be: sort all operations, take the greatest.
    fn naive(log: &[(Batch, Receipt)]) -> Vec<(String, Value)> {
        use crate::profile::operations::{AttributeOperation, attribute_operations};
        let mut operations = Vec::new();
        for (batch, receipt) in log {
            attribute_operations(batch, receipt, |name, operation, moment| operations.push((moment, name, operation)));
        }
        operations.sort_by_key(|(moment, ..)| *moment);
        let mut found = Vec::new();
        for name in ["a", "b", "c"] {
            let of_name: Vec<_> = operations.iter().filter(|(_, other, _)| *other == name).collect();
            let written = of_name.iter().any(|(.., operation)| matches!(operation, AttributeOperation::Write(_)));
            let counting = of_name
                .iter()
                .rev()
                .find(|(.., operation)| !(written && matches!(operation, AttributeOperation::Fill(_))));
            if let Some((_, _, AttributeOperation::Write(value) | AttributeOperation::Fill(value))) = counting {
                found.push((name.to_owned(), (*value).clone()));
            }
        }
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn the_same_log_folds_to_the_same_profile(
            batches in prop::collection::vec(any_batch(), 1..7),
            order in Just(()).prop_perturb(|(), mut random| (random.random::<u64>(), random.random::<u64>())),
        ) {
            let log: Vec<(Batch, Receipt)> = batches
                .into_iter()
                .zip(1..)
                .map(|((batch, browser), seq)| {
                    let door = if browser { Door::Browser } else { Door::Server };
                    (batch, Receipt { door, input: InputId(u32::from(browser)), ..receipt(seq) })
                })
                .collect();
            let fold = |log: &[(Batch, Receipt)]| {
                let mut profile = profile();
                for (batch, receipt) in log {
                    profile.fold(batch, receipt);
                }
                profile
            };
            let straight = fold(&log);
            let mut shuffled = log.clone();
            let length = shuffled.len() as u64;
            for place in 1..shuffled.len() {
                let other = order.0.rotate_left(u32::try_from(place).unwrap()).wrapping_add(order.1) % (place as u64 + 1);
                shuffled.swap(place, usize::try_from(other % length).unwrap());
            }
            let read = |profile: &Profile| {
                let workspace = profile.workspace(WORKSPACE).unwrap();
                let attributes: Vec<_> = workspace.attributes.iter().map(|held| (held.name.to_owned(), held.value.clone(), held.moment)).collect();
                (attributes, workspace.consent.clone(), workspace.devices.merged(), workspace.activity.clone(),
                 workspace.usage.clone(), profile.is_opted_out(), profile.limit_ad_tracking())
            };
            prop_assert_eq!(read(&fold(&shuffled)), read(&straight));
            let found: Vec<_> = straight.workspace(WORKSPACE).unwrap().attributes.iter()
                .map(|held| (held.name.to_owned(), held.value.clone())).collect();
            prop_assert_eq!(found, naive(&log));
        }
    }
}

/// More ids and installs than are kept: which ones stay is told by their times, not by the order of arrival.
#[test]
fn what_is_kept_of_very_many_does_not_depend_on_their_order() {
    let batch = |number: i64| Batch {
        device_application_stamp: Some("D".into()),
        device: Some(DeviceInfo {
            identities: vec![
                Identity::new(IdentityType::IosVendorId, &format!("V{}", number * 7 % 80)),
                Identity::new(IdentityType::IosAdvertisingId, &format!("A{}", number % 60)),
            ],
            ..DeviceInfo::default()
        }),
        events: vec![custom(number, "attribution", "attribution", &[("publisher", "p"), ("campaign", "c")])],
        ..at(number)
    };
    let fold = |numbers: &mut dyn Iterator<Item = i64>| {
        let mut profile = profile();
        for number in numbers {
            profile.fold(&batch(number), &receipt(number.unsigned_abs()));
        }
        profile
    };
    let straight = fold(&mut (1..=300));
    assert_eq!(fold(&mut (1..=300).rev()), straight);
    assert_eq!(fold(&mut (1..=300).map(|number| number * 11 % 301)), straight);
}

#[test]
fn the_owner_of_an_id_is_the_stamp_last_seen_with_it() {
    let with_id = |time_ms: i64, stamp: Option<&str>, id: &str| Batch {
        device_application_stamp: stamp.map(Into::into),
        device: Some(DeviceInfo {
            identities: vec![Identity::new(IdentityType::IosVendorId, id)],
            facts: vec![("os_version".into(), Scalar::Text(time_ms.to_string().into()))],
            ..DeviceInfo::default()
        }),
        ..at(time_ms)
    };
    let profile = folded(&[with_id(10, Some("D1"), "V"), with_id(30, None, "V"), with_id(20, Some("D2"), "V")]);
    let devices = profile.workspace(WORKSPACE).unwrap().devices.merged();
    assert_eq!(devices.len(), 2, "the batch with no stamp belongs to one that has it");
    let version = |stamp| device(&profile, stamp).fact("os_version").cloned();
    assert_eq!(version("D2"), Some(Scalar::Text("30".into())), "D2 carried the id last");
    assert_eq!(version("D1"), Some(Scalar::Text("10".into())));
}

#[test]
fn the_time_of_an_answer_stays_while_the_answer_does() {
    let answer = |time_ms, status, answered| Batch {
        device_application_stamp: Some("D".into()),
        device: Some(DeviceInfo {
            att_status: Some(status),
            att_timestamp_ms: Some(answered),
            ..DeviceInfo::default()
        }),
        ..at(time_ms)
    };
    let log = [
        answer(10, AttStatus::Denied, 1),
        answer(20, AttStatus::Authorized, 2),
        answer(30, AttStatus::Authorized, 3),
        answer(40, AttStatus::Authorized, 4),
    ];
    let att = device(&folded(&log), "D").att;
    assert_eq!(att, Some(AttState { status: AttStatus::Authorized, answered_ms: 2 }));
}

#[test]
fn the_earliest_install_of_a_device_counts() {
    let install = |time_ms, publisher: &str| Batch {
        device_application_stamp: Some("D".into()),
        events: vec![
            custom(time_ms, "attribution", "attribution", &[("publisher", publisher), ("campaign", "spring")]),
            custom(time_ms, "re-engagement", "attribution", &[("publisher", "never"), ("campaign", "kept")]),
            custom(time_ms, "attribution", "attribution", &[("publisher", "without a campaign")]),
        ],
        ..at(time_ms)
    };
    let device = device(&folded(&[install(20, "late"), install(10, "early")]), "D");
    let publishers: Vec<&str> = device.attributions.iter().map(|install| &*install.publisher).collect();
    assert_eq!(publishers, ["early", "late"]);
}

#[test]
fn the_newest_consent_stands_and_news_is_told() {
    let consent = |time_ms, purpose: &str, consented| Batch {
        consent: vec![ConsentRecord {
            regulation: Regulation::Gdpr,
            purpose: purpose.into(),
            consented,
            timestamp_ms: Some(time_ms),
            document: None,
            location: None,
            hardware_id: None,
        }],
        ..at(time_ms)
    };
    let mut profile = profile();
    let table = [
        (consent(10, "Marketing", true), 1, "the first is news"),
        (consent(20, " marketing ", true), 0, "the same again is none"),
        (consent(15, "marketing", false), 0, "an older one does not win"),
        (consent(30, "marketing", false), 1, "a withdrawal is news"),
    ];
    for ((batch, news, why), seq) in table.into_iter().zip(1..) {
        assert_eq!(profile.fold(&batch, &receipt(seq)).consent_changes.len(), news, "{why}");
    }
    let records = profile.workspace(WORKSPACE).unwrap().consent.records();
    assert_eq!((records.len(), records[0].value.consented), (1, false));
    let partner = Receipt { door: Door::Partner, ..receipt(9) };
    assert!(profile.fold(&consent(90, "marketing", true), &partner).consent_changes.is_empty());
}

#[test]
fn a_clock_that_is_ahead_is_capped_and_told() {
    let ahead = Batch { events: vec![event(i64::MAX, EventKind::OptOut { is_opted_out: true })], ..Batch::default() };
    let mut profile = profile();
    profile.fold(&ahead, &receipt(1));
    assert!(profile.has_clock_warning());
    let back_in =
        Batch { events: vec![event(1_002_000, EventKind::OptOut { is_opted_out: false })], ..Batch::default() };
    profile.fold(&back_in, &receipt(2));
    assert!(!profile.is_opted_out(), "the far future does not outlast what came later");
}

#[test]
fn the_best_name_is_the_persons_own() {
    let named = |pairs: &[(&str, &str)]| {
        let mut profile = profile();
        let user_attributes = pairs.iter().map(|(name, value)| ((*name).into(), Value::text(value))).collect();
        profile.fold(&Batch { user_attributes, ..at(10) }, &receipt(1));
        profile.display_name()
    };
    assert_eq!(named(&[("$firstname", "Marta"), ("$LastName", "Lindqvist")]).as_deref(), Some("Marta Lindqvist"));
    assert_eq!(named(&[("$FirstName", "Marta")]).as_deref(), Some("Marta"));
    assert_eq!(named(&[("$FirstName", " ")]), None);
}

#[test]
fn the_stored_form_is_small_and_reads_back() {
    let facts = [
        "platform",
        "os_version",
        "device_model",
        "brand",
        "locale_language",
        "screen_width",
        "screen_height",
        "device_country",
    ];
    let batch = Batch {
        device_application_stamp: Some("a41f3c60-0d3e-4a52-9d1c-b7a51c6e7c02".into()),
        device: Some(DeviceInfo {
            identities: vec![Identity::new(IdentityType::IosVendorId, "7d1e0c55-8a0f-4d0e-a1cf-3f3f0c9d2b11")],
            facts: facts.map(|name| (name.into(), Scalar::Text("some value".into()))).to_vec(),
            ..DeviceInfo::default()
        }),
        user_attributes: ["$FirstName", "$LastName", "tier", "points", "city"]
            .map(|name| (name.into(), Value::text("a value of usual length")))
            .to_vec(),
        events: vec![event(900_000, EventKind::ScreenView { screen_name: None })],
        ..at(900_000)
    };
    let mut profile = folded(std::slice::from_ref(&batch));
    let resolution = crate::identity::attach(
        &crate::identity::IdentitySettings::default(),
        &NoOther,
        crate::identity::Target::New,
        &[(IdentityType::CustomerId, "NT-204418"), (IdentityType::Email, "marta.lindqvist@fjordmail.example")],
    );
    let stamp = crate::identity::Stamp { received_ms: 1, time_ms: 1, input: InputId(1), seq: Seq(1) };
    profile.record.absorb(&resolution, stamp);
    let bytes = postcard::to_stdvec(&profile).unwrap();
    assert!(bytes.len() < 700, "{} bytes", bytes.len());
    assert_eq!(postcard::from_bytes::<Profile>(&bytes).unwrap(), profile);
}

/// A scope with nobody in it.
struct NoOther;

impl crate::identity::Directory for NoOther {
    fn holders(&self, _kind: IdentityType, _comparable: &str) -> &[crate::ids::ProfileKey] {
        &[]
    }

    fn record(&self, _key: crate::ids::ProfileKey) -> Option<&IdentityRecord> {
        None
    }
}
