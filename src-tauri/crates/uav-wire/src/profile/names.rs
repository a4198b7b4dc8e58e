//! The names of identity types on this surface (profiles.md 1.2).

use uav_core::IdentityType;

/// Names that differ from the canonical ones. The device stamp has none, as the samples show.
const PROFILE_NAMES: &[(IdentityType, &str)] = &[
    (IdentityType::Facebook, "facebook_id"),
    (IdentityType::Twitter, "twitter_id"),
    (IdentityType::Google, "google_id"),
    (IdentityType::Microsoft, "microsoft_id"),
    (IdentityType::Yahoo, "yahoo_id"),
    (IdentityType::PushToken, "push_notification_token"),
    (IdentityType::DeviceApplicationStamp, "unknown"),
];

/// Names of other public surfaces that no other type has: batches, Firehose, OpenDSR.
const OTHER_NAMES: &[(IdentityType, &str)] = &[
    (IdentityType::CustomerId, "customer"),
    (IdentityType::CustomerId, "controller_customer_id"),
    (IdentityType::MobileNumber, "phone_number_1"),
    (IdentityType::GoogleAdvertisingId, "android_advertising_id"),
    (IdentityType::RokuPublisherId, "roku_publishing_id"),
    (IdentityType::PushToken, "google_cloud_messaging_token"),
    (IdentityType::PushToken, "apple_push_notification_token"),
    (IdentityType::DeviceApplicationStamp, "mp_deviceid"),
];

/// The name of a type in the Profile API.
pub(super) fn profile_name(kind: IdentityType) -> &'static str {
    PROFILE_NAMES.iter().find(|(named, _)| *named == kind).map_or(kind.name(), |(_, name)| name)
}

/// The type of a name on any public surface.
pub(super) fn from_public_name(name: &str) -> Option<IdentityType> {
    let found = || {
        let names = PROFILE_NAMES.iter().filter(|(_, name)| *name != "unknown").chain(OTHER_NAMES);
        names.copied().find(|(_, known)| *known == name).map(|(kind, _)| kind)
    };
    IdentityType::from_name(name).or_else(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_found_under_the_name_that_is_answered() {
        for kind in IdentityType::ALL.iter().filter(|kind| **kind != IdentityType::DeviceApplicationStamp) {
            assert_eq!(from_public_name(profile_name(*kind)), Some(*kind));
        }
        for (kind, name) in PROFILE_NAMES.iter().chain(OTHER_NAMES) {
            assert_eq!(IdentityType::from_name(name), None, "{name} would name two types");
            assert!(*name == "unknown" || from_public_name(name) == Some(*kind), "{name}");
        }
        assert_eq!((from_public_name("unknown"), from_public_name("")), (None, None));
    }
}
