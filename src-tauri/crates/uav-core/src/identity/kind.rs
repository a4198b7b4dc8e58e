//! The identity types, under every name they have on the public surfaces (profiles.md 1.2).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

macro_rules! identity_types {
    ($($variant:ident $canonical:literal $idsync:literal $label:literal),+ $(,)?) => {
        /// A type of identity; the numbers are stored and never change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[repr(u8)]
        #[expect(missing_docs, reason = "each is described by its names below")]
        pub enum IdentityType { $($variant),+ }

        impl IdentityType {
            /// Every type, user identities first, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The canonical name, also that of the Events API's `user_identities`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $canonical),+ }
            }

            /// The name in IDSync's `known_identities`.
            #[must_use]
            pub const fn idsync_name(self) -> &'static str {
                match self { $(Self::$variant => $idsync),+ }
            }

            /// What people call it.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }
    };
}

identity_types! {
    CustomerId "customer_id" "customerid" "Customer ID",
    Email "email" "email" "Email",
    Facebook "facebook" "facebook" "Facebook",
    Twitter "twitter" "twitter" "Twitter",
    Google "google" "google" "Google",
    Microsoft "microsoft" "microsoft" "Microsoft",
    Yahoo "yahoo" "yahoo" "Yahoo",
    FacebookCustomAudienceId "facebook_custom_audience_id" "facebookcustomaudienceid" "Facebook audience ID",
    Alias "alias" "alias" "Alias",
    Other "other" "other" "Other",
    OtherId2 "other_id_2" "other2" "Other 2",
    OtherId3 "other_id_3" "other3" "Other 3",
    OtherId4 "other_id_4" "other4" "Other 4",
    OtherId5 "other_id_5" "other5" "Other 5",
    OtherId6 "other_id_6" "other6" "Other 6",
    OtherId7 "other_id_7" "other7" "Other 7",
    OtherId8 "other_id_8" "other8" "Other 8",
    OtherId9 "other_id_9" "other9" "Other 9",
    OtherId10 "other_id_10" "other10" "Other 10",
    MobileNumber "mobile_number" "mobile_number" "Phone",
    PhoneNumber2 "phone_number_2" "phone_number_2" "Phone 2",
    PhoneNumber3 "phone_number_3" "phone_number_3" "Phone 3",
    IosAdvertisingId "ios_advertising_id" "ios_idfa" "iOS advertising ID",
    IosVendorId "ios_vendor_id" "ios_idfv" "iOS vendor ID",
    AndroidId "android_id" "android_uuid" "Android ID",
    GoogleAdvertisingId "google_advertising_id" "android_aaid" "Google advertising ID",
    RokuAdvertisingId "roku_advertising_id" "roku_aid" "Roku advertising ID",
    RokuPublisherId "roku_publisher_id" "roku_publisher_id" "Roku publisher ID",
    MicrosoftAdvertisingId "microsoft_advertising_id" "microsoft_advertising_id" "Microsoft advertising ID",
    MicrosoftPublisherId "microsoft_publisher_id" "microsoft_publisher_id" "Microsoft publisher ID",
    FireAdvertisingId "fire_advertising_id" "fire_aid" "Fire advertising ID",
    AmpId "amp_id" "amp_id" "AMP ID",
    PushToken "push_token" "push_token" "Push token",
    DeviceApplicationStamp "device_application_stamp" "device_application_stamp" "Device stamp",
}

impl IdentityType {
    /// The type's stored number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The type of a stored number.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// The type of a name, canonical or IDSync's, as clients mix them (events.md 7.1).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name || kind.idsync_name() == name)
    }

    /// Whether this names a device rather than a person.
    #[must_use]
    pub const fn is_device(self) -> bool {
        self as u8 >= Self::IosAdvertisingId as u8
    }

    /// The form in which two values of this type are compared: outer white space trimmed, e-mail in lower case
    /// (idsync.md 5.1). The text as given is what is kept and shown.
    #[must_use]
    pub fn comparable(self, value: &str) -> Cow<'_, str> {
        let trimmed = value.trim();
        if self == Self::Email && trimmed.chars().any(char::is_uppercase) {
            Cow::Owned(trimmed.to_lowercase())
        } else {
            Cow::Borrowed(trimmed)
        }
    }

    /// Whether a value of this type says nothing: empty, an all-zero advertising id, or the Android id that a
    /// faulty system gave to many devices (idsync.md 5.1, events.md WH-6).
    #[must_use]
    pub fn is_absent(self, value: &str) -> bool {
        let value = value.trim();
        value.is_empty()
            || (self.is_device() && value == "00000000-0000-0000-0000-000000000000")
            || (self == Self::AndroidId && value == "9774d56d682e549c")
    }
}

/// A set of identity types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct IdentityTypeSet(u64);

impl IdentityTypeSet {
    /// The empty set.
    pub const EMPTY: Self = Self(0);

    /// The set of these types.
    #[must_use]
    pub fn of(kinds: &[IdentityType]) -> Self {
        kinds.iter().copied().collect()
    }

    /// Whether the type is in the set.
    #[must_use]
    pub const fn contains(self, kind: IdentityType) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// The set with this type added.
    #[must_use]
    pub const fn with(self, kind: IdentityType) -> Self {
        Self(self.0 | 1 << kind as u8)
    }

    /// Whether nothing is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The types of the set, in the order of their numbers.
    pub fn iter(self) -> impl Iterator<Item = IdentityType> {
        IdentityType::ALL.iter().copied().filter(move |kind| self.contains(*kind))
    }
}

impl FromIterator<IdentityType> for IdentityTypeSet {
    fn from_iter<I: IntoIterator<Item = IdentityType>>(kinds: I) -> Self {
        kinds.into_iter().fold(Self::EMPTY, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_found_under_each_of_its_names() {
        for kind in IdentityType::ALL {
            assert_eq!(IdentityType::from_name(kind.name()), Some(*kind));
            assert_eq!(IdentityType::from_name(kind.idsync_name()), Some(*kind));
            assert_eq!(IdentityType::from_number(kind.number()), Some(*kind));
        }
        assert_eq!(IdentityType::from_name("password"), None);
    }

    #[test]
    fn only_email_is_compared_without_regard_to_case() {
        assert_eq!(IdentityType::Email.comparable(" A@Example.com "), "a@example.com");
        assert_eq!(IdentityType::CustomerId.comparable(" A1 "), "A1");
    }

    #[test]
    fn a_set_holds_what_was_put_in() {
        let set = IdentityTypeSet::of(&[IdentityType::Email, IdentityType::DeviceApplicationStamp]);
        assert!(set.contains(IdentityType::Email) && !set.contains(IdentityType::Other));
        assert_eq!(set.iter().count(), 2);
    }
}
