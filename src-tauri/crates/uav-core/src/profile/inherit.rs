//! What an alias gives its destination beside the copied events (idsync.md AL-6).

use super::Profile;

impl Profile {
    /// Puts on what the user inherits from the source of an alias: the earlier first sight, and install attributions of
    /// the workspaces that know both. Nothing else: no identity, device, attribute or consent (AL-7).
    ///
    /// It is put on at reading and never stored, so that an alias that is taken back leaves no trace.
    pub fn inherit(&mut self, source: &Self) {
        // 0 stands for somebody who was never seen.
        let first_seen_ms = Some(source.first_seen_ms()).filter(|first| *first != 0);
        self.seen_before_ms = self.seen_before_ms.into_iter().chain(first_seen_ms).min();
        for workspace in &mut self.workspaces {
            if let Some(other) = source.workspace(workspace.workspace) {
                workspace.devices.inherit(&other.devices);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::batch::{Batch, Door, Environment, Event, EventKind, Receipt};
    use crate::ids::{InputId, Mpid, ScopeId, Seq, WorkspaceId};
    use crate::profile::Profile;
    use crate::value::{Scalar, Value};

    /// Somebody with an install of a phone and an attribute, seen at this time.
    fn seen(number: i64, received_ms: i64, publisher: &str) -> Profile {
        let mut profile = Profile::new(Mpid::new(number).unwrap(), ScopeId(1), Environment::Production);
        let text = |text: &str| Scalar::Text(text.into());
        let install = Event {
            timestamp_ms: Some(received_ms),
            source_message_id: None,
            session: None,
            attributes: vec![("publisher".into(), text(publisher)), ("campaign".into(), text("spring"))],
            location: None,
            kind: EventKind::Custom { name: "attribution".into(), custom_type: "attribution".into() },
        };
        let batch = Batch {
            device_application_stamp: Some(format!("phone {number}").into()),
            user_attributes: vec![("plan".into(), Value::One(text(publisher)))],
            events: vec![install],
            ..Batch::default()
        };
        let workspace = WorkspaceId(1);
        profile.fold(&batch, &Receipt { seq: Seq(1), received_ms, input: InputId(1), workspace, door: Door::Server });
        profile
    }

    #[test]
    fn first_sight_and_installs_are_inherited_and_nothing_else() {
        let source = seen(1, 100, "early");
        let mut user = seen(2, 500, "late");
        user.inherit(&source);
        user.inherit(&source);
        user.inherit(&Profile::new(Mpid::new(3).unwrap(), ScopeId(1), Environment::Production));
        assert_eq!(user.first_seen_ms(), 100);
        let workspace = user.workspace(WorkspaceId(1)).unwrap();
        let unnamed: Vec<&str> = workspace.devices.unnamed_attributions().iter().map(|one| &*one.publisher).collect();
        assert_eq!(unnamed, ["early"]);
        let devices = workspace.devices.merged();
        assert_eq!(devices.iter().map(super::super::Device::stamp).collect::<Vec<_>>(), [Some("phone 2")]);
        let plain = seen(2, 500, "late");
        assert_eq!(workspace.attributes, plain.workspace(WorkspaceId(1)).unwrap().attributes);
        assert_eq!((user.events(), user.last_seen_ms()), (plain.events(), plain.last_seen_ms()));
    }

    #[test]
    fn the_later_first_sight_changes_nothing() {
        let mut user = seen(2, 50, "late");
        user.inherit(&seen(1, 100, "early"));
        assert_eq!(user.first_seen_ms(), 50);
    }
}
