//! The bodies of the profile commands.

use std::collections::HashMap;

use uav_core::batch::Regulation;
use uav_core::identity::{HeldIdentity, IdentitySettings};
use uav_core::profile::{Attribution, DeletedAttribute, Device, HeldAttribute, HeldConsent, Profile, WorkspaceProfile};
use uav_core::{IdentityType, InputId, Scalar, Value, WorkspaceId};

use crate::admin::Admin;
use crate::aliases::alias_views;
use crate::error::Problem;
use crate::numbers::signed;
use crate::profile::*;
use crate::request::mpid;

/// The names of inputs and workspaces.
pub(crate) struct Names {
    inputs: HashMap<InputId, String>,
    workspaces: HashMap<WorkspaceId, String>,
}

impl Names {
    pub(crate) async fn load(admin: &Admin) -> Result<Self, Problem> {
        let inputs = admin.engine.inputs().await?;
        let workspaces = admin.engine.workspaces().await?;
        Ok(Self {
            inputs: inputs.into_iter().map(|input| (input.id, input.name)).collect(),
            workspaces: workspaces.into_iter().map(|workspace| (workspace.id, workspace.name)).collect(),
        })
    }

    pub(crate) fn input(&self, id: InputId) -> String {
        self.inputs.get(&id).cloned().unwrap_or_else(|| format!("Input {id}"))
    }

    pub(crate) fn workspace(&self, id: WorkspaceId) -> String {
        self.workspaces.get(&id).cloned().unwrap_or_else(|| format!("Workspace {id}"))
    }
}

impl Admin {
    /// A profile as it is now.
    ///
    /// # Errors
    /// When there is no such user, or it was never seen in the workspace.
    pub async fn profile_get(&self, request: GetProfile) -> Result<ProfileView, Problem> {
        let found = self.engine.profile(mpid("mpid", &request.mpid)?).await?;
        let profile = &found.profile;
        let workspace = match request.workspace.map(WorkspaceId) {
            None => profile.latest_workspace(),
            Some(id) => {
                let seen = profile.workspace(id);
                Some(seen.ok_or_else(|| Problem::not_found(&format!("user {} in workspace {id}", profile.mpid)))?)
            }
        };
        let names = Names::load(self).await?;
        let settings = self.engine.identity_settings(profile.scope);
        let devices = workspace.map(|workspace| workspace.devices.merged()).unwrap_or_default();
        let limited = devices.iter().filter(|device| device.limit_ad_tracking == Some(true)).count();
        let workspaces = profile.workspaces().iter().map(|workspace| usage_view(workspace, &names));
        Ok(ProfileView {
            mpid: profile.mpid.to_string(),
            environment: profile.environment.name().to_owned(),
            name: profile.display_name(),
            known: profile.is_known(settings.login),
            first_seen_ms: profile.first_seen_ms(),
            last_seen_ms: profile.last_seen_ms(),
            last_seen_on: workspace.and_then(|workspace| last_seen_on(workspace, &devices, &names)),
            opted_out: profile.is_opted_out(),
            limit_ad_tracking: profile.limit_ad_tracking(),
            limited_devices: signed(limited as u64),
            clock_warning: profile.has_clock_warning(),
            batches: signed(profile.batches()),
            events: signed(profile.events()),
            identities: identity_views(profile, &settings, &names),
            workspaces: workspaces.collect(),
            workspace: workspace.map_or(0, |workspace| workspace.workspace.0),
            attributes: workspace.map(|workspace| attribute_views(workspace, &names)).unwrap_or_default(),
            deleted_attributes: workspace.map(|workspace| deleted_views(workspace, &names)).unwrap_or_default(),
            consent: workspace
                .map(|workspace| workspace.consent.records().iter().map(|held| consent_view(held, &names)).collect())
                .unwrap_or_default(),
            attribution: workspace.map(|workspace| attribution_views(workspace, &devices)).unwrap_or_default(),
            devices: devices.iter().map(|device| device_view(device, &names)).collect(),
            days: day_views(profile),
            aliases: alias_views(&found.aliases),
        })
    }

    /// How an attribute came to its value.
    ///
    /// # Errors
    /// When there is no such user.
    pub async fn attribute_history(&self, request: GetAttributeHistory) -> Result<AttributeHistoryView, Problem> {
        let mpid = mpid("mpid", &request.mpid)?;
        let history = self.engine.attribute_history(mpid, WorkspaceId(request.workspace), &request.name).await?;
        let names = Names::load(self).await?;
        let changes = history.changes.iter().map(|change| AttributeChangeView {
            value: change.value.as_ref().map(value_view),
            time_ms: change.moment.time_ms,
            input: names.input(change.input),
            seq: change.moment.seq.to_string(),
        });
        Ok(AttributeHistoryView { changes: changes.collect(), truncated: history.truncated })
    }
}

/// Held ones by priority and then by type, then former ones, the latest first. One that is held again is not told of as
/// former.
fn identity_views(profile: &Profile, settings: &IdentitySettings, names: &Names) -> Vec<IdentityView> {
    let place = |kind: IdentityType| settings.priority.iter().position(|known| *known == kind).unwrap_or(usize::MAX);
    let mut held: Vec<&HeldIdentity> = profile.record.current().collect();
    held.sort_by_key(|held| (place(held.identity.kind), held.identity.kind, held.since_ms));
    let mut former: Vec<&HeldIdentity> = profile
        .record
        .former()
        .filter(|held| !profile.record.holds(held.identity.kind, &held.identity.value))
        .collect();
    former.sort_by_key(|held| std::cmp::Reverse(held.ended.map(|ended| ended.at_ms)));
    held.into_iter().chain(former).map(|held| identity_view(held, settings, names)).collect()
}

fn identity_view(held: &HeldIdentity, settings: &IdentitySettings, names: &Names) -> IdentityView {
    let place = settings.priority.iter().position(|kind| *kind == held.identity.kind);
    IdentityView {
        priority: place.and_then(|place| u32::try_from(place + 1).ok()),
        login: settings.login.contains(held.identity.kind),
        kind: held.identity.kind.name().to_owned(),
        label: held.identity.kind.label().to_owned(),
        value: held.identity.value.to_string(),
        former: held.ended.is_some(),
        since_ms: held.since_ms,
        until_ms: held.ended.map(|ended| ended.at_ms),
        input: names.input(held.input),
        seq: held.seq.to_string(),
    }
}

fn usage_view(workspace: &WorkspaceProfile, names: &Names) -> WorkspaceUsageView {
    let inputs = workspace.usage.inputs().iter().map(|usage| InputUsageView {
        name: names.input(usage.input),
        batches: signed(usage.batches),
        first_seen_ms: usage.first_seen_ms,
        last_seen_ms: usage.last_seen_ms,
    });
    let mut inputs: Vec<InputUsageView> = inputs.collect();
    inputs.sort_by_key(|input| std::cmp::Reverse(input.last_seen_ms));
    let devices = workspace.devices.merged();
    WorkspaceUsageView {
        id: workspace.workspace.0,
        name: names.workspace(workspace.workspace),
        first_seen_ms: workspace.usage.first_seen_ms(),
        last_seen_ms: workspace.usage.last_seen_ms(),
        inputs,
        device_id: devices.first().and_then(device_id),
    }
}

/// The id of a device that people go by: an advertising id before a vendor id.
fn device_id(device: &Device) -> Option<String> {
    let rank = |kind: IdentityType| match kind {
        IdentityType::IosAdvertisingId | IdentityType::GoogleAdvertisingId => 0,
        IdentityType::IosVendorId | IdentityType::AndroidId => 1,
        _ => 2,
    };
    let best = device.ids.iter().min_by_key(|id| rank(id.kind));
    best.map(|id| id.value.to_string()).or_else(|| device.stamp().map(str::to_owned))
}

fn last_seen_on(workspace: &WorkspaceProfile, devices: &[Device], names: &Names) -> Option<String> {
    let input = names.input(workspace.usage.latest_input()?);
    let application = devices.first().filter(|device| device.last_seen_ms == workspace.usage.last_seen_ms());
    let version = application.and_then(|device| device.fact("application_version"));
    Some(version.map_or(input.clone(), |version| format!("{input} {version}")))
}

fn attribute_views(workspace: &WorkspaceProfile, names: &Names) -> Vec<AttributeView> {
    let mut attributes: Vec<AttributeView> =
        workspace.attributes.iter().map(|held| attribute_view(&held, names)).collect();
    attributes.sort_by(|one, other| other.reserved.cmp(&one.reserved).then_with(|| one.name.cmp(&other.name)));
    attributes
}

fn attribute_view(held: &HeldAttribute<'_>, names: &Names) -> AttributeView {
    AttributeView {
        name: held.name.to_owned(),
        reserved: held.name.starts_with('$'),
        value: value_view(held.value),
        time_ms: held.moment.time_ms,
        input: names.input(held.input),
        seq: held.moment.seq.to_string(),
    }
}

fn deleted_views(workspace: &WorkspaceProfile, names: &Names) -> Vec<DeletedAttributeView> {
    let view = |deleted: DeletedAttribute<'_>| DeletedAttributeView {
        name: deleted.name.to_owned(),
        reserved: deleted.name.starts_with('$'),
        time_ms: deleted.moment.time_ms,
        input: names.input(deleted.input),
        seq: deleted.moment.seq.to_string(),
    };
    let mut views: Vec<DeletedAttributeView> = workspace.attributes.deleted().map(view).collect();
    views.sort_by_key(|view| std::cmp::Reverse(view.time_ms));
    views
}

pub(crate) fn value_view(value: &Value) -> ValueView {
    match value {
        Value::One(scalar) => {
            let kind = match scalar {
                Scalar::Null => ValueKind::Tag,
                Scalar::Bool(_) => ValueKind::Bool,
                Scalar::Number(_) => ValueKind::Number,
                Scalar::Text(_) => ValueKind::Text,
            };
            ValueView { kind, text: scalar.to_string(), items: Vec::new() }
        }
        Value::List(scalars) => {
            let items: Vec<String> = scalars.iter().map(ToString::to_string).collect();
            ValueView { kind: ValueKind::List, text: items.join(", "), items }
        }
    }
}

fn consent_view(held: &HeldConsent, names: &Names) -> ConsentView {
    let record = &held.value;
    let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    ConsentView {
        regulation: record.regulation.name().to_owned(),
        purpose: match record.regulation {
            Regulation::Gdpr => record.purpose.to_string(),
            Regulation::Ccpa => "data_sale_opt_out".to_owned(),
        },
        consented: record.consented,
        time_ms: held.moment.time_ms,
        document: text(&record.document),
        location: text(&record.location),
        hardware_id: text(&record.hardware_id),
        input: names.input(held.input),
    }
}

/// The installs of all devices, the newest first; of each device's the earliest counts (events.md 8.4).
fn attribution_views(workspace: &WorkspaceProfile, devices: &[Device]) -> Vec<AttributionView> {
    let view = |attribution: &Attribution, device: Option<String>, counts| AttributionView {
        publisher: attribution.publisher.to_string(),
        campaign: attribution.campaign.to_string(),
        time_ms: attribution.moment.time_ms,
        device,
        counts,
    };
    let of_device = |device: &Device| {
        let name = device_name(device);
        let attributions = device.attributions.iter().enumerate();
        attributions.map(|(place, one)| view(one, Some(name.clone()), place == 0)).collect::<Vec<_>>()
    };
    let unnamed = workspace.devices.unnamed_attributions().iter().map(|one| view(one, None, true));
    let mut views: Vec<AttributionView> = devices.iter().flat_map(of_device).chain(unnamed).collect();
    views.sort_by_key(|view| std::cmp::Reverse(view.time_ms));
    views
}

pub(crate) fn device_name(device: &Device) -> String {
    let fact = |name: &str| device.fact(name).map(ToString::to_string).filter(|text| !text.is_empty());
    let model = fact("device_model").or_else(|| fact("product")).or_else(|| fact("device"));
    let maker = fact("brand").or_else(|| fact("device_manufacturer"));
    match (maker, model) {
        (Some(maker), Some(model)) if !model.to_lowercase().starts_with(&maker.to_lowercase()) => {
            format!("{maker} {model}")
        }
        (_, Some(model)) => model,
        (Some(maker), None) => maker,
        (None, None) => fact("platform").unwrap_or_else(|| "Device".to_owned()),
    }
}

/// Facts that have a place of their own on the screen.
const SHOWN_FACTS: &[&str] =
    &["platform", "os_version", "application_name", "application_version", "limit_ad_tracking"];

fn device_view(device: &Device, names: &Names) -> DeviceView {
    let fact = |name: &str| device.fact(name).map(ToString::to_string).filter(|text| !text.is_empty());
    let application = match (fact("application_name"), fact("application_version")) {
        (Some(name), Some(version)) => Some(format!("{name} {version}")),
        (name, version) => name.or(version),
    };
    let facts = device.facts.iter().filter(|(name, _)| !SHOWN_FACTS.contains(&&**name));
    let integrations = device.integration_attributes.iter();
    DeviceView {
        stamp: device.stamp().map(str::to_owned),
        name: device_name(device),
        platform: fact("platform"),
        os_version: fact("os_version"),
        application,
        identities: device
            .ids
            .iter()
            .map(|id| FactView { name: id.kind.label().to_owned(), value: id.value.to_string() })
            .collect(),
        limit_ad_tracking: device.limit_ad_tracking,
        att_status: device.att.map(|att| att.status.name().to_owned()),
        att_time_ms: device.att.map(|att| att.answered_ms),
        push_token: device.push_token.as_deref().map(str::to_owned),
        facts: facts
            .map(|(name, value)| FactView { name: name.to_string(), value: value.to_string() })
            .chain(integrations.map(|(module, json)| FactView {
                name: format!("integration_attributes.{module}"),
                value: json.to_string(),
            }))
            .collect(),
        first_seen_ms: device.first_seen_ms,
        last_seen_ms: device.last_seen_ms,
        inputs: device.inputs.iter().map(|input| names.input(*input)).collect(),
    }
}

/// The days of all workspaces, added up.
fn day_views(profile: &Profile) -> Vec<DayView> {
    let mut days: std::collections::BTreeMap<i64, DayView> = std::collections::BTreeMap::new();
    for counts in profile.workspaces().iter().flat_map(|workspace| workspace.activity.days()) {
        let day_ms = counts.starts_ms();
        let day = days.entry(day_ms).or_insert(DayView { day_ms, screen: 0, commerce: 0, custom: 0, other: 0 });
        day.screen += i64::from(counts.screen);
        day.commerce += i64::from(counts.commerce);
        day.custom += i64::from(counts.custom);
        day.other += i64::from(counts.other);
    }
    days.into_values().collect()
}
