//! Batches as rows: zstd with a dictionary, because one batch alone is too short to be packed well.
//!
//! The dictionary is trained on made-up batches (`examples/train_dictionary.rs`), so that no user's data is in it. A row
//! names its dictionary; an old one is kept in the program for as long as a row may name it.

use std::cell::RefCell;
use std::sync::OnceLock;

use uav_store::{Packed, Result};
use zstd::bulk::{Compressor, Decompressor};
use zstd::dict::{DecoderDictionary, EncoderDictionary};

use crate::error::damaged;

/// The text as it is.
const PLAIN: u32 = 0;
/// Packed with the first dictionary.
const FIRST_DICTIONARY: u32 = 1;

const DICTIONARY: &[u8] = include_bytes!("../dictionary/1.zdict");
const LEVEL: i32 = 1;
/// No batch is longer unpacked: the importer takes records of at most 16 MB.
const BATCH_BYTES_MAX: usize = 64 << 20;

static ENCODER: OnceLock<EncoderDictionary<'static>> = OnceLock::new();
static DECODER: OnceLock<DecoderDictionary<'static>> = OnceLock::new();

thread_local! {
    static COMPRESSOR: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static DECOMPRESSOR: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// Packs a text; where packing fails, the text is kept as it is.
pub(crate) fn pack(raw: &[u8]) -> Packed {
    let packed = COMPRESSOR.with_borrow_mut(|compressor| {
        if compressor.is_none() {
            let dictionary = ENCODER.get_or_init(|| EncoderDictionary::copy(DICTIONARY, LEVEL));
            *compressor = Compressor::with_prepared_dictionary(dictionary).ok();
        }
        compressor.as_mut()?.compress(raw).ok()
    });
    match packed {
        Some(bytes) if bytes.len() < raw.len() => Packed { form: FIRST_DICTIONARY, bytes },
        _ => Packed { form: PLAIN, bytes: raw.to_vec() },
    }
}

/// The text of a row.
pub(crate) fn unpack(form: u32, bytes: &[u8]) -> Result<Vec<u8>> {
    match form {
        PLAIN => Ok(bytes.to_vec()),
        FIRST_DICTIONARY => DECOMPRESSOR.with_borrow_mut(|decompressor| {
            if decompressor.is_none() {
                let dictionary = DECODER.get_or_init(|| DecoderDictionary::copy(DICTIONARY));
                *decompressor = Decompressor::with_prepared_dictionary(dictionary).ok();
            }
            let size = unpacked_bytes(bytes).unwrap_or(BATCH_BYTES_MAX).min(BATCH_BYTES_MAX);
            let unpacked = decompressor.as_mut().and_then(|decompressor| decompressor.decompress(bytes, size).ok());
            unpacked.ok_or_else(|| damaged("a batch does not unpack"))
        }),
        other => Err(damaged(format!("a batch names dictionary {other}, which this program does not have"))),
    }
}

/// The length that a packed text says it has unpacked: that much is reserved, not the most that it might be.
fn unpacked_bytes(packed: &[u8]) -> Option<usize> {
    let bytes = zstd::zstd_safe::get_frame_content_size(packed).ok().flatten()?;
    usize::try_from(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let shop = uav_sample::Shop { users: 20, days: 30, seed: 9, end_ms: 1_764_000_000_000 };
        let (mut texts, mut packed_bytes) = (0, 0);
        for sample in shop.batches() {
            let packed = pack(sample.json.as_bytes());
            assert_eq!(unpack(packed.form, &packed.bytes).unwrap(), sample.json.as_bytes());
            texts += sample.json.len();
            packed_bytes += packed.bytes.len();
        }
        assert!(packed_bytes * 3 < texts, "{packed_bytes} of {texts} bytes: the dictionary does not help");
        for raw in [&b""[..], b"x", &[0xff, 0, 1], &vec![7; 2 << 20]] {
            let packed = pack(raw);
            assert_eq!(unpack(packed.form, &packed.bytes).unwrap(), raw);
        }
    }

    #[test]
    fn what_is_no_batch_is_named() {
        assert!(unpack(FIRST_DICTIONARY, b"nonsense").is_err());
        assert!(unpack(99, b"").unwrap_err().to_string().contains("dictionary 99"));
    }
}
