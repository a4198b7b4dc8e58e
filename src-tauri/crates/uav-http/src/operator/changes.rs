//! What changed, as server-sent events.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, StreamExt};
use serde::Serialize;
use uav_admin::Tag;

use super::Door;

/// The data of a `changed` event.
#[derive(Serialize)]
struct ChangedTags {
    tags: Vec<Tag>,
}

/// `GET /api/events`: a `changed` event with the tags that became stale, at most four a second.
pub(crate) async fn changes(State(door): State<Door>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = door.admin.changes().map(|tags| {
        let event = Event::default().event("changed").json_data(ChangedTags { tags });
        Ok(event.unwrap_or_default())
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}
