//! Devices of a workspace (events.md 7.3, profiles.md 1.1 and 8).
//!
//! A device is named by its application stamp. A batch that carries device ids but no stamp belongs to the stamp that was
//! last seen with its strongest id, and which that is can become known later. So the state is kept apart for each name
//! that came ([`DeviceState`]) and put together when it is read ([`Devices::merged`]).

use serde::{Deserialize, Serialize};

use super::layers::Layers;
use super::{Moment, Written};
use crate::batch::{AttStatus, Batch, Receipt};
use crate::identity::{Identity, IdentityType};
use crate::ids::InputId;
use crate::value::Scalar;

/// Ids that can name a device, strongest first.
const STRONGEST: &[IdentityType] = &[
    IdentityType::IosVendorId,
    IdentityType::AndroidId,
    IdentityType::IosAdvertisingId,
    IdentityType::GoogleAdvertisingId,
    IdentityType::RokuAdvertisingId,
    IdentityType::RokuPublisherId,
    IdentityType::FireAdvertisingId,
    IdentityType::MicrosoftAdvertisingId,
    IdentityType::MicrosoftPublisherId,
    IdentityType::AmpId,
];

/// Install attributions that are kept of a device, the earliest.
const ATTRIBUTIONS_MAX: usize = 20;
/// Values of ids that are kept of a device, the newest.
const IDS_MAX: usize = 50;
/// Answers to Apple's prompt that are kept of a device, the newest.
const ATT_ANSWERS_MAX: usize = 32;

/// What a device is named by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DeviceKey {
    /// Its device application stamp.
    Stamp(Box<str>),
    /// Its strongest id, where no stamp came.
    Id(Identity),
    /// A batch that names no device at all; only an attribution is kept of it.
    Unnamed,
}

/// The name of a plain fact; the common ones take a byte.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum FactName {
    Common(u8),
    Other(Box<str>),
}

/// Names on the wire that take a byte; the places are stored and never change.
const COMMON_FACTS: &[&str] = &[
    "application_name",
    "application_version",
    "package",
    "platform",
    "os_version",
    "brand",
    "product",
    "device",
    "device_manufacturer",
    "device_model",
    "build_identifier",
    "build_version_release",
    "cpu_architecture",
    "is_tablet",
    "screen_height",
    "screen_width",
    "screen_dpi",
    "device_country",
    "locale_language",
    "locale_country",
    "timezone_offset",
    "is_dst",
    "network_country",
    "network_carrier",
    "network_code",
    "network_mobile_country_code",
    "radio_access_technology",
    "http_header_user_agent",
    "supports_telephony",
    "has_nfc",
    "bluetooth_enabled",
    "bluetooth_version",
    "push_notification_sound_enabled",
    "push_notification_vibrate_enabled",
    "limit_ad_tracking",
];

const LIMIT_AD_TRACKING: &str = "limit_ad_tracking";

impl FactName {
    fn of(name: &str) -> Self {
        let common = COMMON_FACTS.iter().position(|common| *common == name).and_then(|place| u8::try_from(place).ok());
        common.map_or_else(|| Self::Other(name.into()), Self::Common)
    }

    fn text(&self) -> &str {
        match self {
            Self::Common(place) => COMMON_FACTS.get(usize::from(*place)).copied().unwrap_or_default(),
            Self::Other(name) => name,
        }
    }
}

/// An answer to Apple's prompt, said by all batches between two moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct AttAnswer {
    from: Moment,
    to: Moment,
    status: AttStatus,
    answered_ms: i64,
}

/// What Apple's prompt was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttState {
    /// The answer.
    pub status: AttStatus,
    /// When it was given, ms UTC; it does not move while the answer stays the same.
    pub answered_ms: i64,
}

/// An install, and who brought it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Attribution {
    /// When, and by which entry of the log.
    pub moment: Moment,
    /// Who brought the user.
    pub publisher: Box<str>,
    /// With which campaign.
    pub campaign: Box<str>,
}

/// What came under one name of a device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceState {
    key: DeviceKey,
    first_seen_ms: i64,
    last_seen_ms: i64,
    inputs: Vec<InputId>,
    facts: Layers<FactName, Scalar>,
    /// Every id that came with it, with the newest batch that carried it.
    ids: Vec<(Identity, Moment)>,
    att: Vec<AttAnswer>,
    push: Option<Written<Option<Box<str>>>>,
    /// Module to JSON text.
    integration: Layers<Box<str>, Box<str>>,
    /// Earliest first.
    attributions: Vec<Attribution>,
}

/// A device as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// What it is named by.
    pub key: DeviceKey,
    /// First seen, by receipt, ms UTC.
    pub first_seen_ms: i64,
    /// Last seen, by receipt, ms UTC.
    pub last_seen_ms: i64,
    /// The inputs that saw it, by number.
    pub inputs: Vec<InputId>,
    /// Its ids, the newest of each type.
    pub ids: Vec<Identity>,
    /// Plain facts by their names on the wire; the application's name and version are among them.
    pub facts: Vec<(Box<str>, Scalar)>,
    /// Whether its owner limits ad tracking.
    pub limit_ad_tracking: Option<bool>,
    /// What Apple's prompt was answered.
    pub att: Option<AttState>,
    /// The push token registered.
    pub push_token: Option<Box<str>>,
    /// Values that one integration keeps for it: module to JSON text.
    pub integration_attributes: Vec<(Box<str>, Box<str>)>,
    /// Installs, the one that counts first (events.md 8.4).
    pub attributions: Vec<Attribution>,
}

impl Device {
    /// Its application stamp.
    #[must_use]
    pub fn stamp(&self) -> Option<&str> {
        if let DeviceKey::Stamp(stamp) = &self.key { Some(stamp) } else { None }
    }

    /// A plain fact by its name on the wire.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&Scalar> {
        self.facts.iter().find(|(fact, _)| &**fact == name).map(|(_, value)| value)
    }
}

/// The devices of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Devices {
    /// By key.
    states: Vec<DeviceState>,
}

/// The name that a batch gives its device; none when it names none.
pub(crate) fn key_of(batch: &Batch) -> Option<DeviceKey> {
    if let Some(stamp) = &batch.device_application_stamp {
        return Some(DeviceKey::Stamp(stamp.clone()));
    }
    let ids = &batch.device.as_ref()?.identities;
    let strongest =
        STRONGEST.iter().find_map(|kind| ids.iter().find(|id| id.kind == *kind && !kind.is_absent(&id.value)));
    strongest.map(|id| DeviceKey::Id(id.clone()))
}

impl Devices {
    /// Notes what a batch says of its device, other than by events.
    pub(crate) fn note(&mut self, key: &DeviceKey, batch: &Batch, receipt: &Receipt, moment: Moment) {
        if let Some(state) = self.state_mut(key, receipt.received_ms) {
            state.note(batch, receipt, moment);
        }
    }

    /// A push token was registered, or with none withdrawn.
    pub(crate) fn push(&mut self, key: &DeviceKey, token: Option<Box<str>>, receipt: &Receipt, moment: Moment) {
        if let Some(state) = self.state_mut(key, receipt.received_ms) {
            Written::put(&mut state.push, token, moment, receipt.input);
        }
    }

    /// An install was attributed.
    pub(crate) fn attribute(&mut self, key: &DeviceKey, attribution: Attribution, received_ms: i64) {
        let Some(state) = self.state_mut(key, received_ms) else { return };
        if let Err(place) = state.attributions.binary_search(&attribution) {
            state.attributions.insert(place, attribution);
            state.attributions.truncate(ATTRIBUTIONS_MAX);
        }
    }

    /// Installs of another's devices, as installs that came with no device (idsync.md AL-6).
    pub(crate) fn inherit(&mut self, other: &Self) {
        for state in &other.states {
            for attribution in &state.attributions {
                self.attribute(&DeviceKey::Unnamed, attribution.clone(), attribution.moment.time_ms);
            }
        }
    }

    /// The devices, the most recently seen first, each whole.
    #[must_use]
    pub fn merged(&self) -> Vec<Device> {
        let mut owned: Vec<(&DeviceKey, Vec<&DeviceState>)> = Vec::with_capacity(self.states.len());
        for state in self.states.iter().filter(|state| state.key != DeviceKey::Unnamed) {
            let owner = self.owner(state);
            match owned.iter_mut().find(|(key, _)| *key == owner) {
                Some((_, states)) => states.push(state),
                None => owned.push((owner, vec![state])),
            }
        }
        let mut devices: Vec<Device> = owned.into_iter().map(|(key, states)| merge(key, &states)).collect();
        devices.sort_by(|one, other| other.last_seen_ms.cmp(&one.last_seen_ms).then_with(|| one.key.cmp(&other.key)));
        devices
    }

    /// Installs that came with no device.
    #[must_use]
    pub fn unnamed_attributions(&self) -> &[Attribution] {
        let state = self.states.iter().find(|state| state.key == DeviceKey::Unnamed);
        state.map_or(&[], |state| &state.attributions)
    }

    /// The name that the state goes by: the stamp that was last seen with its id, else its own.
    fn owner<'a>(&'a self, state: &'a DeviceState) -> &'a DeviceKey {
        let DeviceKey::Id(id) = &state.key else { return &state.key };
        let stamps = self.states.iter().filter(|other| matches!(other.key, DeviceKey::Stamp(_)));
        let owning = stamps.filter_map(|other| {
            let seen = other.ids.iter().find(|(held, _)| held == id)?;
            Some((seen.1, &other.key))
        });
        owning.max().map_or(&state.key, |(_, key)| key)
    }

    fn state_mut(&mut self, key: &DeviceKey, received_ms: i64) -> Option<&mut DeviceState> {
        let place = match self.states.binary_search_by(|state| state.key.cmp(key)) {
            Ok(place) => place,
            Err(place) => {
                self.states.insert(place, DeviceState::new(key.clone(), received_ms));
                place
            }
        };
        let state = self.states.get_mut(place)?;
        state.first_seen_ms = state.first_seen_ms.min(received_ms);
        state.last_seen_ms = state.last_seen_ms.max(received_ms);
        Some(state)
    }
}

impl DeviceState {
    fn new(key: DeviceKey, received_ms: i64) -> Self {
        Self {
            key,
            first_seen_ms: received_ms,
            last_seen_ms: received_ms,
            inputs: Vec::new(),
            facts: Layers::default(),
            ids: Vec::new(),
            att: Vec::new(),
            push: None,
            integration: Layers::default(),
            attributions: Vec::new(),
        }
    }

    fn note(&mut self, batch: &Batch, receipt: &Receipt, moment: Moment) {
        if let Err(place) = self.inputs.binary_search(&receipt.input) {
            self.inputs.insert(place, receipt.input);
        }
        self.integration.put(moment, batch.integration_attributes.clone());
        let mut facts = Vec::new();
        if let Some(application) = &batch.application {
            let named = [
                ("application_name", &application.name),
                ("application_version", &application.version),
                ("package", &application.package),
            ];
            let said = named.into_iter().filter_map(|(name, value)| Some((name, value.clone()?)));
            facts.extend(said.map(|(name, value)| (FactName::of(name), Scalar::Text(value))));
        }
        if let Some(device) = &batch.device {
            let said = device.facts.iter().filter(|(_, value)| *value != Scalar::Null);
            facts.extend(said.map(|(name, value)| (FactName::of(name), value.clone())));
            facts.extend(device.limit_ad_tracking.map(|limit| (FactName::of(LIMIT_AD_TRACKING), Scalar::Bool(limit))));
            for id in &device.identities {
                self.note_id(id, moment, receipt);
            }
            if let Some(status) = device.att_status {
                let answered_ms = device.att_timestamp_ms.unwrap_or(receipt.received_ms);
                self.note_att(AttAnswer { from: moment, to: moment, status, answered_ms });
            }
        }
        self.facts.put(moment, facts);
    }

    fn note_id(&mut self, id: &Identity, moment: Moment, receipt: &Receipt) {
        if id.kind == IdentityType::PushToken {
            Written::put(&mut self.push, Some(id.value.clone()), moment, receipt.input);
            return;
        }
        match self.ids.binary_search_by(|(held, _)| held.cmp(id)) {
            Ok(place) => {
                if let Some((_, newest)) = self.ids.get_mut(place) {
                    *newest = moment.max(*newest);
                }
            }
            Err(place) => {
                self.ids.insert(place, (id.clone(), moment));
                drop_least(&mut self.ids, IDS_MAX, |(_, newest)| *newest);
            }
        }
    }

    /// Puts an answer into its place. Equal answers in a row are one, so that the state stays small; an answer in the
    /// midst of such a row parts it, and both parts keep the time of answering that all of the row had.
    fn note_att(&mut self, answer: AttAnswer) {
        let at = answer.from;
        let same = |other: &AttAnswer| other.status == answer.status && other.answered_ms == answer.answered_ms;
        if let Some(around) = self.att.iter_mut().find(|held| held.from <= at && at <= held.to) {
            if same(around) {
                return;
            }
            let later = AttAnswer { from: at, ..*around };
            around.to = at;
            self.att.extend([answer, later]);
        } else {
            self.att.push(answer);
        }
        self.att.sort_by_key(|held| (held.from, held.to));
        self.att.dedup_by(|next, held| {
            let joins = held.status == next.status && held.answered_ms == next.answered_ms;
            if joins {
                held.to = held.to.max(next.to);
            }
            joins
        });
        drop_least(&mut self.att, ATT_ANSWERS_MAX, |held| held.to);
    }
}

/// Keeps the greatest by a measure.
fn drop_least<T, M: Ord>(items: &mut Vec<T>, limit: usize, measure: impl Fn(&T) -> M) {
    if items.len() > limit
        && let Some((place, _)) = items.iter().enumerate().min_by_key(|(_, item)| measure(item))
    {
        items.remove(place);
    }
}

/// Puts the states of one device together.
fn merge(key: &DeviceKey, states: &[&DeviceState]) -> Device {
    let mut facts: Layers<&FactName, &Scalar> = Layers::default();
    let mut integration: Layers<&Box<str>, &Box<str>> = Layers::default();
    let mut ids: Vec<&(Identity, Moment)> = Vec::new();
    let mut att: Vec<AttAnswer> = Vec::new();
    let mut push: Option<&Written<Option<Box<str>>>> = None;
    let mut inputs = Vec::new();
    let mut attributions = Vec::new();
    for state in states {
        for (name, value, moment) in state.facts.iter() {
            facts.put(moment, vec![(name, value)]);
        }
        for (module, text, moment) in state.integration.iter() {
            integration.put(moment, vec![(module, text)]);
        }
        ids.extend(&state.ids);
        att.extend(&state.att);
        push = push.into_iter().chain(&state.push).max_by_key(|written| written.moment);
        inputs.extend(&state.inputs);
        attributions.extend(state.attributions.iter().cloned());
    }
    ids.sort_by(|one, other| one.0.kind.cmp(&other.0.kind).then(other.1.cmp(&one.1)));
    ids.dedup_by_key(|(id, _)| id.kind);
    inputs.sort_unstable();
    inputs.dedup();
    attributions.sort();
    attributions.dedup();
    let limit = facts.get(&&FactName::of(LIMIT_AD_TRACKING)).map(|(value, _)| (*value).clone());
    let mut facts: Vec<(Box<str>, Scalar)> = facts
        .iter()
        .map(|(name, value, _)| (name.text().into(), (*value).clone()))
        .filter(|(name, _): &(Box<str>, Scalar)| &**name != LIMIT_AD_TRACKING)
        .collect();
    facts.sort_by(|one, other| one.0.cmp(&other.0));
    Device {
        key: key.clone(),
        first_seen_ms: states.iter().map(|state| state.first_seen_ms).min().unwrap_or_default(),
        last_seen_ms: states.iter().map(|state| state.last_seen_ms).max().unwrap_or_default(),
        inputs,
        ids: ids.into_iter().map(|(id, _)| id.clone()).collect(),
        facts,
        limit_ad_tracking: limit.and_then(|value| if let Scalar::Bool(limit) = value { Some(limit) } else { None }),
        att: att_state(att),
        push_token: push.and_then(|written| written.value.clone()),
        integration_attributes: integration
            .iter()
            .map(|(module, text, _)| ((*module).clone(), (*text).clone()))
            .collect(),
        attributions,
    }
}

/// The newest answer, with the time of the first of the latest unbroken run of equal answers (events.md 7.3).
fn att_state(mut answers: Vec<AttAnswer>) -> Option<AttState> {
    answers.sort_by_key(|answer| (answer.from, answer.to));
    let newest = answers.iter().max_by_key(|answer| answer.to)?.status;
    let run = answers.iter().rev().take_while(|answer| answer.status == newest);
    run.last().map(|first| AttState { status: newest, answered_ms: first.answered_ms })
}
