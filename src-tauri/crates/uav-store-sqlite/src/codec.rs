//! Profiles as rows: a version byte, then postcard, packed with zstd where it is long.

use uav_core::profile::{PROFILE_FORMAT, Profile};
use uav_store::Result;

use crate::error::damaged;

/// Rows longer than this are packed: shorter ones gain little and are read more often.
const PACKED_FROM_BYTES: usize = 2_048;
/// Set in the version byte of a packed row.
const PACKED: u8 = 0x80;
const ZSTD_LEVEL: i32 = 1;
/// No profile is larger unpacked.
const UNPACKED_BYTES_MAX: usize = 256 << 20;

/// The row of a profile.
pub(crate) fn encode(profile: &Profile) -> Result<Vec<u8>> {
    let plain = postcard::to_extend(profile, vec![PROFILE_FORMAT])
        .map_err(|fault| damaged(format!("a profile cannot be written: {fault}")))?;
    if plain.len() < PACKED_FROM_BYTES {
        return Ok(plain);
    }
    let body = plain.get(1..).unwrap_or_default();
    let packed = zstd::bulk::compress(body, ZSTD_LEVEL)
        .map_err(|fault| damaged(format!("a profile cannot be packed: {fault}")))?;
    let mut row = Vec::with_capacity(packed.len() + 1);
    row.push(PROFILE_FORMAT | PACKED);
    row.extend_from_slice(&packed);
    Ok(row)
}

/// The profile of a row.
pub(crate) fn decode(row: &[u8]) -> Result<Profile> {
    let (version, body) = row.split_first().ok_or_else(|| damaged("an empty profile"))?;
    if version & !PACKED != PROFILE_FORMAT {
        return Err(damaged(format!("a profile of form {}, this program knows {PROFILE_FORMAT}", version & !PACKED)));
    }
    let read =
        |body: &[u8]| postcard::from_bytes(body).map_err(|fault| damaged(format!("a profile does not read: {fault}")));
    if version & PACKED == 0 {
        return read(body);
    }
    let unpacked =
        zstd::stream::decode_all(body).map_err(|fault| damaged(format!("a profile does not unpack: {fault}")))?;
    if unpacked.len() > UNPACKED_BYTES_MAX {
        return Err(damaged("a profile is too large"));
    }
    read(&unpacked)
}
