//! The configurations that the vectors name (idsync.md 11).

use uav_core::IdentityType;
use uav_core::identity::{IdentitySettings, IdentityTypeSet, NewKnown, OnLogout, SearchScope};

/// Every configuration by name.
pub(crate) const ALL: &[&str] = &[
    "CONV", "CONV-any", "LINK", "ISO", "BEST", "DEF", "T1", "T2", "L-CE", "L-E", "IMM", "IMM-any", "U-E", "U-0", "UAV",
];

fn kinds(names: &str) -> Vec<IdentityType> {
    names.split_whitespace().map(|name| IdentityType::from_name(name).expect(name)).collect()
}

/// The settings of a configuration.
pub(crate) fn settings(name: &str) -> IdentitySettings {
    let base = |priority: &str, unique: &str, login: &str| IdentitySettings {
        priority: kinds(priority),
        unique: IdentityTypeSet::of(&kinds(unique)),
        login: IdentityTypeSet::of(&kinds(login)),
        immutable: None,
        new_known: NewKnown::Extend,
        on_logout: OnLogout::New,
        login_needs_login_id: false,
        search: SearchScope::Protected,
    };
    let conversion = || base("customerid email ios_idfv roku_aid", "customerid email", "customerid email");
    let link = || IdentitySettings { new_known: NewKnown::Create, login_needs_login_id: true, ..conversion() };
    let identify = |settings| IdentitySettings { on_logout: OnLogout::Identify, ..settings };
    let any = |settings| IdentitySettings { search: SearchScope::Any, ..settings };
    let immutable = |settings| IdentitySettings { immutable: Some(IdentityType::CustomerId), ..settings };
    let ladder = "customerid email ios_idfv";
    match name {
        "CONV" => conversion(),
        "CONV-any" => any(base("customerid email ios_idfv roku_aid", "customerid", "customerid")),
        "LINK" => link(),
        "ISO" => IdentitySettings { on_logout: OnLogout::Return, ..link() },
        "BEST" => identify(base("email ios_idfv android_uuid", "", "")),
        "DEF" => immutable(base(
            "customerid email ios_idfa ios_idfv android_aaid android_uuid amp_id device_application_stamp",
            "customerid",
            "customerid",
        )),
        "T1" => identify(base("customerid email other ios_idfv android_aaid", "", "")),
        "T2" => identify(base("customerid email ios_idfv android_aaid", "", "")),
        "L-CE" => base(ladder, "", "customerid email"),
        "L-E" => base(ladder, "", "email"),
        "IMM" => immutable(base(ladder, "customerid", "customerid")),
        "IMM-any" => any(immutable(base(ladder, "customerid", "customerid"))),
        "U-E" => base(ladder, "email", ""),
        "U-0" => base(ladder, "", ""),
        "UAV" => base(
            "customerid email ios_idfv android_aaid android_uuid other device_application_stamp",
            "customerid email",
            "customerid email",
        ),
        _ => panic!("no configuration {name}"),
    }
}
