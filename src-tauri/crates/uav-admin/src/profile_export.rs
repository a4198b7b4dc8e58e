//! A profile as JSON, for people to read, keep and send on.

use serde_json::{Map, Value as Json, json};
use uav_core::identity::HeldIdentity;
use uav_core::profile::{Attribution, Device, HeldConsent, Profile, WorkspaceProfile};
use uav_core::{Number, Scalar, Value};

use crate::admin::Admin;
use crate::error::Problem;
use crate::profile::{ExportProfile, JsonTextView};
use crate::profile_views::Names;
use crate::request::mpid;

impl Admin {
    /// The whole profile as indented JSON. The MPID and numbers that a double cannot hold are strings.
    ///
    /// # Errors
    /// When there is no such user.
    pub async fn profile_export(&self, request: ExportProfile) -> Result<JsonTextView, Problem> {
        let found = self.engine.profile(mpid("mpid", &request.mpid)?).await?;
        let names = Names::load(self).await?;
        let json = serde_json::to_string_pretty(&profile(&found.profile, &names));
        Ok(JsonTextView { json: json.map_err(|fault| Problem::internal(fault.to_string()))? })
    }
}

fn profile(profile: &Profile, names: &Names) -> Json {
    let identity = |held: &HeldIdentity| {
        json!({
            "type": held.identity.kind.name(),
            "value": &*held.identity.value,
            "since_ms": held.since_ms,
            "until_ms": held.ended.map(|ended| ended.at_ms),
            "input": names.input(held.input),
        })
    };
    json!({
        "mpid": profile.mpid.to_string(),
        "environment": profile.environment.name(),
        "first_seen_ms": profile.first_seen_ms(),
        "last_seen_ms": profile.last_seen_ms(),
        "batches": profile.batches(),
        "events": profile.events(),
        "opted_out": profile.is_opted_out(),
        "identities": ordered(profile.record.current()).into_iter().map(identity).collect::<Vec<_>>(),
        "former_identities": ordered(profile.record.former()).into_iter().map(identity).collect::<Vec<_>>(),
        "workspaces": profile.workspaces().iter().map(|one| workspace(one, names)).collect::<Vec<_>>(),
    })
}

/// By type, then since when: not by the order in which they came.
fn ordered<'a>(identities: impl Iterator<Item = &'a HeldIdentity>) -> Vec<&'a HeldIdentity> {
    let mut ordered: Vec<&HeldIdentity> = identities.collect();
    ordered.sort_by(|one, other| {
        let key = |held: &HeldIdentity| (held.identity.kind, held.since_ms);
        key(one).cmp(&key(other)).then_with(|| one.identity.value.cmp(&other.identity.value))
    });
    ordered
}

fn workspace(workspace: &WorkspaceProfile, names: &Names) -> Json {
    let attributes: Map<String, Json> =
        workspace.attributes.iter().map(|held| (held.name.to_owned(), value(held.value))).collect();
    let deleted: Map<String, Json> =
        workspace.attributes.deleted().map(|gone| (gone.name.to_owned(), Json::from(gone.moment.time_ms))).collect();
    json!({
        "workspace": workspace.workspace.0,
        "workspace_name": names.workspace(workspace.workspace),
        "first_seen_ms": workspace.usage.first_seen_ms(),
        "last_seen_ms": workspace.usage.last_seen_ms(),
        "user_attributes": attributes,
        "deleted_user_attributes": deleted,
        "consent": workspace.consent.records().iter().map(consent).collect::<Vec<_>>(),
        "devices": workspace.devices.merged().iter().map(|one| device(one, names)).collect::<Vec<_>>(),
        "attributions_without_device":
            workspace.devices.unnamed_attributions().iter().map(attribution).collect::<Vec<_>>(),
    })
}

fn consent(held: &HeldConsent) -> Json {
    let record = &held.value;
    json!({
        "regulation": record.regulation.name(),
        "purpose": &*record.purpose,
        "consented": record.consented,
        "time_ms": held.moment.time_ms,
        "document": record.document,
        "location": record.location,
        "hardware_id": record.hardware_id,
    })
}

fn device(device: &Device, names: &Names) -> Json {
    let facts: Map<String, Json> = device.facts.iter().map(|(name, fact)| (name.to_string(), scalar(fact))).collect();
    let ids: Map<String, Json> =
        device.ids.iter().map(|id| (id.kind.name().to_owned(), Json::from(&*id.value))).collect();
    let integrations: Map<String, Json> = device
        .integration_attributes
        .iter()
        .map(|(module, json)| (module.to_string(), serde_json::from_str(json).unwrap_or_else(|_| Json::from(&**json))))
        .collect();
    json!({
        "device_application_stamp": device.stamp(),
        "identities": ids,
        "facts": facts,
        "limit_ad_tracking": device.limit_ad_tracking,
        "att_authorization_status": device.att.map(|att| att.status.name()),
        "att_timestamp_ms": device.att.map(|att| att.answered_ms),
        "push_token": device.push_token,
        "first_seen_ms": device.first_seen_ms,
        "last_seen_ms": device.last_seen_ms,
        "inputs": device.inputs.iter().map(|input| names.input(*input)).collect::<Vec<_>>(),
        "attributions": device.attributions.iter().map(attribution).collect::<Vec<_>>(),
        "integration_attributes": integrations,
    })
}

fn attribution(attribution: &Attribution) -> Json {
    json!({
        "publisher": &*attribution.publisher,
        "campaign": &*attribution.campaign,
        "time_ms": attribution.moment.time_ms,
    })
}

fn value(value: &Value) -> Json {
    match value {
        Value::One(one) => scalar(one),
        Value::List(list) => list.iter().map(scalar).collect(),
    }
}

/// A number that a double cannot hold exactly is written as text.
fn scalar(scalar: &Scalar) -> Json {
    match scalar {
        Scalar::Null => Json::Null,
        Scalar::Bool(truth) => Json::from(*truth),
        Scalar::Text(text) => Json::from(&**text),
        Scalar::Number(Number::Int(number)) if number.unsigned_abs() <= 1 << f64::MANTISSA_DIGITS => {
            Json::from(*number)
        }
        Scalar::Number(number) => {
            let double = number.as_f64().filter(|double| double.to_string() == number.to_string());
            double.map_or_else(|| Json::from(number.to_string()), Json::from)
        }
    }
}
