//! Cutting a stream of any size into the texts of its batches, in constant memory.
//!
//! Two forms are told apart by the first bytes: a JSON array, cut at its top-level elements, and everything else, cut at
//! line ends (NDJSON). A single object that is spread over several lines is taken whole. Nothing is parsed here beyond
//! strings and brackets, so that a faulty batch costs itself alone.

use std::io::{self, Read};

use memchr::{memchr, memchr2};

/// The form of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A batch (or an array, or a bulk body) a line.
    Ndjson,
    /// One array of batches.
    Array,
    /// One object over several lines.
    Object,
}

impl Format {
    /// The word for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ndjson => "NDJSON",
            Self::Array => "JSON array",
            Self::Object => "JSON object",
        }
    }
}

/// The text of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The line, or the place in the array, from 1.
    pub line: u64,
    /// The text, outer white space removed. When it was too long, its beginning.
    pub text: Vec<u8>,
    /// The whole length, when the record was too long to be taken.
    pub too_long: Option<u64>,
}

/// Why a stream cannot be read on.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The packed stream ends early.
    #[error("the file ends early after line {line}: it was cut off")]
    Truncated {
        /// The last whole line.
        line: u64,
    },
    /// The stream cannot be read or unpacked.
    #[error("reading failed after line {line}: {fault}")]
    Unreadable {
        /// The last whole line.
        line: u64,
        /// What the system or the unpacker says.
        fault: io::Error,
    },
}

/// The longest record that is taken, bytes. The Events API allows 256 KB a request; a file may hold bulk bodies.
pub(crate) const RECORD_BYTES_MAX: usize = 16 << 20;
/// How much is kept of one that is longer.
const TOO_LONG_KEPT_BYTES: usize = 64 << 10;
const CHUNK_BYTES: usize = 1 << 18;

/// The records of a stream.
pub struct Records<R> {
    reader: R,
    format: Format,
    /// Whether the array has ended: what follows is cut at line ends.
    array_ended: bool,
    buffer: Vec<u8>,
    /// Bytes of the buffer that were given out.
    start: usize,
    /// Bytes of the buffer that were looked at.
    scanned: usize,
    /// Length dropped from the front of a record that is too long.
    dropped: u64,
    line: u64,
    ended: bool,
    /// Why it ended, if too early; told once everything before it was given out.
    fault: Option<io::Error>,
    nesting: Nesting,
}

/// Where in the structure of a JSON text the scan stands.
#[derive(Default)]
struct Nesting {
    depth: u32,
    in_string: bool,
    escaped: bool,
}

impl<R: Read> Records<R> {
    /// The records of this stream.
    pub fn new(reader: R) -> Self {
        let mut records = Self {
            reader,
            format: Format::Ndjson,
            array_ended: false,
            buffer: Vec::with_capacity(CHUNK_BYTES * 2),
            start: 0,
            scanned: 0,
            dropped: 0,
            line: 0,
            ended: false,
            fault: None,
            nesting: Nesting::default(),
        };
        records.tell_format();
        records
    }

    /// The form of the stream.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The next record; blank lines are passed over.
    ///
    /// # Errors
    /// When the stream cannot be read on. What was given before stands.
    pub fn next_record(&mut self) -> Result<Option<Record>, RecordError> {
        loop {
            let found = match self.format {
                Format::Array if !self.array_ended => self.next_element()?,
                Format::Ndjson | Format::Array => self.next_line()?,
                Format::Object => self.the_object()?,
            };
            match found {
                Some(record) if record.text.is_empty() => {}
                other => return Ok(other),
            }
        }
    }

    fn tell_format(&mut self) {
        while self.buffer.len() < CHUNK_BYTES && self.read_on() {}
        if self.buffer.starts_with(b"\xef\xbb\xbf") {
            self.start = 3;
            self.scanned = 3;
        }
        let text = self.buffer.get(self.start..).unwrap_or_default();
        let first = text.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
        let line_end = memchr(b'\n', text.get(first..).unwrap_or_default()).map_or(text.len(), |end| first + end);
        let first_line = text.get(first..line_end).unwrap_or_default();
        let balanced = closes(first_line);
        let rest = text.get(line_end..).unwrap_or_default();
        let more = rest.iter().any(|byte| !byte.is_ascii_whitespace());
        self.format = match text.get(first) {
            // An array on a line of its own among other lines is NDJSON of bulk bodies.
            Some(b'[') if !(balanced && more) => Format::Array,
            Some(b'{') if !balanced && more && !has_whole_object(rest) => Format::Object,
            _ => Format::Ndjson,
        };
        if self.format == Format::Array {
            self.start += first + 1;
            self.scanned = self.start;
        }
    }

    fn next_line(&mut self) -> Result<Option<Record>, RecordError> {
        loop {
            let rest = self.buffer.get(self.scanned..).unwrap_or_default();
            if let Some(end) = memchr(b'\n', rest) {
                let end = self.scanned + end;
                self.line += 1;
                let record = self.take(end);
                self.start = end + 1;
                self.scanned = self.start;
                return Ok(Some(record));
            }
            self.scanned = self.buffer.len();
            self.drop_front_of_too_long();
            if !self.fill()? {
                return Ok(self.rest());
            }
        }
    }

    fn the_object(&mut self) -> Result<Option<Record>, RecordError> {
        loop {
            self.scanned = self.buffer.len();
            self.drop_front_of_too_long();
            if !self.fill()? {
                return Ok(self.rest());
            }
        }
    }

    fn next_element(&mut self) -> Result<Option<Record>, RecordError> {
        loop {
            while let Some(&byte) = self.buffer.get(self.scanned) {
                if self.nesting.in_string {
                    self.skip_string();
                    continue;
                }
                match byte {
                    b'"' => self.nesting.in_string = true,
                    b'{' | b'[' => self.nesting.depth += 1,
                    b',' | b']' if self.nesting.depth == 0 => {
                        let end = self.scanned;
                        self.line += 1;
                        let record = self.take(end);
                        self.start = end + 1;
                        self.scanned = self.start;
                        self.array_ended = byte == b']';
                        return Ok(Some(record));
                    }
                    b'}' | b']' => self.nesting.depth = self.nesting.depth.saturating_sub(1),
                    _ => {}
                }
                self.scanned += 1;
            }
            self.drop_front_of_too_long();
            if !self.fill()? {
                let line = self.line;
                return match self.rest() {
                    Some(record) if !record.text.is_empty() => Ok(Some(record)),
                    _ => Err(RecordError::Truncated { line }),
                };
            }
        }
    }

    /// Goes on inside a string to its end or to the end of what was read.
    fn skip_string(&mut self) {
        if self.nesting.escaped {
            self.nesting.escaped = false;
            self.scanned += 1;
            return;
        }
        let rest = self.buffer.get(self.scanned..).unwrap_or_default();
        match memchr2(b'"', b'\\', rest) {
            Some(place) => {
                if rest.get(place) == Some(&b'"') {
                    self.nesting.in_string = false;
                } else {
                    self.nesting.escaped = true;
                }
                self.scanned += place + 1;
            }
            None => self.scanned = self.buffer.len(),
        }
    }

    /// What is left when the stream has ended.
    fn rest(&mut self) -> Option<Record> {
        let end = self.buffer.len();
        if self.start >= end && self.dropped == 0 {
            return None;
        }
        self.line += 1;
        let record = self.take(end);
        self.start = end;
        self.scanned = end;
        Some(record)
    }

    /// The record that ends here, with its length if too much of it had to be dropped.
    fn take(&mut self, end: usize) -> Record {
        let text = self.buffer.get(self.start..end).unwrap_or_default();
        let too_long = (self.dropped > 0 || text.len() > RECORD_BYTES_MAX).then(|| self.dropped + text.len() as u64);
        self.dropped = 0;
        let kept = if too_long.is_some() { text.get(..TOO_LONG_KEPT_BYTES).unwrap_or(text) } else { text };
        Record { line: self.line, text: kept.trim_ascii().to_vec(), too_long }
    }

    /// Keeps memory bounded when no end of a record is in sight: its beginning stays, its middle goes.
    fn drop_front_of_too_long(&mut self) {
        let length = self.buffer.len() - self.start;
        if length > RECORD_BYTES_MAX {
            let keep_to = self.start + TOO_LONG_KEPT_BYTES;
            self.dropped += (self.buffer.len() - keep_to) as u64;
            self.buffer.truncate(keep_to);
            self.scanned = self.buffer.len();
        }
    }

    /// Reads on; false at the end of the stream.
    fn fill(&mut self) -> Result<bool, RecordError> {
        if self.read_on() {
            return Ok(true);
        }
        let line = self.line;
        match self.fault.take() {
            None => Ok(false),
            Some(fault) if fault.kind() == io::ErrorKind::UnexpectedEof => Err(RecordError::Truncated { line }),
            Some(fault) => Err(RecordError::Unreadable { line, fault }),
        }
    }

    /// Reads on; false at the end of the stream and where it breaks off.
    fn read_on(&mut self) -> bool {
        if self.ended {
            return false;
        }
        if self.start > 0 {
            self.buffer.drain(..self.start);
            self.scanned -= self.start;
            self.start = 0;
        }
        let length = self.buffer.len();
        self.buffer.resize(length + CHUNK_BYTES, 0);
        let read = loop {
            match self.reader.read(self.buffer.get_mut(length..).unwrap_or_default()) {
                Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        let got = read.unwrap_or_else(|fault| {
            self.fault = Some(fault);
            0
        });
        self.buffer.truncate(length + got);
        self.ended = got == 0;
        got > 0
    }
}

/// Whether one of these lines is an object of its own, as in NDJSON whose first line is faulty: one that neither goes on
/// nor ends what is around it.
fn has_whole_object(lines: &[u8]) -> bool {
    let mut lines =
        lines.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty()).peekable();
    while let Some(line) = lines.next() {
        let goes_on = lines.peek().is_some_and(|next| matches!(next.first(), Some(b']' | b'}' | b',')));
        if line.starts_with(b"{") && line.ends_with(b"}") && !goes_on && closes(line) {
            return true;
        }
    }
    false
}

/// Whether every bracket that is opened in the text is closed in it.
fn closes(text: &[u8]) -> bool {
    let mut nesting = Nesting::default();
    for &byte in text {
        if nesting.in_string {
            match byte {
                _ if nesting.escaped => nesting.escaped = false,
                b'\\' => nesting.escaped = true,
                b'"' => nesting.in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => nesting.in_string = true,
            b'{' | b'[' => nesting.depth += 1,
            b'}' | b']' => nesting.depth = nesting.depth.saturating_sub(1),
            _ => {}
        }
    }
    nesting.depth == 0 && !nesting.in_string
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes at a time, so that every border between chunks is met.
    struct Trickle<'a>(&'a [u8], usize);

    impl Read for Trickle<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len()).min(buffer.len());
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn read(text: &[u8], step: usize) -> (Format, Vec<(u64, String)>) {
        let mut records = Records::new(Trickle(text, step));
        let format = records.format();
        let mut found = Vec::new();
        while let Some(record) = records.next_record().unwrap() {
            found.push((record.line, String::from_utf8_lossy(&record.text).into_owned()));
        }
        (format, found)
    }

    #[test]
    fn records_are_cut_at_their_borders_whatever_the_form() {
        type Row<'a> = (&'a str, Format, &'a [(u64, &'a str)]);
        let table: &[Row<'_>] = &[
            ("", Format::Ndjson, &[]),
            ("{\"a\":1}", Format::Ndjson, &[(1, "{\"a\":1}")]),
            ("{\"a\":1}\n\n{\"b\":2}\r\n", Format::Ndjson, &[(1, "{\"a\":1}"), (3, "{\"b\":2}")]),
            ("\u{feff}{\"a\":1}\n", Format::Ndjson, &[(1, "{\"a\":1}")]),
            ("{\"a\":1}\n{bad\n{\"c\":3}", Format::Ndjson, &[(1, "{\"a\":1}"), (2, "{bad"), (3, "{\"c\":3}")]),
            ("[{\"a\":1},{\"b\":\"],[\\\"\"}]", Format::Array, &[(1, "{\"a\":1}"), (2, "{\"b\":\"],[\\\"\"}")]),
            ("[\n {\"a\":[1,2]} ,\n {\"b\":2}\n]\n", Format::Array, &[(1, "{\"a\":[1,2]}"), (2, "{\"b\":2}")]),
            ("[]", Format::Array, &[]),
            ("[{\"a\":1}]\n[{\"b\":2}]\n", Format::Ndjson, &[(1, "[{\"a\":1}]"), (2, "[{\"b\":2}]")]),
            ("{bad\n{\"c\":3}\n", Format::Ndjson, &[(1, "{bad"), (2, "{\"c\":3}")]),
            ("{\"b\":[\n{\"c\":3},\n{}\n]}", Format::Object, &[(1, "{\"b\":[\n{\"c\":3},\n{}\n]}")]),
            ("{\n \"a\": 1\n}\n", Format::Object, &[(1, "{\n \"a\": 1\n}")]),
        ];
        for (text, format, expected) in table {
            for step in [1, 3, 1000] {
                let (told, found) = read(text.as_bytes(), step);
                let expected: Vec<_> = expected.iter().map(|(line, text)| (*line, (*text).to_owned())).collect();
                assert_eq!((told, found), (*format, expected), "{text:?} in steps of {step}");
            }
        }
    }

    #[test]
    fn an_array_that_is_cut_off_gives_its_elements_and_says_so() {
        let mut records = Records::new(&b"[{\"a\":1},"[..]);
        assert_eq!(records.next_record().unwrap().unwrap().text, b"{\"a\":1}");
        assert!(matches!(records.next_record(), Err(RecordError::Truncated { line: 1 })));
    }

    #[test]
    fn a_record_beyond_the_limit_is_named_and_the_next_is_whole() {
        let mut text = vec![b'x'; RECORD_BYTES_MAX + CHUNK_BYTES * 3];
        text.extend_from_slice(b"\n{\"b\":2}\n");
        let mut records = Records::new(&text[..]);
        let long = records.next_record().unwrap().unwrap();
        assert_eq!(long.too_long, Some((RECORD_BYTES_MAX + CHUNK_BYTES * 3) as u64));
        assert_eq!(long.text.len(), TOO_LONG_KEPT_BYTES);
        let next = records.next_record().unwrap().unwrap();
        assert_eq!((next.line, &next.text[..], next.too_long), (2, &b"{\"b\":2}"[..], None));
    }
}
