//! What a browser or a phone says about itself: `device_info` and `application_info`.

use crate::Shop;
use crate::dice::{Dice, Purpose};
use crate::json::Json;
use crate::life::PhoneSystem;
use crate::visit::{Stage, Visit, Way, app_release};

const BROWSER_SCREENS: [(i64, i64); 6] = [(1920, 1080), (1440, 900), (1280, 800), (390, 844), (412, 915), (2560, 1440)];
const IPHONES: [(&str, i64, i64); 4] =
    [("iPhone14,5", 1170, 2532), ("iPhone15,2", 1179, 2556), ("iPhone16,1", 1179, 2556), ("iPad13,1", 1640, 2360)];
const ANDROIDS: [(&str, &str, i64, i64); 4] = [
    ("Lumo", "LM-S24", 1080, 2340),
    ("Lumo", "LM-A55", 1080, 2340),
    ("Havfrue", "HF Nine", 1080, 2424),
    ("Kestrel", "K8 Pro", 1440, 3120),
];
/// What Apple gives in place of an advertising id to apps that may not track.
const NO_TRACKING: &str = "00000000-0000-0000-0000-000000000000";
const APP: &str = "com.example.northwindtrail";

/// One device of a user.
#[derive(Debug)]
pub(crate) struct Device {
    /// The device application stamp, `mp_deviceid`.
    pub(crate) stamp: u128,
    /// Where the app's push messages go, if it may send any: 32 bytes, as the shop's push provider hands them out.
    pub(crate) push_token: Option<[u8; 32]>,
    dice: Dice,
}

impl Device {
    /// The device a visit is made with; none for a feed.
    pub(crate) fn of(visit: &Visit<'_>) -> Option<Device> {
        let number = match visit.way {
            Way::FirstBrowser => 0,
            Way::SecondBrowser => 1,
            Way::App(PhoneSystem::Ios) => 2,
            Way::App(PhoneSystem::Android) => 3,
            Way::Store | Way::Crm => return None,
        };
        let mut dice = Dice::new(visit.life.key, Purpose::Device, number);
        let stamp = dice.wide_bits();
        let takes_push = visit.is_app() && dice.chance(580);
        let push_token = takes_push.then(|| push_token(&mut dice));
        Some(Device { stamp, push_token, dice })
    }

    /// Writes `device_info`. Apps say everything at the start of a visit and the essence after it.
    pub(crate) fn write(&self, json: &mut Json<'_>, shop: &Shop, visit: &Visit<'_>, stage: Stage) {
        let mut dice = self.dice.clone();
        json.open_object("device_info");
        let (width, height) = match visit.way {
            Way::App(PhoneSystem::Ios) => write_iphone(json, shop, visit, &mut dice),
            Way::App(PhoneSystem::Android) => write_android(json, &mut dice),
            _ => {
                json.text("platform", "web");
                dice.pick_early(&BROWSER_SCREENS)
            }
        };
        let app = visit.is_app();
        if stage == Stage::Arrive || !app {
            json.number("screen_width", width);
            json.number("screen_height", height);
        }
        if stage == Stage::Arrive && app {
            let country = visit.life.country;
            json.text("device_country", country.code);
            json.text("locale_language", country.language);
            json.text("locale_country", country.code);
            json.number("timezone_offset", visit.life.city.utc_offset_hours);
            json.text("network_carrier", dice.pick(&country.carriers));
            if let Some(token) = &self.push_token {
                json.hexadecimal("push_token", token);
            }
        }
        json.close();
    }
}

/// Writes who an iPhone is. Returns its screen.
fn write_iphone(json: &mut Json<'_>, shop: &Shop, visit: &Visit<'_>, dice: &mut Dice) -> (i64, i64) {
    let (model, width, height) = dice.pick(&IPHONES);
    let (vendor_id, advertising_id) = (dice.wide_bits(), dice.wide_bits());
    let status = match dice.below(100) {
        0..38 => "authorized",
        38..86 => "denied",
        86..97 => "not_determined",
        _ => "restricted",
    };
    let allowed = status == "authorized";
    json.text("platform", "iOS");
    json.text("device_manufacturer", "Apple");
    json.text("device_model", model);
    json.text("os_version", dice.pick(&["18.6", "18.6.2", "26.0", "26.1"]));
    json.uuid("ios_idfv", vendor_id);
    if allowed {
        json.uuid("ios_advertising_id", advertising_id);
    } else {
        json.text("ios_advertising_id", NO_TRACKING);
    }
    json.boolean("limit_ad_tracking", !allowed);
    json.text("att_authorization_status", status);
    if allowed || status == "denied" {
        let asked = visit.phone().map_or(0, |phone| phone.from_visit);
        json.number("att_timestamp_unixtime_ms", visit.life.visit_start_ms(asked).max(shop.start_ms()));
    }
    (width, height)
}

fn push_token(dice: &mut Dice) -> [u8; 32] {
    let mut token = [0; 32];
    for bytes in token.chunks_exact_mut(8) {
        bytes.copy_from_slice(&dice.bits().to_be_bytes());
    }
    token
}

/// Writes who an Android phone is. Returns its screen.
fn write_android(json: &mut Json<'_>, dice: &mut Dice) -> (i64, i64) {
    let (maker, model, width, height) = dice.pick(&ANDROIDS);
    let (android_id, advertising_id) = (dice.bits(), dice.wide_bits());
    let limited = dice.chance(220);
    json.text("platform", "Android");
    json.text("device_manufacturer", maker);
    json.text("device_model", model);
    json.text("os_version", dice.pick(&["14", "15", "16"]));
    json.hexadecimal("android_uuid", &android_id.to_be_bytes());
    if !limited {
        json.uuid("android_advertising_id", advertising_id);
    }
    json.boolean("limit_ad_tracking", limited);
    (width, height)
}

/// Writes `application_info`; browsers do so at the start of a visit.
pub(crate) fn write_application(json: &mut Json<'_>, shop: &Shop, visit: &Visit<'_>, stage: Stage) {
    if stage > Stage::Arrive && !visit.is_app() {
        return;
    }
    json.open_object("application_info");
    match visit.way {
        Way::App(system) => {
            let release = app_release(shop, visit.start_ms);
            json.text("application_name", "Northwind Trail");
            json.numbered("application_version", "5.", 8 + release.unsigned_abs());
            json.text("package", APP);
            json.text("os", if system == PhoneSystem::Ios { "IOS" } else { "Android" });
            if system == PhoneSystem::Android && visit.is_first_run() {
                json.text("install_referrer", "utm_source=store-listing&utm_campaign=autumn-trails");
            }
        }
        _ => json.text("application_name", "northwindtrail.example"),
    }
    json.close();
}
