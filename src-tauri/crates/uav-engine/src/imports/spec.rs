//! What a job is about, in the form in which its record keeps it.

use uav_core::WorkspaceId;
use uav_store::ImportRecord;

use super::source::{ImportSource, SourceError};

/// What to read, whose it is, and whether to store it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spec {
    pub(super) source: ImportSource,
    pub(super) workspace: WorkspaceId,
    pub(super) dry_run: bool,
}

impl Spec {
    /// The stored form: `import:1:file:17:/data/a.ndjson`.
    pub(super) fn stored(&self) -> String {
        let kind = if self.dry_run { "dry" } else { "import" };
        format!("{kind}:{}:{}", self.workspace, self.source)
    }

    /// What a record is about.
    ///
    /// # Errors
    /// When [`Spec::stored`] did not write it.
    pub(super) fn of(record: &ImportRecord) -> Result<Self, SourceError> {
        let fault = || SourceError::NotUnderstood(record.source.clone());
        let mut parts = record.source.splitn(3, ':');
        let dry_run = match parts.next() {
            Some("dry") => true,
            Some("import") => false,
            _ => return Err(fault()),
        };
        let workspace = parts.next().and_then(|number| number.parse().ok()).map(WorkspaceId).ok_or_else(fault)?;
        let source = ImportSource::from_stored(parts.next().ok_or_else(fault)?)?;
        Ok(Self { source, workspace, dry_run })
    }

    /// One that cannot be gone on with.
    pub(super) const fn unknown() -> Self {
        Self { source: ImportSource::Stdin, workspace: WorkspaceId(0), dry_run: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_form_reads_back() {
        for dry_run in [false, true] {
            let source = ImportSource::File { path: "/data/a:b.ndjson".into(), bytes: 17 };
            let spec = Spec { source, workspace: WorkspaceId(3), dry_run };
            let record = ImportRecord { source: spec.stored(), ..ImportRecord::default() };
            assert_eq!(Spec::of(&record).unwrap(), spec);
        }
        for source in ["", "import", "import:x:stdin:", "other:1:stdin:"] {
            let record = ImportRecord { source: source.to_owned(), ..ImportRecord::default() };
            assert!(Spec::of(&record).is_err(), "{source}");
        }
    }
}
