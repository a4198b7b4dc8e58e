//! A batch of a native library (events.md 17).

use uav_core::Refusal;
use uav_core::batch::{Batch, Environment, Event, EventKind, EventType, Session};

use super::names::Names;
use super::{MessageType, read_typed};
use crate::json::Kind;
use crate::object::Object;
use crate::reader::Reader;

/// What one library writes for "in no session".
const NO_SESSION: &str = "NO-SESSION";
/// The environment that means development.
const DEVELOPMENT: i64 = 1;

/// Members that every message has.
const COMMON: &Names = &[
    ("id", "source_message_id"),
    ("ct", "timestamp_unixtime_ms"),
    ("sid", "session_uuid"),
    ("sct", "session_start_unixtime_ms"),
    ("attrs", "custom_attributes"),
    ("lc", "location"),
];

/// The types of message.
const TYPES: &[MessageType] = &[
    MessageType { dt: "ss", event_type: EventType::SessionStart, names: &[] },
    MessageType { dt: "se", event_type: EventType::SessionEnd, names: &[("sl", "session_duration_ms")] },
    MessageType { dt: "v", event_type: EventType::ScreenView, names: &[("n", "screen_name")] },
    MessageType { dt: "e", event_type: EventType::Custom, names: &[("n", "event_name"), ("et", "custom_event_type")] },
    MessageType { dt: "cm", event_type: EventType::Commerce, names: &[] },
    MessageType { dt: "o", event_type: EventType::OptOut, names: &[("s", "is_opted_out")] },
    MessageType {
        dt: "x",
        event_type: EventType::CrashReport,
        names: &[("s", "severity"), ("c", "class_name"), ("m", "message")],
    },
    MessageType {
        dt: "pr",
        event_type: EventType::PushRegistration,
        names: &[("r", "register"), ("to", "registration_token")],
    },
    MessageType { dt: "pm", event_type: EventType::PushMessage, names: &[("t", "push_message_type")] },
    MessageType { dt: "fr", event_type: EventType::FirstRun, names: &[] },
    MessageType {
        dt: "ast",
        event_type: EventType::ApplicationStateTransition,
        names: &[("t", "application_transition_type"), ("ifr", "is_first_run"), ("iu", "is_upgrade")],
    },
    MessageType {
        dt: "uac",
        event_type: EventType::UserAttributeChange,
        names: &[("n", "user_attribute_name"), ("nv", "new"), ("d", "deleted")],
    },
    MessageType { dt: "uic", event_type: EventType::UserIdentityChange, names: &[("ni", "new"), ("oi", "old")] },
    MessageType { dt: "npe", event_type: EventType::NetworkPerformance, names: &[("url", "url")] },
    MessageType { dt: "bc", event_type: EventType::Breadcrumb, names: &[("l", "label")] },
    MessageType { dt: "pro", event_type: EventType::Profile, names: &[("t", "profile_event_type")] },
];

/// Which data it is, and the data plan: members of members.
pub(super) fn read_rest(reader: &mut Reader<'_>, batch: &mut Batch, root: &Object<'_, '_>) {
    if let Some(value) = root.get("ai").filter(|value| value.kind() == Kind::Object)
        && let Some(application) = Object::at(reader, value, root.path.member("ai"))
        && application.integer(reader, "env") == Some(DEVELOPMENT)
    {
        batch.environment = Environment::Development;
    }
    if let Some(context) = root.object(reader, "ctx")
        && let Some(plan) = context.object(reader, "dpln")
    {
        let version = plan.integer(reader, "v");
        batch.data_plan = plan.text(reader, "id").map(|id| (id, version));
    }
}

/// A message. The beginning of a session names the session by its own id.
pub(super) fn read_message(reader: &mut Reader<'_>, message: Object<'_, '_>) -> Result<Event, Refusal> {
    let mut event = read_typed(reader, message, TYPES, COMMON)?;
    if event.kind == EventKind::SessionStart && event.session.is_none() {
        let (uuid, start_ms) = (event.source_message_id.clone(), event.timestamp_ms);
        event.session = Some(Session { uuid, id: None, start_ms });
    }
    if event.session.as_ref().is_some_and(|session| session.uuid.as_deref() == Some(NO_SESSION)) {
        event.session = None;
    }
    Ok(event)
}
