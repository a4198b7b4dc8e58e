//! Batches out of the log, in the engine's words again.

use uav_store::StoredEntry;

use crate::activity::TimelineBatch;

/// Reads a batch back. What is in the log was read once before, so that it reads again; were it damaged, it would be a
/// batch that says nothing rather than a timeline that does not open.
pub(crate) fn decode(entry: &StoredEntry) -> TimelineBatch {
    let batch = match uav_wire::parse_logged(&entry.raw, entry.receipt.door) {
        Ok(parsed) => parsed.batch,
        Err(fault) => {
            tracing::error!("batch {} of the log does not read: {fault}", entry.receipt.seq);
            uav_core::Batch::default()
        }
    };
    TimelineBatch { receipt: entry.receipt, device: batch.device_application_stamp.clone(), batch }
}
