//! What becomes of a batch, whichever entrance it came through.

use uav_core::batch::Door;
use uav_core::{Mpid, Reason, Refusal};
use uav_engine::{Caller, EngineError, LiveBatch, Outcome};
use uav_wire::{Limits, Policy};

use super::Gate;

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
