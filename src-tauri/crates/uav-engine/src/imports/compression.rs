//! Plain, gzip and zstd, told apart by their first bytes, and read with a count of the bytes on disk.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    /// Not at all.
    Plain,
    /// gzip, one or more members.
    Gzip,
    /// zstd, one or more frames.
    Zstd,
}

impl Compression {
    /// The word for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }

    const fn of(first_bytes: &[u8]) -> Self {
        match first_bytes {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Self::Zstd,
            _ => Self::Plain,
        }
    }
}

/// Counts the bytes that pass.
struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// A stream unpacked on the way.
pub(crate) struct Unpacked {
    /// The text.
    pub(crate) reader: Box<dyn Read + Send>,
    /// How it was packed.
    pub(crate) compression: Compression,
    /// How many bytes of the packed stream were read so far.
    pub(crate) read: Arc<AtomicU64>,
}

/// Unpacks a stream.
///
/// # Errors
/// When its beginning cannot be read.
pub(crate) fn unpack(stream: impl Read + Send + 'static) -> io::Result<Unpacked> {
    let read = Arc::new(AtomicU64::new(0));
    let mut packed = BufReader::with_capacity(1 << 18, Counted { inner: stream, count: Arc::clone(&read) });
    let compression = Compression::of(packed.fill_buf()?);
    let reader: Box<dyn Read + Send> = match compression {
        Compression::Plain => Box::new(packed),
        Compression::Gzip => Box::new(MultiGzDecoder::new(packed)),
        Compression::Zstd => Box::new(zstd::stream::read::Decoder::with_buffer(packed)?),
    };
    Ok(Unpacked { reader, compression, read })
}
