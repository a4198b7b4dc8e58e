//! Secrets: random or derived, shown once, kept as salted hashes.

use sha2::{Digest, Sha256};

use crate::error::{EngineError, Result};

/// Whether a secret is the one that was hashed. Takes the same time whatever differs.
#[must_use]
pub fn is_secret(secret: &str, salted_hash: &str) -> bool {
    let Some((salt, expected)) = salted_hash.split_once(':') else { return false };
    is_same(digest(salt, secret).as_bytes(), expected.as_bytes())
}

/// Whether two texts are the same. Takes the same time wherever they differ.
pub(crate) fn is_same(one: &[u8], other: &[u8]) -> bool {
    let differing = one.iter().zip(other).fold(0, |seen, (one, other)| seen | (one ^ other));
    one.len() == other.len() && differing == 0
}

/// A salted hash of a secret. The secrets have 256 random bits, so that a fast hash is enough.
pub(crate) fn hash(secret: &str) -> Result<String> {
    let salt = random_hex::<16>()?;
    Ok(format!("{salt}:{}", digest(&salt, secret)))
}

fn digest(salt: &str, secret: &str) -> String {
    hex(&Sha256::new().chain_update(salt).chain_update(secret).finalize())
}

pub(crate) fn random_hex<const BYTES: usize>() -> Result<String> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)
        .map_err(|fault| EngineError::Conflict(format!("the system gives no random numbers: {fault}")))?;
    Ok(hex(&bytes))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_secret_itself_is_recognised() {
        let kept = hash("open sesame").unwrap();
        assert!(is_secret("open sesame", &kept));
        assert!(!is_secret("open sesam", &kept));
        assert!(!is_secret("", &kept));
        assert!(!is_secret("open sesame", "no hash"));
        assert_ne!(kept, hash("open sesame").unwrap(), "each hash has its own salt");
    }
}
