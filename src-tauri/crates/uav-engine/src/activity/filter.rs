//! Which events of a user to show.

use uav_core::{InputId, WorkspaceId};

use super::describe::Category;
use super::event::{TimelineBatch, TimelineEvent};

/// A filter; parts that are absent or empty let all pass, and all parts must let an event pass.
#[derive(Clone, Debug, Default)]
pub struct ActivityFilter {
    /// From this moment, ms UTC, inclusive.
    pub from_ms: Option<i64>,
    /// Up to this moment, ms UTC, exclusive.
    pub to_ms: Option<i64>,
    /// Only these inputs.
    pub inputs: Vec<InputId>,
    /// Only these categories.
    pub categories: Vec<Category>,
    /// Only events of these names.
    pub names: Vec<String>,
    /// Only these device application stamps.
    pub devices: Vec<String>,
    /// Only this workspace.
    pub workspace: Option<WorkspaceId>,
}

impl ActivityFilter {
    /// Whether a batch can hold events that pass; spares decoding those of one that cannot.
    pub(super) fn lets_batch_pass(&self, batch: &TimelineBatch) -> bool {
        self.workspace.is_none_or(|workspace| workspace == batch.receipt.workspace)
            && (self.inputs.is_empty() || self.inputs.contains(&batch.receipt.input))
            && (self.devices.is_empty()
                || batch.device.as_ref().is_some_and(|device| self.devices.iter().any(|wanted| **wanted == **device)))
    }

    /// Whether an event of such a batch passes.
    pub(super) fn lets_event_pass(&self, event: &TimelineEvent) -> bool {
        self.from_ms.is_none_or(|from| event.ordered_ms >= from)
            && self.to_ms.is_none_or(|to| event.ordered_ms < to)
            && (self.categories.is_empty() || self.categories.contains(&event.category))
            && (self.names.is_empty() || self.names.contains(&event.headline.name))
    }
}
