//! The key of this installation: what secrets and tokens follow from. It lies beside the data, not in it, so that a copy
//! of the data alone opens nothing.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use hmac::{Hmac, Mac};
use sha2::Sha256;
use uav_core::WorkspaceId;

use crate::access::hex;
use crate::engine::Engine;

/// Its file in the data folder.
const FILE: &str = "uav.key";

/// The key: 256 random bits.
#[derive(Clone)]
pub(crate) struct InstallationKey([u8; 32]);

impl InstallationKey {
    /// Reads the key of a data folder, made when the folder is new. Without a folder it lasts as long as the program.
    pub(crate) fn of(folder: &Path) -> io::Result<Self> {
        if folder.as_os_str().is_empty() {
            return random();
        }
        let path = folder.join(FILE);
        match File::open(&path) {
            Ok(mut file) => {
                let mut bytes = [0; 32];
                file.read_exact(&mut bytes)?;
                Ok(Self(bytes))
            }
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
                let key = random()?;
                fs::create_dir_all(folder)?;
                write_private(&path, &key.0)?;
                Ok(key)
            }
            Err(fault) => Err(fault),
        }
    }

    /// A code that only this installation can make: HMAC-SHA256 over what it is for and the text.
    pub(crate) fn code(&self, purpose: &str, text: &str) -> [u8; 32] {
        authenticate(&self.0, &[purpose.as_bytes(), b"\n", text.as_bytes()])
    }
}

impl Engine {
    /// A short name of a workspace that browsers keep their storage under: the same for ever (real-clients.md 2).
    #[must_use]
    pub fn workspace_token(&self, workspace: WorkspaceId) -> String {
        let code = self.parts().installation.code("token of a workspace", &workspace.to_string());
        hex(code.split_at(4).0)
    }
}

/// A new id in the form of a UUID of random numbers.
#[must_use]
pub fn new_id() -> String {
    let mut bytes = [0; 16];
    // Without random numbers the id is all zeros, which names the answer no worse than none would.
    let _no_random_numbers = getrandom::fill(&mut bytes);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let text = hex(&bytes);
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

/// HMAC-SHA256 over pieces of a text.
pub(crate) fn authenticate(key: &[u8], pieces: &[&[u8]]) -> [u8; 32] {
    // A key of any length will do, so this cannot fail.
    let Ok(mut code) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    for piece in pieces {
        code.update(piece);
    }
    code.finalize().into_bytes().into()
}

fn random() -> io::Result<InstallationKey> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(InstallationKey(bytes))
}

/// Writes a file that nobody else of this machine may read.
fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_stays_with_the_folder() {
        let folder = tempfile::TempDir::new().unwrap();
        let first = InstallationKey::of(folder.path()).unwrap();
        let again = InstallationKey::of(folder.path()).unwrap();
        assert_eq!(first.code("a", "b"), again.code("a", "b"));
        assert_ne!(first.code("a", "b"), first.code("b", "a"));
        let other = InstallationKey::of(Path::new("")).unwrap();
        assert_ne!(first.code("a", "b"), other.code("a", "b"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
