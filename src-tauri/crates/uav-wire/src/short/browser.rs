//! One event of the old browser library (real-clients.md 3).

use uav_core::batch::{ApplicationInfo, Batch, DeviceInfo, Environment, Event, EventType};
use uav_core::{Refusal, Scalar};

use super::names::Names;
use super::{MessageType, read_typed};
use crate::object::Object;
use crate::reader::Reader;

/// Members that every event has.
const COMMON: &Names = &[
    ("ct", "timestamp_unixtime_ms"),
    ("sid", "session_uuid"),
    ("ssd", "session_start_unixtime_ms"),
    ("attrs", "custom_attributes"),
    ("lc", "location"),
];

/// The types of event, by their numbers.
const TYPES: &[MessageType] = &[
    MessageType { dt: "1", event_type: EventType::SessionStart, names: &[] },
    MessageType { dt: "2", event_type: EventType::SessionEnd, names: &[("sl", "session_duration_ms")] },
    MessageType { dt: "3", event_type: EventType::ScreenView, names: &[("n", "screen_name")] },
    MessageType { dt: "4", event_type: EventType::Custom, names: &[("n", "event_name"), ("et", "custom_event_type")] },
    MessageType { dt: "5", event_type: EventType::CrashReport, names: &[("n", "message")] },
    MessageType { dt: "6", event_type: EventType::OptOut, names: &[("o", "is_opted_out")] },
    MessageType {
        dt: "10",
        event_type: EventType::ApplicationStateTransition,
        names: &[("at", "application_transition_type"), ("fr", "is_first_run"), ("iu", "is_upgrade")],
    },
    MessageType { dt: "14", event_type: EventType::Profile, names: &[] },
    MessageType { dt: "16", event_type: EventType::Commerce, names: &[] },
];

/// What the batch says of itself on the level of its one event, and the event.
pub(super) fn read_rest(reader: &mut Reader<'_>, batch: &mut Batch, root: &Object<'_, '_>, faults: &mut Vec<Refusal>) {
    if root.boolean(reader, "dbg") == Some(true) {
        batch.environment = Environment::Development;
    }
    batch.application =
        root.text(reader, "av").map(|version| ApplicationInfo { version: Some(version), ..ApplicationInfo::default() });
    let platform = ("platform".into(), Scalar::Text("web".into()));
    batch.device = Some(DeviceInfo { facts: vec![platform], ..DeviceInfo::default() });
    let version = root.integer(reader, "dp_v");
    batch.data_plan = root.text(reader, "dp_id").map(|id| (id, version));
    let event = Object { members: root.members.clone(), path: root.path, names: None };
    match read_event(reader, event) {
        Ok(event) => {
            batch.timestamp_ms = event.timestamp_ms;
            batch.events.push(event);
        }
        Err(fault) => faults.push(fault),
    }
}

/// The event: the whole text is its data.
pub(super) fn read_event(reader: &mut Reader<'_>, event: Object<'_, '_>) -> Result<Event, Refusal> {
    read_typed(reader, event, TYPES, COMMON)
}
