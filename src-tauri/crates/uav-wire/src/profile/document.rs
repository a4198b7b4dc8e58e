//! A profile as its readers get it (profiles.md 2.4, 2.8).

use serde::{Serialize, Serializer};
use uav_core::batch::Regulation;
use uav_core::profile::{Attribution, HeldConsent, Profile, WorkspaceProfile};
use uav_core::{IdentityType, Scalar, Value, WorkspaceId};

use super::fields::Fields;
use super::names::profile_name;
use crate::written::{Pairs, written};

/// A profile with the sections asked for. The MPID is a number on this surface (profiles.md 1.5).
#[must_use]
pub fn profile_json(profile: &Profile, workspace: WorkspaceId, fields: Fields) -> String {
    #[derive(Serialize)]
    struct Answer<'a> {
        mpid: i64,
        #[serde(flatten)]
        document: Document<'a>,
    }
    written(&Answer { mpid: profile.mpid.get(), document: Document::of(profile, workspace, fields) })
}

/// The answer to a search: every profile that has the identity, its MPID as `id`.
#[must_use]
pub fn consumer_profiles_json(profiles: &[&Profile], workspace: WorkspaceId) -> String {
    #[derive(Serialize)]
    struct Found<'a> {
        id: i64,
        #[serde(flatten)]
        document: Document<'a>,
    }
    #[derive(Serialize)]
    struct Answer<'a> {
        consumer_profiles: Vec<Found<'a>>,
    }
    let fields = Fields {
        device_identities: true,
        user_identities: true,
        user_attributes: true,
        audience_memberships: true,
        ..Fields::default()
    };
    let found = profiles
        .iter()
        .copied()
        .map(|profile| Found { id: profile.mpid.get(), document: Document::of(profile, workspace, fields) });
    written(&Answer { consumer_profiles: found.collect() })
}

/// What both surfaces tell.
#[derive(Serialize)]
struct Document<'a> {
    created_timestamp_ms: i64,
    last_stored_timestamp_ms: i64,
    is_opted_out: bool,
    limit_ad_tracking: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    device_identities: Option<Vec<IdentityItem>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_identities: Option<Vec<IdentityItem>>,
    account_userattributes: Option<()>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_attributes: Option<Pairs<&'a str, AsText<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    audience_memberships: Option<[(); 0]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribution: Option<Vec<AttributionItem>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    partner_identities: Option<Pairs<&'a str, &'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consent_state: Option<Pairs<&'static str, Pairs<&'a str, ConsentItem<'a>>>>,
}

impl<'a> Document<'a> {
    fn of(profile: &'a Profile, workspace: WorkspaceId, fields: Fields) -> Self {
        let known = profile.workspace(workspace);
        Self {
            created_timestamp_ms: profile.first_seen_ms(),
            last_stored_timestamp_ms: profile.last_seen_ms(),
            is_opted_out: profile.is_opted_out(),
            limit_ad_tracking: profile.limit_ad_tracking(),
            device_identities: fields.device_identities.then(|| device_identities(profile, known)),
            user_identities: fields.user_identities.then(|| user_identities(profile)),
            account_userattributes: None,
            user_attributes: fields.user_attributes.then(|| {
                let held = known.into_iter().flat_map(|known| known.attributes.iter());
                Pairs(held.map(|held| (held.name, AsText(held.value))).collect())
            }),
            // There are no audiences yet, and no partner has registered an identity.
            audience_memberships: fields.audience_memberships.then_some([]),
            attribution: fields.attribution.then(|| attributions(known)),
            partner_identities: fields.partner_identities.then(|| Pairs(Vec::new())),
            consent_state: fields.consent_state.then(|| consent(known)),
        }
    }
}

#[derive(PartialEq, Eq, Serialize)]
struct IdentityItem {
    #[serde(rename = "type")]
    kind: &'static str,
    encoding: &'static str,
    value: Box<str>,
}

impl IdentityItem {
    fn new(kind: IdentityType, value: &str) -> Self {
        Self { kind: profile_name(kind), encoding: "none", value: value.into() }
    }
}

fn user_identities(profile: &Profile) -> Vec<IdentityItem> {
    let held = profile.record.current().map(|held| &held.identity).filter(|identity| !identity.kind.is_device());
    held.map(|identity| IdentityItem::new(identity.kind, &identity.value)).collect()
}

/// The ids of the workspace's devices, the device seen last first, then those by which the profile is found besides.
fn device_identities(profile: &Profile, known: Option<&WorkspaceProfile>) -> Vec<IdentityItem> {
    let mut items = Vec::new();
    let mut add = |kind: IdentityType, value: &str| {
        let item = IdentityItem::new(kind, value);
        if !kind.is_absent(value) && !items.contains(&item) {
            items.push(item);
        }
    };
    for device in known.into_iter().flat_map(|known| known.devices.merged()) {
        for id in &device.ids {
            add(id.kind, &id.value);
        }
        if let Some(token) = &device.push_token {
            add(IdentityType::PushToken, token);
        }
        if let Some(stamp) = device.stamp() {
            add(IdentityType::DeviceApplicationStamp, stamp);
        }
    }
    for held in profile.record.current().filter(|held| held.identity.kind.is_device()) {
        add(held.identity.kind, &held.identity.value);
    }
    items
}

/// A value of an attribute as text: numbers and truths too, a tag as null, a list as a list of texts (profiles.md 1.4).
struct AsText<'a>(&'a Value);

impl Serialize for AsText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = |scalar: &Scalar| (*scalar != Scalar::Null).then(|| scalar.to_string());
        match self.0 {
            Value::One(scalar) => text(scalar).serialize(serializer),
            Value::List(list) => serializer.collect_seq(list.iter().map(text)),
        }
    }
}

#[derive(Serialize)]
struct AttributionItem {
    publisher: Box<str>,
    campaign: Box<str>,
    timestamp_ms: i64,
}

/// The install that counts of each device, and of the batches that named none, in order of time; ours (Q-P3).
fn attributions(known: Option<&WorkspaceProfile>) -> Vec<AttributionItem> {
    let Some(known) = known else { return Vec::new() };
    let unnamed = known.devices.unnamed_attributions().first().cloned();
    let of_devices = known.devices.merged().into_iter().filter_map(|device| device.attributions.into_iter().next());
    let mut counting: Vec<Attribution> = of_devices.chain(unnamed).collect();
    counting.sort();
    let item = |Attribution { moment, publisher, campaign }| AttributionItem {
        publisher,
        campaign,
        timestamp_ms: moment.time_ms,
    };
    counting.into_iter().map(item).collect()
}

#[derive(Serialize)]
struct ConsentItem<'a> {
    consented: bool,
    timestamp_unixtime_ms: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hardware_id: Option<&'a str>,
}

/// Consent in the form in which batches state it.
fn consent(known: Option<&WorkspaceProfile>) -> Pairs<&'static str, Pairs<&str, ConsentItem<'_>>> {
    let records = known.map_or(&[][..], |known| known.consent.records());
    let of = |regulation: Regulation| {
        let held = records.iter().filter(|held| held.value.regulation == regulation);
        (regulation.name(), Pairs(held.map(|held| (&*held.value.purpose, consent_item(held))).collect()))
    };
    Pairs(
        [Regulation::Gdpr, Regulation::Ccpa]
            .map(of)
            .into_iter()
            .filter(|(_, purposes)| !purposes.0.is_empty())
            .collect(),
    )
}

fn consent_item(held: &HeldConsent) -> ConsentItem<'_> {
    let record = &held.value;
    ConsentItem {
        consented: record.consented,
        timestamp_unixtime_ms: record.timestamp_ms.unwrap_or(held.moment.time_ms),
        document: record.document.as_deref(),
        location: record.location.as_deref(),
        hardware_id: record.hardware_id.as_deref(),
    }
}
