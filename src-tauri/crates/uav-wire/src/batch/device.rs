//! `device_info`, `application_info` and `integration_attributes` (events.md 7.3, 7.4).

use uav_core::batch::{ApplicationInfo, AttStatus, DeviceInfo};
use uav_core::{Identity, IdentityType, Reason, Scalar};

use crate::json::{Json, Kind};
use crate::limits::is_longer;
use crate::reader::{Path, Reader};
use crate::short::{Form, names};

/// Members that are identities; the Events API's own names (profiles.md 1.2).
const DEVICE_IDENTITIES: &[(&str, IdentityType)] = &[
    ("ios_advertising_id", IdentityType::IosAdvertisingId),
    ("ios_idfv", IdentityType::IosVendorId),
    ("android_uuid", IdentityType::AndroidId),
    ("android_advertising_id", IdentityType::GoogleAdvertisingId),
    ("amp_id", IdentityType::AmpId),
    ("roku_advertising_id", IdentityType::RokuAdvertisingId),
    ("roku_publisher_id", IdentityType::RokuPublisherId),
    ("fire_advertising_id", IdentityType::FireAdvertisingId),
    ("microsoft_advertising_id", IdentityType::MicrosoftAdvertisingId),
    ("microsoft_publisher_id", IdentityType::MicrosoftPublisherId),
    ("push_token", IdentityType::PushToken),
];

/// Reads `device_info`.
pub(super) fn read_device(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<DeviceInfo> {
    if !reader.is(Kind::Object, value, path) {
        return None;
    }
    let mut device = DeviceInfo::default();
    for (name, value) in value.members() {
        let path = path.member(&name);
        let Some(name) = reader.form.long(names::DEVICE, &name) else { continue };
        let identity = DEVICE_IDENTITIES.iter().find(|(member, _)| *member == name);
        match (name, identity) {
            (_, Some((_, kind))) => device.identities.extend(read_identity(reader, *kind, value, path)),
            ("limit_ad_tracking", _) => device.limit_ad_tracking = reader.boolean(value, path),
            ("att_authorization_status", _) => device.att_status = read_att(reader, value, path),
            ("att_timestamp_unixtime_ms", _) => device.att_timestamp_ms = reader.integer(value, path),
            _ if reader.form != Form::Long && names::NUMBER_FACTS.contains(&name) => {
                device.facts.extend(reader.number(value, path).map(|fact| (name.into(), Scalar::Number(fact))));
            }
            _ => device.facts.extend(read_fact(reader, value, path).map(|fact| (name.into(), fact))),
        }
    }
    Some(device)
}

fn read_identity(reader: &mut Reader<'_>, kind: IdentityType, value: Json<'_>, path: Path<'_>) -> Option<Identity> {
    let text = reader.text(value, path).filter(|text| !text.trim().is_empty())?;
    reader.fits_identity(kind, &text, path).then_some(Identity { kind, value: text })
}

fn read_att(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<AttStatus> {
    let word = reader.text(value, path)?;
    let status = AttStatus::from_name(&word);
    if status.is_none() {
        reader.refuse(path, Reason::UnknownWord, format!("{word:?} is not an authorization status"));
    }
    status
}

/// A plain fact; null and the empty text say nothing.
fn read_fact(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<Scalar> {
    match value.as_scalar() {
        Some(Scalar::Null) => None,
        Some(Scalar::Text(text)) if text.is_empty() => None,
        Some(Scalar::Text(text)) if is_longer(&text, reader.limits.user_attribute_value_chars_max) => {
            let limit = reader.limits.user_attribute_value_chars_max;
            reader.refuse(path, Reason::OverLimit, format!("{} characters, limit {limit}", text.chars().count()));
            None
        }
        Some(scalar) => Some(scalar),
        None => {
            reader.wrong_type(path, value, "a scalar");
            None
        }
    }
}

/// Reads `application_info`.
pub(super) fn read_application(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<ApplicationInfo> {
    if !reader.is(Kind::Object, value, path) {
        return None;
    }
    let mut application = ApplicationInfo::default();
    for (name, value) in value.members() {
        let path = path.member(&name);
        match reader.form.long(names::APPLICATION, &name).unwrap_or_default() {
            "application_name" => application.name = reader.text(value, path),
            "application_version" => application.version = reader.text(value, path),
            "package" => application.package = reader.text(value, path),
            _ => {}
        }
    }
    Some(application)
}

/// Reads `integration_attributes`: modules with their values as text.
pub(super) fn read_integrations(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Vec<(Box<str>, Box<str>)> {
    if !reader.is(Kind::Object, value, path) {
        return Vec::new();
    }
    let modules = value.members().into_iter();
    let said = modules.filter(|(name, module)| reader.is(Kind::Object, *module, path.member(name)));
    said.map(|(name, module)| (name.into(), module.text().into())).collect()
}
