//! One event whole: its fields in words, and its text.

use std::sync::Arc;

use uav_core::batch::{Event, EventKind};
use uav_engine::activity::{Category, TimelineBatch, TimelineEvent, describe};

use crate::activity::{EventDetailView, FieldView, GetEvent};
use crate::activity_views::{batch_view, event_view};
use crate::admin::Admin;
use crate::error::Problem;
use crate::json_text::indented;
use crate::profile_views::Names;
use crate::request::{mpid, seq};

impl Admin {
    /// One event, or a batch alone.
    ///
    /// # Errors
    /// When there is no such user, batch of the user, or event in it.
    pub async fn event_get(&self, request: GetEvent) -> Result<EventDetailView, Problem> {
        let found = self.engine.profile(mpid("mpid", &request.mpid)?).await?;
        let (batch, text) = self.engine.batch(found.key, seq("seq", &request.seq)?).await?;
        let names = Names::load(self).await?;
        let raw = String::from_utf8_lossy(&text).into_owned();
        let batch = Arc::new(batch);
        let mut fields = Vec::new();
        let mut view = None;
        let mut event_json = None;
        // The line of a batch without events has a place, but there is no event at it.
        if let Some(index) = request.index.filter(|_| !batch.batch.events.is_empty()) {
            let place = index as usize;
            let event = batch.batch.events.get(place);
            let event = event.ok_or_else(|| Problem::not_found(&format!("event {index} in batch {}", request.seq)))?;
            let line = TimelineEvent {
                batch: Arc::clone(&batch),
                index,
                ordered_ms: event.time_ms(batch.receipt.received_ms),
                category: Category::of(&event.kind),
                headline: describe(event),
            };
            event_fields(&mut fields, event);
            view = Some(event_view(&line));
            let texts = uav_wire::event_texts(&text, batch.receipt.door);
            event_json = texts.get(place).map(|text| indented(text));
        }
        batch_fields(&mut fields, &batch, &names);
        Ok(EventDetailView {
            event: view,
            batch: batch_view(&batch, &names),
            fields,
            event_json,
            batch_json: indented(&raw),
            raw,
        })
    }
}

fn push(fields: &mut Vec<FieldView>, group: &str, name: &str, value: Option<impl ToString>) {
    if let Some(value) = value.map(|value| value.to_string()).filter(|value| !value.is_empty()) {
        fields.push(FieldView { group: group.to_owned(), name: name.to_owned(), value });
    }
}

fn event_fields(fields: &mut Vec<FieldView>, event: &Event) {
    push(fields, "Event", "event_type", Some(event.kind.event_type().name()));
    match &event.kind {
        EventKind::Custom { name, custom_type } => {
            push(fields, "Event", "event_name", Some(name));
            push(fields, "Event", "custom_event_type", Some(custom_type));
        }
        EventKind::ScreenView { screen_name } => push(fields, "Event", "screen_name", screen_name.as_ref()),
        EventKind::Commerce(commerce) => {
            let action = commerce.product_action.as_ref();
            push(fields, "Event", "action", action.map(|action| action.action.name()));
            push(fields, "Event", "transaction_id", action.and_then(|action| action.transaction_id.as_ref()));
            push(fields, "Event", "currency_code", commerce.currency_code.as_ref());
            push(fields, "Event", "screen_name", commerce.screen_name.as_ref());
        }
        EventKind::UserAttributeChange { name, new, deleted } => {
            push(fields, "Event", "user_attribute_name", Some(name));
            push(fields, "Event", "new", new.as_ref().map(|value| crate::profile_views::value_view(value).text));
            push(fields, "Event", "deleted", Some(deleted));
        }
        EventKind::UserIdentityChange { new, old } => {
            push(fields, "Event", "new", new.as_ref().map(|identity| &identity.value));
            push(fields, "Event", "old", old.as_ref().map(|identity| &identity.value));
        }
        EventKind::SessionEnd { duration_ms } => push(fields, "Event", "session_duration_ms", duration_ms.as_ref()),
        _ => {}
    }
    push(fields, "Event", "source_message_id", event.source_message_id.as_ref());
    for (name, value) in &event.attributes {
        push(fields, "Attributes", name, Some(value));
    }
    if let Some(session) = &event.session {
        push(fields, "Session", "session_uuid", session.uuid.as_ref());
        push(fields, "Session", "session_id", session.id.as_ref());
    }
    if let Some(location) = &event.location {
        push(fields, "Location", "latitude", location.latitude.as_ref());
        push(fields, "Location", "longitude", location.longitude.as_ref());
        push(fields, "Location", "city", location.city_name.as_ref());
        push(fields, "Location", "country", location.country_code.as_ref());
    }
}

fn batch_fields(fields: &mut Vec<FieldView>, batch: &TimelineBatch, names: &Names) {
    let sent = &batch.batch;
    push(fields, "Batch", "input", Some(names.input(batch.receipt.input)));
    push(fields, "Batch", "source_request_id", sent.source_request_id.as_ref());
    push(fields, "Batch", "batch_id", sent.batch_id.as_ref());
    push(fields, "Batch", "mp_deviceid", sent.device_application_stamp.as_ref());
    for identity in &sent.user_identities {
        push(fields, "Identities", identity.kind.name(), Some(&identity.value));
    }
    if let Some(device) = &sent.device {
        for (name, value) in &device.facts {
            push(fields, "Device", name, Some(value));
        }
        for identity in &device.identities {
            push(fields, "Device", identity.kind.name(), Some(&identity.value));
        }
    }
    if let Some(application) = &sent.application {
        push(fields, "Application", "application_name", application.name.as_ref());
        push(fields, "Application", "application_version", application.version.as_ref());
        push(fields, "Application", "package", application.package.as_ref());
    }
    if let Some((plan, version)) = &sent.data_plan {
        push(
            fields,
            "Batch",
            "data_plan",
            Some(version.map_or(plan.to_string(), |version| format!("{plan} {version}"))),
        );
    }
}
