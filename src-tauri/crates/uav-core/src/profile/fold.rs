//! Folding a batch into a profile.

use super::devices::{self, Attribution, DeviceKey};
use super::operations::{AttributeOperation, BatchTime, attribute_operations};
use super::{CLOCK_AHEAD_MS, Category, ConsentChange, Moment, Profile, WorkspaceProfile, Written};
use crate::batch::{Batch, Door, Event, EventKind, Receipt};
use crate::value::Scalar;

/// What a fold has to say beyond the changed profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoldReport {
    /// Consents that say something new (events.md CS-7).
    pub consent_changes: Vec<ConsentChange>,
}

impl Profile {
    /// Folds a received batch. The order in which the batches of a log are folded makes no difference, but each must be
    /// folded once. Identities are not its business: see [`crate::identity::IdentityRecord::absorb`].
    pub fn fold(&mut self, batch: &Batch, receipt: &Receipt) -> FoldReport {
        let mut report = FoldReport::default();
        let at = BatchTime::of(batch, receipt);
        let clock_limit_ms = receipt.received_ms.saturating_add(CLOCK_AHEAD_MS);
        for (event, place) in batch.events.iter().zip(0u32..) {
            if let EventKind::OptOut { is_opted_out } = event.kind {
                Written::put(&mut self.opted_out, is_opted_out, at.of_event(event, place), receipt.input);
            }
            self.clock_ahead |= event.timestamp_ms.is_some_and(|sent_ms| sent_ms > clock_limit_ms);
        }
        if let Some(workspace) = self.workspace_mut(receipt.workspace) {
            workspace.usage.note(receipt);
            workspace.fold_device(batch, at);
            workspace.fold_events(batch, at);
            workspace.fold_attributes(batch, receipt);
            workspace.fold_consent(batch, at, &mut report);
        }
        report
    }
}

impl WorkspaceProfile {
    fn fold_device(&mut self, batch: &Batch, at: BatchTime<'_>) {
        let Some(key) = devices::key_of(batch) else { return };
        self.devices.note(&key, batch, at.receipt, at.at(0));
        for (event, place) in batch.events.iter().zip(0u32..) {
            if let EventKind::PushRegistration { register, token } = &event.kind {
                let token = token.clone().filter(|_| *register);
                self.devices.push(&key, token, at.receipt, at.of_event(event, place));
            }
        }
    }

    fn fold_events(&mut self, batch: &Batch, at: BatchTime<'_>) {
        for (event, place) in batch.events.iter().zip(0u32..) {
            let moment = at.of_event(event, place);
            self.activity.note(moment.time_ms, Category::of(&event.kind));
            if let EventKind::Custom { name, custom_type } = &event.kind
                && &**custom_type == "attribution"
                && &**name == "attribution"
            {
                self.fold_attribution(batch, event, moment, at.receipt.received_ms);
            }
        }
    }

    /// An install: only one with both publisher and campaign is kept (events.md 8.4).
    fn fold_attribution(&mut self, batch: &Batch, event: &Event, moment: Moment, received_ms: i64) {
        let text = |name| match event.attribute(name) {
            Some(Scalar::Text(text)) if !text.is_empty() => Some(text.clone()),
            _ => None,
        };
        if let (Some(publisher), Some(campaign)) = (text("publisher"), text("campaign")) {
            let key = devices::key_of(batch).unwrap_or(DeviceKey::Unnamed);
            self.devices.attribute(&key, Attribution { moment, publisher, campaign }, received_ms);
        }
    }

    fn fold_attributes(&mut self, batch: &Batch, receipt: &Receipt) {
        attribute_operations(batch, receipt, |name, operation, moment| match operation {
            AttributeOperation::Write(value) => self.attributes.write(name, value, moment, receipt.input),
            AttributeOperation::Delete => self.attributes.delete(name, moment, receipt.input),
            AttributeOperation::Fill(value) => self.attributes.fill(name, value, moment, receipt.input),
        });
    }

    /// A partner must not change consent (events.md AU-8); its records were refused when the batch was parsed.
    fn fold_consent(&mut self, batch: &Batch, at: BatchTime<'_>, report: &mut FoldReport) {
        if at.receipt.door == Door::Partner {
            return;
        }
        for (record, place) in batch.consent.iter().zip(0u32..) {
            let said_ms = record.timestamp_ms.unwrap_or(at.time_ms).min(at.receipt.received_ms);
            let moment = Moment { time_ms: said_ms, seq: at.receipt.seq, place };
            report.consent_changes.extend(self.consent.put(record, moment, at.receipt.input));
        }
    }
}
