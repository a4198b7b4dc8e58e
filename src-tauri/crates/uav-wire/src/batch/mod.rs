//! A batch: its members, and what makes it fit to be taken (events.md 6).

mod attributes;
mod commerce;
mod consent;
mod device;
pub(crate) mod event;
mod identities;
mod logged;

pub use logged::{event_texts, parse_logged};

use std::fmt;

use uav_core::batch::{Batch, Door, Environment};
use uav_core::{Mpid, Reason, Refusal};

use crate::json::{Json, Kind};
use crate::limits::Limits;
use crate::object::Object;
use crate::reader::{Path, Reader};
use crate::short::{self, Form};
use crate::split::{not_json, not_utf8, without_trailing_commas};

/// How strictly a batch is read.
#[derive(Clone, Copy, Debug)]
pub struct Policy<'l> {
    /// The entrance; it decides what a partner may say.
    pub door: Door,
    /// What a batch may hold.
    pub limits: &'l Limits,
    /// Whether a faulty event is left out and the others are taken. Where not, it costs the whole batch (events.md RD-5).
    pub keep_good_events: bool,
    /// Whether a batch that names nobody is refused here (events.md WH-4).
    pub needs_identity: bool,
}

impl<'l> Policy<'l> {
    /// The policy of an entrance (events.md RD-5, WH-4, section 3.5): servers are told, browsers must never be.
    #[must_use]
    pub const fn of(door: Door, limits: &'l Limits) -> Self {
        let tells = matches!(door, Door::Server | Door::Partner);
        Self { door, limits, keep_good_events: !tells, needs_identity: tells }
    }
}

/// A batch that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedBatch {
    /// What it says.
    pub batch: Batch,
    /// Parts that were left out or cut.
    pub refusals: Vec<Refusal>,
}

/// A batch out of a file: it may say itself through which entrance it once came.
#[derive(Clone, Debug, PartialEq)]
pub struct FileBatch {
    /// What it says.
    pub batch: Batch,
    /// The entrance that its `source_info.channel` names, else that of servers.
    pub door: Door,
    /// The feed that its `source_info.partner` names.
    pub partner: Option<Box<str>>,
    /// Parts that were left out or cut.
    pub refusals: Vec<Refusal>,
}

/// Why a whole batch is not taken; every fault that was found, at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchError {
    refusals: Vec<Refusal>,
}

impl BatchError {
    /// The faults.
    #[must_use]
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }
}

impl From<Refusal> for BatchError {
    fn from(refusal: Refusal) -> Self {
        Self { refusals: vec![refusal] }
    }
}

impl fmt::Display for BatchError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, refusal) in self.refusals.iter().enumerate() {
            if place > 0 {
                out.write_str("; ")?;
            }
            refusal.fmt(out)?;
        }
        Ok(())
    }
}

impl std::error::Error for BatchError {}

/// Reads a batch.
///
/// # Errors
/// When the text is not a JSON object, an event is faulty where that costs the batch, or it names nobody.
pub fn parse_batch(text: &[u8], policy: Policy<'_>) -> Result<ParsedBatch, BatchError> {
    let text = std::str::from_utf8(text).map_err(|fault| not_utf8(&fault))?;
    let root = Json::parse(text).map_err(|fault| not_json(&fault))?;
    let (batch, refusals, _) = read(root, policy)?;
    Ok(ParsedBatch { batch, refusals })
}

/// Reads a batch out of a file. A faulty event is left out and named, so that the file can be mended; pasted samples may
/// have commas too many (events.md RD-9).
///
/// # Errors
/// When the text is not a JSON object, or names nobody.
pub fn parse_file_batch(text: &[u8], limits: &Limits) -> Result<FileBatch, BatchError> {
    let text = std::str::from_utf8(text).map_err(|fault| not_utf8(&fault))?;
    let policy = Policy { door: Door::Server, limits, keep_good_events: true, needs_identity: true };
    let mended;
    let (root, notice) = match Json::parse(text) {
        Ok(root) => (root, None),
        Err(fault) => {
            mended = without_trailing_commas(text);
            let root = Json::parse(&mended).map_err(|_| not_json(&fault))?;
            (root, Some(Refusal::new("", Reason::NotJson, "a comma before a closing bracket was left out")))
        }
    };
    let (batch, mut refusals, source) = read(root, policy)?;
    refusals.extend(notice);
    Ok(FileBatch { batch, door: source.door, partner: source.partner, refusals })
}

/// What a batch says of its own way in.
#[derive(Default)]
struct Source {
    door: Door,
    partner: Option<Box<str>>,
}

fn read(root: Json<'_>, policy: Policy<'_>) -> Result<(Batch, Vec<Refusal>, Source), BatchError> {
    if root.kind() != Kind::Object {
        let detail = format!("{} where a batch belongs", root.kind().name());
        return Err(Refusal::new("", Reason::WrongType, detail).into());
    }
    let members = root.members();
    let mut reader = Reader { form: Form::of(policy.door, &members), ..Reader::new(policy.limits) };
    let names = reader.form.batch_names();
    let mut batch = Batch::default();
    let mut source = Source::default();
    let mut faults = Vec::new();
    for (name, value) in &members {
        let path = Path::Root.member(name);
        match reader.form.long(names, name) {
            Some("events") => event::read_events(&mut reader, &mut batch, *value, path, &mut faults),
            Some("source_info") => source = read_source(&mut reader, *value, path),
            Some(name) => read_member(&mut reader, &mut batch, name, *value, path, policy),
            None => {}
        }
    }
    short::read_rest(&mut reader, &mut batch, &Object { members, path: Path::Root, names: None }, &mut faults);
    if policy.keep_good_events {
        reader.refusals.append(&mut faults);
    }
    if !faults.is_empty() {
        return Err(BatchError { refusals: faults });
    }
    if policy.needs_identity && batch.mpid.is_none() && batch.identities().next().is_none() {
        let detail = "no identity: no mpid, no user identity and no device id";
        let nobody = Refusal::new("", Reason::NoIdentity, detail);
        // Somebody may have been named in a way that was refused.
        return Err(BatchError { refusals: std::iter::once(nobody).chain(reader.refusals).collect() });
    }
    Ok((batch, reader.refusals, source))
}

fn read_member(
    reader: &mut Reader<'_>,
    batch: &mut Batch,
    name: &str,
    value: Json<'_>,
    path: Path<'_>,
    policy: Policy<'_>,
) {
    match name {
        "environment" => batch.environment = read_environment(reader, value, path),
        "source_request_id" => batch.source_request_id = reader.text(value, path),
        "batch_id" => batch.batch_id = reader.integer(value, path),
        "mpid" => batch.mpid = reader.integer(value, path).and_then(Mpid::new),
        "mp_deviceid" => batch.device_application_stamp = reader.text(value, path),
        "timestamp_unixtime_ms" => batch.timestamp_ms = reader.integer(value, path),
        "user_identities" => batch.user_identities = identities::read_user_identities(reader, value, path),
        "user_attributes" => batch.user_attributes = attributes::read_user_attributes(reader, value, path),
        "deleted_user_attributes" => {
            batch.deleted_user_attributes = attributes::read_deleted_attributes(reader, value, path);
        }
        "device_info" => batch.device = device::read_device(reader, value, path),
        "application_info" => batch.application = device::read_application(reader, value, path),
        "consent_state" if value.is_null() => {}
        "consent_state" if policy.door == Door::Partner => {
            reader.refuse(path, Reason::NotAllowed, "a partner's feed must not change consent");
        }
        "consent_state" => batch.consent = consent::read_consent(reader, value, path),
        "integration_attributes" => batch.integration_attributes = device::read_integrations(reader, value, path),
        "context" => batch.data_plan = read_data_plan(reader, value, path),
        // Everything else stays in the text, which the log keeps.
        _ => {}
    }
}

/// Production unless it says otherwise; `unknown` counts as production and is named (events.md 6.2).
fn read_environment(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Environment {
    match reader.text(value, path).as_deref() {
        None | Some("production") => Environment::Production,
        Some("development") => Environment::Development,
        Some(other) => {
            reader.refuse(path, Reason::UnknownWord, format!("{other:?} is taken as production"));
            Environment::Production
        }
    }
}

fn read_source(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Source {
    let mut source = Source::default();
    if !reader.is(Kind::Object, value, path) {
        return source;
    }
    for (name, value) in value.members() {
        let path = path.member(&name);
        match &*name {
            "partner" => source.partner = reader.text(value, path),
            "channel" => {
                source.door = match reader.text(value, path).as_deref() {
                    Some("javascript" | "pixel") => Door::Browser,
                    Some("native") => Door::Native,
                    _ => Door::Server,
                }
            }
            _ => {}
        }
    }
    source
}

fn read_data_plan(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<(Box<str>, Option<i64>)> {
    if !reader.is(Kind::Object, value, path) {
        return None;
    }
    let (_, plan) = value.members().into_iter().find(|(name, _)| name == "data_plan")?;
    let plan_path = path.member("data_plan");
    if !reader.is(Kind::Object, plan, plan_path) {
        return None;
    }
    let (mut id, mut version) = (None, None);
    for (name, value) in plan.members() {
        match &*name {
            "plan_id" => id = reader.text(value, plan_path.member("plan_id")),
            "plan_version" => version = reader.integer(value, plan_path.member("plan_version")),
            _ => {}
        }
    }
    id.map(|id| (id, version))
}
