//! Short names with the long ones that they stand for.

/// Pairs of a short and a long name.
pub(crate) type Names = [(&'static str, &'static str)];

/// The long name of a short one.
pub(crate) fn long(names: &Names, wanted: &str) -> Option<&'static str> {
    names.iter().find(|(short, _)| *short == wanted).map(|(_, long)| *long)
}

/// The short name of a long one.
pub(crate) fn short(names: &Names, wanted: &str) -> Option<&'static str> {
    names.iter().find(|(_, long)| *long == wanted).map(|(short, _)| *short)
}

/// A batch of a native library (events.md 17).
pub(crate) const NATIVE_BATCH: &Names = &[
    ("msgs", "events"),
    ("id", "source_request_id"),
    ("ct", "timestamp_unixtime_ms"),
    ("mpid", "mpid"),
    ("das", "mp_deviceid"),
    ("ui", "user_identities"),
    ("ua", "user_attributes"),
    ("uad", "deleted_user_attributes"),
    ("con", "consent_state"),
    ("di", "device_info"),
    ("ai", "application_info"),
    ("ia", "integration_attributes"),
];

/// What the old browser library says around its one event (real-clients.md 3).
pub(crate) const BROWSER_EVENT: &Names = &[
    ("mpid", "mpid"),
    ("das", "mp_deviceid"),
    ("ui", "user_identities"),
    ("ua", "user_attributes"),
    ("con", "consent_state"),
    ("ia", "integration_attributes"),
];

/// An identity of `ui` or of a change, in both spellings.
pub(crate) const IDENTITY: &Names =
    &[("n", "identity_type"), ("Type", "identity_type"), ("i", "identity"), ("Identity", "identity")];

/// A record of consent.
pub(crate) const CONSENT: &Names =
    &[("c", "consented"), ("ts", "timestamp_unixtime_ms"), ("d", "document"), ("l", "location"), ("h", "hardware_id")];

/// Where an event happened.
pub(crate) const LOCATION: &Names = &[("lat", "latitude"), ("lng", "longitude")];

/// A commerce event.
pub(crate) const COMMERCE: &Names = &[
    ("pd", "product_action"),
    ("pm", "promotion_action"),
    ("pi", "product_impressions"),
    ("cu", "currency_code"),
    ("sn", "screen_name"),
];

/// An action on products.
pub(crate) const PRODUCT_ACTION: &Names = &[
    ("an", "action"),
    ("ti", "transaction_id"),
    ("ta", "affiliation"),
    ("tr", "total_amount"),
    ("tt", "tax_amount"),
    ("ts", "shipping_amount"),
    ("tcc", "coupon_code"),
    ("cs", "checkout_step"),
    ("co", "checkout_options"),
    ("pl", "products"),
];

/// A product.
pub(crate) const PRODUCT: &Names = &[
    ("id", "id"),
    ("nm", "name"),
    ("br", "brand"),
    ("ca", "category"),
    ("va", "variant"),
    ("ps", "position"),
    ("pr", "price"),
    ("qt", "quantity"),
    ("tpa", "total_product_amount"),
    ("cc", "coupon_code"),
    ("attrs", "custom_attributes"),
];

/// An action on promotions.
pub(crate) const PROMOTION_ACTION: &Names = &[("an", "action"), ("pl", "promotions")];

/// A promotion.
pub(crate) const PROMOTION: &Names = &[("id", "id"), ("nm", "name"), ("cr", "creative"), ("ps", "position")];

/// Products shown.
pub(crate) const IMPRESSION: &Names = &[("pil", "product_impression_list"), ("pl", "products")];

/// The device of a native batch.
pub(crate) const DEVICE: &Names = &[
    ("aid", "ios_advertising_id"),
    ("vid", "ios_idfv"),
    ("anid", "android_uuid"),
    ("gaid", "android_advertising_id"),
    ("faid", "fire_advertising_id"),
    ("lat", "limit_ad_tracking"),
    ("atts", "att_authorization_status"),
    ("attt", "att_timestamp_unixtime_ms"),
    ("b", "brand"),
    ("p", "product"),
    ("dn", "device"),
    ("dma", "device_manufacturer"),
    ("dmdl", "device_model"),
    ("dp", "platform"),
    ("dosv", "os_version"),
    ("dsh", "screen_height"),
    ("dsw", "screen_width"),
    ("dpi", "screen_dpi"),
    ("dc", "device_country"),
    ("dlc", "locale_country"),
    ("dll", "locale_language"),
    ("tz", "timezone_offset"),
    ("idst", "is_dst"),
    ("nc", "network_country"),
    ("nca", "network_carrier"),
    ("mnc", "network_code"),
    ("mcc", "network_mobile_country_code"),
    ("dr", "radio_access_technology"),
    ("it", "is_tablet"),
    ("bid", "build_identifier"),
    ("arc", "cpu_architecture"),
    ("dst", "supports_telephony"),
    ("dsnfc", "has_nfc"),
    ("dbe", "bluetooth_enabled"),
    ("dbv", "bluetooth_version"),
    ("se", "push_notification_sound_enabled"),
    ("ve", "push_notification_vibrate_enabled"),
];

/// Facts of a device that are numbers, which the native libraries put in quotes.
pub(crate) const NUMBER_FACTS: &[&str] = &["screen_height", "screen_width", "screen_dpi", "timezone_offset"];

/// The application of a native batch.
pub(crate) const APPLICATION: &Names = &[("an", "application_name"), ("av", "application_version"), ("apn", "package")];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_table_says_a_short_name_twice() {
        for names in [
            NATIVE_BATCH,
            BROWSER_EVENT,
            IDENTITY,
            CONSENT,
            LOCATION,
            COMMERCE,
            PRODUCT_ACTION,
            PRODUCT,
            PROMOTION_ACTION,
            PROMOTION,
            IMPRESSION,
            DEVICE,
            APPLICATION,
        ] {
            for (place, (name, stands_for)) in names.iter().enumerate() {
                assert!(!names.iter().skip(place + 1).any(|(other, _)| other == name), "{name}");
                assert_eq!(long(names, name), Some(*stands_for));
                assert!(short(names, stands_for).is_some());
            }
        }
    }
}
