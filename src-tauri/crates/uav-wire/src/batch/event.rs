//! Events: the envelope, the common data, and what each type has of its own (events.md 8).

use std::borrow::Cow;

use uav_core::batch::{ApplicationTransition, Batch, Event, EventKind, EventType, Location, Session};
use uav_core::{Identity, IdentityType, Reason, Refusal};

use super::{attributes, commerce};
use crate::json::{Json, Kind};
use crate::limits::{cut, is_longer};
use crate::object::{Object, REQUIRED};
use crate::reader::{Path, Reader};
use crate::short::{self, Form, names};

/// Reads the list; a faulty event goes to `faults` and the others into the batch.
pub(super) fn read_events(
    reader: &mut Reader<'_>,
    batch: &mut Batch,
    value: Json<'_>,
    path: Path<'_>,
    faults: &mut Vec<Refusal>,
) {
    if value.is_null() {
        return;
    }
    if value.kind() != Kind::List {
        let detail = format!("{} where an array belongs", value.kind().name());
        faults.push(Refusal::new(path.to_string(), Reason::WrongType, detail));
        return;
    }
    let items = value.items();
    batch.events.reserve(items.len());
    for (place, item) in items.into_iter().enumerate() {
        match read_item(reader, item, path.item(place)) {
            Ok(event) => batch.events.push(event),
            Err(fault) => faults.push(fault),
        }
    }
}

/// Reads an entry of the list, in the form that the batch has.
pub(super) fn read_item(reader: &mut Reader<'_>, item: Json<'_>, path: Path<'_>) -> Result<Event, Refusal> {
    match reader.form {
        Form::Long => read_event(reader, item, path),
        Form::Browser | Form::Native => short::read_message(reader, item, path),
    }
}

fn fault(path: Path<'_>, reason: Reason, detail: impl Into<String>) -> Refusal {
    Refusal::new(path.to_string(), reason, detail)
}

fn read_event(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Result<Event, Refusal> {
    if value.kind() != Kind::Object {
        return Err(fault(path, Reason::WrongType, format!("{} where an event belongs", value.kind().name())));
    }
    let (mut word, mut data) = (None, None);
    for (name, value) in value.members() {
        match &*name {
            "event_type" => word = value.as_text().filter(|word| !word.is_empty()),
            "data" => data = Some(value).filter(|value| !value.is_null()),
            _ => {}
        }
    }
    let type_path = path.member("event_type");
    let word = word.ok_or_else(|| fault(type_path, Reason::Missing, REQUIRED))?;
    let event_type = EventType::from_name(&word)
        .ok_or_else(|| fault(type_path, Reason::UnknownWord, format!("{word:?} is not a type of event")))?;
    let data_path = path.member("data");
    let data = data.ok_or_else(|| fault(data_path, Reason::Missing, REQUIRED))?;
    if data.kind() != Kind::Object {
        return Err(fault(data_path, Reason::WrongType, format!("{} where an object belongs", data.kind().name())));
    }
    read_event_of(reader, event_type, &Object { members: data.members(), path: data_path, names: None })
}

/// Reads an event of this type from its data.
///
/// # Errors
/// When it lacks what its type needs.
pub(crate) fn read_event_of(
    reader: &mut Reader<'_>,
    event_type: EventType,
    data: &Object<'_, '_>,
) -> Result<Event, Refusal> {
    let kind = read_kind(reader, event_type, data)?;
    Ok(read_common(reader, data, kind))
}

fn read_common(reader: &mut Reader<'_>, data: &Object<'_, '_>, kind: EventKind) -> Event {
    let session = Session {
        uuid: data.text(reader, "session_uuid"),
        id: data.integer(reader, "session_id"),
        start_ms: data.integer(reader, "session_start_unixtime_ms"),
    };
    let attributes = data
        .get("custom_attributes")
        .map(|value| attributes::read_event_attributes(reader, value, data.path_of("custom_attributes")));
    Event {
        timestamp_ms: data.integer(reader, "timestamp_unixtime_ms"),
        source_message_id: data.text(reader, "source_message_id"),
        session: (session != Session::default()).then_some(session),
        attributes: attributes.unwrap_or_default(),
        location: data.get("location").and_then(|value| read_location(reader, value, data.path_of("location"))),
        kind,
    }
}

fn read_location(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<Location> {
    if !reader.is(Kind::Object, value, path) {
        return None;
    }
    let mut location = Location::default();
    for (name, value) in value.members() {
        let path = path.member(&name);
        match reader.form.long(names::LOCATION, &name).unwrap_or_default() {
            "latitude" => location.latitude = reader.decimal(value, path),
            "longitude" => location.longitude = reader.decimal(value, path),
            "country_code" => location.country_code = reader.text(value, path),
            "region_code" => location.region_code = reader.text(value, path),
            "city_name" => location.city_name = reader.text(value, path),
            "postal_code" => location.postal_code = reader.text(value, path),
            _ => {}
        }
    }
    (location != Location::default()).then_some(location)
}

fn read_kind(reader: &mut Reader<'_>, event_type: EventType, data: &Object<'_, '_>) -> Result<EventKind, Refusal> {
    Ok(match event_type {
        EventType::SessionStart => EventKind::SessionStart,
        EventType::SessionEnd => EventKind::SessionEnd { duration_ms: data.integer(reader, "session_duration_ms") },
        EventType::ScreenView => EventKind::ScreenView { screen_name: screen_name(reader, data) },
        EventType::Custom => EventKind::Custom {
            name: event_name(reader, data)?,
            custom_type: data
                .text(reader, "custom_event_type")
                .map_or_else(|| "other".into(), |word| reader.form.custom_type(word)),
        },
        EventType::CrashReport => EventKind::CrashReport {
            message: data.text(reader, "message").or_else(|| data.text(reader, "class_name")),
            severity: data.text(reader, "severity"),
        },
        EventType::OptOut => {
            EventKind::OptOut { is_opted_out: data.boolean(reader, "is_opted_out").unwrap_or_default() }
        }
        EventType::FirstRun => EventKind::FirstRun,
        EventType::PreAttribution => EventKind::PreAttribution,
        EventType::PushRegistration => EventKind::PushRegistration {
            register: data.boolean(reader, "register").unwrap_or(true),
            token: data.text(reader, "registration_token"),
        },
        EventType::ApplicationStateTransition => read_transition(reader, data)?,
        EventType::PushMessage => EventKind::PushMessage {
            message_type: data.text(reader, "push_message_type").unwrap_or_else(|| "received".into()),
            message: data.text(reader, "message"),
        },
        EventType::NetworkPerformance => EventKind::NetworkPerformance { url: data.text(reader, "url") },
        EventType::Breadcrumb => EventKind::Breadcrumb { label: data.text(reader, "label") },
        EventType::Profile => EventKind::Profile { profile_event_type: data.text(reader, "profile_event_type") },
        EventType::PushReaction => EventKind::PushReaction,
        EventType::Commerce => EventKind::Commerce(Box::new(commerce::read_commerce(reader, &data.members, data.path))),
        EventType::UserAttributeChange => read_attribute_change(reader, data)?,
        EventType::UserIdentityChange => EventKind::UserIdentityChange {
            new: data.get("new").and_then(|value| read_identity(reader.form, value)),
            old: data.get("old").and_then(|value| read_identity(reader.form, value)),
        },
        EventType::Uninstall => EventKind::Uninstall,
        EventType::Media => EventKind::Media { name: data.text(reader, "event_name") },
    })
}

fn event_name(reader: &mut Reader<'_>, data: &Object<'_, '_>) -> Result<Box<str>, Refusal> {
    let name = data.required(reader, "event_name")?;
    Ok(cut_name(reader, name, data.path_of("event_name")))
}

fn screen_name(reader: &mut Reader<'_>, data: &Object<'_, '_>) -> Option<Box<str>> {
    let name = data.text(reader, "screen_name")?;
    Some(cut_name(reader, name, data.path_of("screen_name")))
}

fn cut_name(reader: &mut Reader<'_>, name: Box<str>, path: Path<'_>) -> Box<str> {
    let limit = reader.limits.event_name_chars_max;
    if !is_longer(&name, limit) {
        return name;
    }
    reader.refuse(path, Reason::OverLimit, format!("{} characters are cut to {limit}", name.chars().count()));
    cut(&name, limit).into()
}

fn read_transition(reader: &mut Reader<'_>, data: &Object<'_, '_>) -> Result<EventKind, Refusal> {
    let name = "application_transition_type";
    let word = data.required(reader, name)?;
    let transition = match reader.form.transition(&word) {
        "application_initialized" => ApplicationTransition::Initialized,
        "application_exit" => ApplicationTransition::Exit,
        "application_background" => ApplicationTransition::Background,
        "application_foreground" => ApplicationTransition::Foreground,
        other => {
            let detail = format!("{other:?} is not a transition");
            return Err(fault(data.path_of(name), Reason::UnknownWord, detail));
        }
    };
    Ok(EventKind::ApplicationStateTransition {
        transition,
        is_first_run: data.boolean(reader, "is_first_run").unwrap_or_default(),
        is_upgrade: data.boolean(reader, "is_upgrade").unwrap_or_default(),
    })
}

fn read_attribute_change(reader: &mut Reader<'_>, data: &Object<'_, '_>) -> Result<EventKind, Refusal> {
    let name = data.required(reader, "user_attribute_name")?;
    let deleted = data.boolean(reader, "deleted").unwrap_or_default();
    let limit = reader.limits.user_attribute_name_chars_max;
    // Here null is a value: a tag (events.md RD-4).
    let new = match data.member("new").filter(|_| !deleted) {
        _ if is_longer(&name, limit) => {
            let detail = format!("{} characters, limit {limit}", name.chars().count());
            reader.refuse(data.path_of("user_attribute_name"), Reason::OverLimit, detail);
            None
        }
        Some(value) => attributes::read_value(reader, value, data.path_of("new")),
        None if deleted => None,
        None => {
            // Writes nothing, and is recorded (events.md AT-5).
            let detail = "neither a new value nor deleted: true";
            reader.refuse(data.path_of("new"), Reason::Missing, detail);
            None
        }
    };
    Ok(EventKind::UserAttributeChange { name, new, deleted })
}

/// One side of an identity change; nothing but history, so what does not fit is passed over.
fn read_identity(form: Form, value: Json<'_>) -> Option<Identity> {
    let (mut kind, mut identity) = (None, None);
    for (name, value) in value.members() {
        match form.long(names::IDENTITY, &name).unwrap_or_default() {
            "identity_type" => kind = value.as_text().or_else(|| Some(Cow::Borrowed(value.text()))),
            "identity" => identity = value.as_text(),
            _ => {}
        }
    }
    let kind = IdentityType::from_name(form.identity_type(&kind?))?;
    identity.map(|value| Identity::new(kind, &value))
}
