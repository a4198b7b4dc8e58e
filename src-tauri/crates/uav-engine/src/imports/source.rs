//! Where imported data comes from, in a form that is stored so that an import can go on after a restart.

use std::fmt;
use std::path::PathBuf;

use uav_sample::Shop;

/// A source of batches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportSource {
    /// A file, with its size when the import began: one that changed is not gone on with.
    File {
        /// The whole path.
        path: PathBuf,
        /// Its size in bytes.
        bytes: u64,
    },
    /// The sample shop.
    Sample {
        /// How many users.
        users: u64,
        /// Over how many days.
        days: u32,
        /// The seed.
        seed: u64,
        /// The end of the last day, ms UTC.
        end_ms: i64,
    },
    /// The standard input of the program; it cannot be gone on with.
    Stdin,
}

/// Why a source cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The file cannot be opened or read.
    #[error("{path}: {fault}")]
    File {
        /// The path.
        path: String,
        /// What the system says.
        fault: std::io::Error,
    },
    /// The file is not what it was.
    #[error("{path} had {before} bytes when the import began and has {now} now: start a new import")]
    FileChanged {
        /// The path.
        path: String,
        /// Its size then.
        before: u64,
        /// Its size now.
        now: u64,
    },
    /// The stored text of a source is not understood.
    #[error("the stored source {0:?} is not understood")]
    NotUnderstood(String),
    /// The standard input is gone.
    #[error("an import from the standard input cannot be gone on with: run it again, what is stored is recognised")]
    StdinGone,
}

impl ImportSource {
    /// The source of a file as it is now.
    ///
    /// # Errors
    /// [`SourceError::File`] if there is no such file or it cannot be read.
    pub fn of_file(path: PathBuf) -> Result<Self, SourceError> {
        let facts = std::fs::metadata(&path)
            .and_then(|facts| if facts.is_dir() { Err(std::io::ErrorKind::IsADirectory.into()) } else { Ok(facts) })
            .map_err(|fault| SourceError::File { path: path.display().to_string(), fault })?;
        Ok(Self::File { path, bytes: facts.len() })
    }

    /// What people call it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File { path, .. } => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Sample { .. } => "Sample shop".to_owned(),
            Self::Stdin => "Standard input".to_owned(),
        }
    }

    /// The sample shop that this source is, if it is one.
    #[must_use]
    pub const fn shop(&self) -> Option<Shop> {
        match self {
            Self::Sample { users, days, seed, end_ms } => {
                Some(Shop { users: *users, days: *days, seed: *seed, end_ms: *end_ms })
            }
            _ => None,
        }
    }

    /// The source of a stored text.
    ///
    /// # Errors
    /// [`SourceError::NotUnderstood`] if [`ImportSource`] did not write it.
    pub fn from_stored(text: &str) -> Result<Self, SourceError> {
        let fault = || SourceError::NotUnderstood(text.to_owned());
        let (kind, rest) = text.split_once(':').ok_or_else(fault)?;
        match kind {
            "file" => {
                let (bytes, path) = rest.split_once(':').ok_or_else(fault)?;
                Ok(Self::File { path: path.into(), bytes: bytes.parse().map_err(|_| fault())? })
            }
            "sample" => {
                let mut parts = rest.split(',');
                let mut next = || parts.next().ok_or_else(fault);
                let source = Self::Sample {
                    users: next()?.parse().map_err(|_| fault())?,
                    days: next()?.parse().map_err(|_| fault())?,
                    seed: next()?.parse().map_err(|_| fault())?,
                    end_ms: next()?.parse().map_err(|_| fault())?,
                };
                Ok(source)
            }
            "stdin" => Ok(Self::Stdin),
            _ => Err(fault()),
        }
    }
}

impl fmt::Display for ImportSource {
    /// The stored form.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, bytes } => write!(out, "file:{bytes}:{}", path.display()),
            Self::Sample { users, days, seed, end_ms } => write!(out, "sample:{users},{days},{seed},{end_ms}"),
            Self::Stdin => out.write_str("stdin:"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_form_reads_back() {
        for source in [
            ImportSource::File { path: "/data/a:b.ndjson".into(), bytes: 17 },
            ImportSource::Sample { users: 5, days: 60, seed: 1, end_ms: 1_700_000_000_000 },
            ImportSource::Stdin,
        ] {
            assert_eq!(ImportSource::from_stored(&source.to_string()).unwrap(), source);
        }
        for text in ["", "file:", "file:x:/a", "sample:1,2,3", "sample:1,2,3,x", "ftp://x"] {
            assert!(ImportSource::from_stored(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_missing_file_is_named() {
        let fault = ImportSource::of_file("/nowhere/orders.ndjson".into()).unwrap_err();
        assert!(fault.to_string().starts_with("/nowhere/orders.ndjson: "), "{fault}");
    }
}
