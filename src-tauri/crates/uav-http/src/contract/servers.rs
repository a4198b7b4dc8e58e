//! The Events API for back ends and feeds (events.md EP-1 to EP-4).

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use futures_util::future::join_all;
use uav_engine::Metered;

use super::answer::{accepted, bad_request, refused, unavailable};
use super::batches::{Arrival, Taken, take};
use super::{Gate, body, throttle, who};

/// `POST /v2/events`: one batch. What is wrong with it is answered, and then nothing of it is stored (RD-5).
pub(crate) async fn events(State(gate): State<Gate>, headers: HeaderMap, body: Body) -> Response {
    single(&gate, &headers, body).await.unwrap_or_else(|answer| answer)
}

/// `POST /v2/bulkevents`: up to 100 batches. Each is taken or refused by itself, and the answer is 202 either way.
pub(crate) async fn bulk_events(State(gate): State<Gate>, headers: HeaderMap, body: Body) -> Response {
    bulk(&gate, &headers, body, false).await.unwrap_or_else(|answer| answer)
}

/// `POST /v2/bulkevents/historical`: the same for the past; it is not forwarded and moves no audience (EP-3).
pub(crate) async fn historical_events(State(gate): State<Gate>, headers: HeaderMap, body: Body) -> Response {
    bulk(&gate, &headers, body, true).await.unwrap_or_else(|answer| answer)
}

async fn single(gate: &Gate, headers: &HeaderMap, body: Body) -> Result<Response, Response> {
    let caller = who::server(&gate.engine, headers).await?;
    let text = body::text(headers, body, gate.limits.request_bytes_max).await?;
    let admitted = throttle::admit(&gate.engine, Metered::Batches, 1)?;
    let arrival = Arrival { caller: &caller, door: caller.server_door(), text: &text, is_historical: false };
    match take(gate, arrival).await {
        Ok(Taken::Stored(_) | Taken::Repeated) => Ok(admitted.on(accepted())),
        Ok(Taken::Refused(refusals)) => Err(refused(&refusals)),
        Err(fault) => Err(unavailable(&fault)),
    }
}

async fn bulk(gate: &Gate, headers: &HeaderMap, body: Body, is_historical: bool) -> Result<Response, Response> {
    let caller = who::server(&gate.engine, headers).await?;
    let text = body::text(headers, body, gate.limits.request_bytes_max).await?;
    let texts = uav_wire::split_bulk(&text).map_err(|fault| bad_request(fault.to_string()))?;
    let limit = gate.limits.bulk_batches_max;
    if texts.len() > limit {
        return Err(bad_request(format!("{} batches, at most {limit}", texts.len())));
    }
    let admitted = throttle::admit(&gate.engine, Metered::Batches, texts.len())?;
    let door = caller.server_door();
    // All are handed over before the first is answered, so that they are stored together.
    let arrivals = texts.iter().map(|text| Arrival { caller: &caller, door, text: text.as_bytes(), is_historical });
    let taken = join_all(arrivals.map(|arrival| take(gate, arrival))).await;
    match taken.into_iter().find_map(Result::err) {
        Some(fault) => Err(unavailable(&fault)),
        None => Ok(admitted.on(accepted())),
    }
}
