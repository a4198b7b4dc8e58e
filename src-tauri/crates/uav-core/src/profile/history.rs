//! How an attribute came to its value: folded from the log when somebody asks, because the profile keeps only the end.

use super::operations::{AttributeOperation, attribute_operations};
use super::{Moment, Written};
use crate::batch::{Batch, Receipt};
use crate::ids::{InputId, WorkspaceId};
use crate::value::Value;

/// One step in the life of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The value; `None` where it was deleted.
    pub value: Option<Value>,
    /// When, and by which entry of the log.
    pub moment: Moment,
    /// The input that said so.
    pub input: InputId,
}

/// The life of one attribute in one workspace. Batches are added in any order.
#[derive(Clone, Debug)]
pub struct AttributeHistory {
    name: Box<str>,
    workspace: WorkspaceId,
    writes: Vec<Written<Option<Value>>>,
    fills: Vec<Written<Option<Value>>>,
    written: bool,
}

impl AttributeHistory {
    /// The history of this attribute, empty.
    #[must_use]
    pub fn new(name: &str, workspace: WorkspaceId) -> Self {
        Self { name: name.into(), workspace, writes: Vec::new(), fills: Vec::new(), written: false }
    }

    /// Adds what a batch says of the attribute.
    pub fn add(&mut self, batch: &Batch, receipt: &Receipt) {
        if receipt.workspace != self.workspace {
            return;
        }
        attribute_operations(batch, receipt, |name, operation, moment| {
            if name != &*self.name {
                return;
            }
            let written = |value| Written { value, moment, input: receipt.input };
            match operation {
                AttributeOperation::Write(value) => {
                    self.written = true;
                    self.writes.push(written(Some(value.clone())));
                }
                AttributeOperation::Delete => self.writes.push(written(None)),
                AttributeOperation::Fill(value) => self.fills.push(written(Some(value.clone()))),
            }
        });
    }

    /// The values that it had, newest first; equal ones in a row count once, at the time of the first. Fills count only
    /// where the attribute was never written (events.md AT-9).
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let fills: &[_] = if self.written { &[] } else { &self.fills };
        let mut all: Vec<&Written<Option<Value>>> = self.writes.iter().chain(fills).collect();
        all.sort_by_key(|written| written.moment);
        all.dedup_by(|next, held| next.value == held.value);
        let change = |written: &Written<Option<Value>>| Change {
            value: written.value.clone(),
            moment: written.moment,
            input: written.input,
        };
        all.into_iter().rev().map(change).collect()
    }
}
