//! What becomes of a batch, whichever entrance it came through.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uav_core::batch::Door;
use uav_core::{Mpid, Reason, Refusal};
use uav_engine::{Caller, EngineError, LiveBatch, Metered, Outcome};
use uav_wire::{Limits, Policy};

use super::answer::unavailable;
use super::body::BodyFault;
use super::throttle::Admitted;
use super::{Gate, body, throttle, who};

/// A batch on the doorstep.
#[derive(Clone, Copy)]
pub(crate) struct Arrival<'a> {
    /// Whose key it came under.
    pub(crate) caller: &'a Caller,
    /// The entrance.
    pub(crate) door: Door,
    /// Its text.
    pub(crate) text: &'a [u8],
    /// Whether it came as one of the past (events.md EP-3).
    pub(crate) is_historical: bool,
}

/// What became of it.
#[derive(Debug)]
pub(crate) enum Taken {
    /// It is durable, under this user.
    Stored(Mpid),
    /// It was here before; nothing changed.
    Repeated,
    /// It was not taken; what is wrong is noted and can be listed.
    Refused(Vec<Refusal>),
}

/// Takes in the batch of a page or application that names its key in the path. What cannot be read at all is answered with
/// the status that the entrance has for it, and no body.
///
/// # Errors
/// The answer to a stranger, to an unreadable body, to one who sends too much, and when it cannot be stored now.
pub(crate) async fn receive(
    gate: &Gate,
    key: &str,
    request: Request,
    door: Door,
    unreadable: fn(BodyFault) -> StatusCode,
) -> Result<(Taken, Admitted), Response> {
    let (parts, body) = request.into_parts();
    let read = body::read(&parts.headers, body, gate.limits.request_bytes_max).await;
    // What was not read whole cannot have been signed.
    if let Err(fault @ BodyFault::TooLarge(_)) = read {
        return Err(fault.status().into_response());
    }
    let caller = who::by_path(&gate.engine, &parts, key, read.as_deref().unwrap_or_default()).await?;
    let text = read.map_err(|fault| unreadable(fault).into_response())?;
    let admitted = throttle::admit(&gate.engine, Metered::Batches, 1)?;
    let arrival = Arrival { caller: &caller, door, text: &text, is_historical: false };
    let taken = take(gate, arrival).await.map_err(|fault| unavailable(&fault))?;
    Ok((taken, admitted))
}

/// Reads a batch and takes it in.
///
/// # Errors
/// When it cannot be stored now.
pub(crate) async fn take(gate: &Gate, arrival: Arrival<'_>) -> Result<Taken, EngineError> {
    let received_ms = gate.engine.now_ms();
    let live = match read(arrival, received_ms) {
        Ok(live) => live,
        Err(refusals) => {
            gate.engine.note_refused(arrival.caller.source(), arrival.text, refusals.clone()).await?;
            return Ok(Taken::Refused(refusals));
        }
    };
    let refused = |path: &str, reason, detail: &str| Taken::Refused(vec![Refusal::new(path, reason, detail)]);
    Ok(match gate.engine.take(live).await? {
        Outcome::Stored { mpid, .. } => Taken::Stored(mpid),
        Outcome::Duplicate => Taken::Repeated,
        Outcome::NoIdentity => {
            refused("", Reason::NoIdentity, "no identity: no mpid, no user identity and no device id")
        }
        Outcome::MpidElsewhere => {
            let detail = "this MPID is a user of the other environment or of another identity scope";
            refused("mpid", Reason::NotAllowed, detail)
        }
    })
}

/// The batch, if all rules of its entrance allow it.
fn read(arrival: Arrival<'_>, received_ms: i64) -> Result<LiveBatch<'_>, Vec<Refusal>> {
    let Arrival { caller, door, text, is_historical } = arrival;
    let limits = Limits::default();
    let parsed = uav_wire::parse_batch(text, Policy::of(door, &limits)).map_err(|fault| fault.refusals().to_vec())?;
    if !caller.may_use(parsed.batch.environment) {
        let detail = format!("this key is not for {} data", parsed.batch.environment.name());
        return Err(vec![Refusal::new("environment", Reason::NotAllowed, detail)]);
    }
    if is_historical && let Some(fault) = uav_wire::historical_fault(&parsed.batch, received_ms) {
        return Err(vec![fault]);
    }
    Ok(LiveBatch { source: caller.source(), door, parsed, text, received_ms, is_historical })
}
