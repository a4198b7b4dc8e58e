//! A JSON writer that appends to one buffer: no tree, no allocation, no intermediate text.
//!
//! Whether a comma is due is read off the buffer's last byte, so there is no nesting state to keep.

const HEX: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f\
303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f\
707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf\
b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeef\
f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";

/// Appends one JSON document to a lent buffer.
pub(crate) struct Json<'a> {
    out: &'a mut String,
}

impl<'a> Json<'a> {
    pub(crate) fn new(out: &'a mut String) -> Json<'a> {
        Json { out }
    }

    /// `{`, as the document or as an element of a list.
    pub(crate) fn open(&mut self) {
        self.comma();
        self.out.push('{');
    }

    /// `"key":{`.
    pub(crate) fn open_object(&mut self, key: &str) {
        self.key(key);
        self.out.push('{');
    }

    /// `"key":[`.
    pub(crate) fn open_list(&mut self, key: &str) {
        self.key(key);
        self.out.push('[');
    }

    pub(crate) fn close(&mut self) {
        self.out.push('}');
    }

    pub(crate) fn close_list(&mut self) {
        self.out.push(']');
    }

    /// A string member. The value is escaped; keys are the shop's own and need no escaping.
    pub(crate) fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quoted(value);
    }

    /// A string member made of a constant beginning and a number: `NT-204418`.
    pub(crate) fn numbered(&mut self, key: &str, beginning: &str, number: u64) {
        self.key(key);
        self.out.push('"');
        self.out.push_str(beginning);
        push_number(self.out, number);
        self.out.push('"');
    }

    /// A string element of a list.
    pub(crate) fn element(&mut self, value: &str) {
        self.comma();
        self.quoted(value);
    }

    pub(crate) fn number(&mut self, key: &str, value: i64) {
        self.key(key);
        if value < 0 {
            self.out.push('-');
        }
        push_number(self.out, value.unsigned_abs());
    }

    /// A number with two decimals out of hundredths: 35410 is `354.10`.
    pub(crate) fn money(&mut self, key: &str, hundredths: i64) {
        self.key(key);
        if hundredths < 0 {
            self.out.push('-');
        }
        let value = hundredths.unsigned_abs();
        push_number(self.out, value / 100);
        self.out.push('.');
        push_two_digits(self.out, value % 100);
    }

    pub(crate) fn boolean(&mut self, key: &str, value: bool) {
        self.literal(key, if value { "true" } else { "false" });
    }

    pub(crate) fn null(&mut self, key: &str) {
        self.literal(key, "null");
    }

    /// A member whose value is already JSON: a decimal kept as text in a table, `null`, `true`.
    pub(crate) fn literal(&mut self, key: &str, json: &str) {
        self.key(key);
        self.out.push_str(json);
    }

    /// A UUID member, lower case.
    pub(crate) fn uuid(&mut self, key: &str, bits: u128) {
        self.key(key);
        self.out.push('"');
        push_uuid(self.out, bits);
        self.out.push('"');
    }

    /// A member of lower-case hexadecimal digits, two a byte.
    pub(crate) fn hexadecimal(&mut self, key: &str, bytes: &[u8]) {
        self.key(key);
        self.out.push('"');
        for byte in bytes {
            push_hex(self.out, *byte);
        }
        self.out.push('"');
    }

    fn key(&mut self, key: &str) {
        self.comma();
        self.out.push('"');
        self.out.push_str(key);
        self.out.push_str("\":");
    }

    fn comma(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'{' | b'[')) {
            self.out.push(',');
        }
    }

    fn quoted(&mut self, value: &str) {
        self.out.push('"');
        if value.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\') {
            self.out.push_str(value);
        } else {
            value.chars().for_each(|character| push_escaped(self.out, character));
        }
        self.out.push('"');
    }
}

/// Appends a UUID of version 4: the bits, with version and variant set.
pub(crate) fn push_uuid(out: &mut String, bits: u128) {
    const VERSION_AND_VARIANT: u128 = 0x4000_8000_0000_0000_0000;
    const ELSEWHERE: u128 = !0xF000_C000_0000_0000_0000;
    let bytes = ((bits & ELSEWHERE) | VERSION_AND_VARIANT).to_be_bytes();
    for (place, byte) in bytes.iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        push_hex(out, *byte);
    }
}

/// Appends a whole number.
pub(crate) fn push_number(out: &mut String, value: u64) {
    if value < 100 {
        if value < 10 {
            out.push(digit(value));
        } else {
            push_two_digits(out, value);
        }
    } else {
        push_number(out, value / 100);
        push_two_digits(out, value % 100);
    }
}

fn push_two_digits(out: &mut String, value: u64) {
    out.push(digit(value / 10));
    out.push(digit(value % 10));
}

fn digit(value: u64) -> char {
    char::from(b'0' + (value % 10) as u8)
}

fn push_hex(out: &mut String, byte: u8) {
    let place = usize::from(byte) * 2;
    out.push_str(&HEX[place..place + 2]);
}

fn push_escaped(out: &mut String, character: char) {
    match character {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\u{0}'..='\u{1f}' => {
            out.push_str("\\u00");
            push_hex(out, character as u8);
        }
        other => out.push(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_read_back_as_written() {
        let mut out = String::new();
        let mut json = Json::new(&mut out);
        json.open();
        json.text("text", "quote \" slash \\ line \n bell \u{7} Sørensen 山");
        json.number("number", -120);
        json.number("zero", 0);
        json.number("time", 1_795_442_561_204);
        json.money("money", -35_407);
        json.boolean("yes", true);
        json.null("nothing");
        json.numbered("id", "NT-", 204_418);
        json.open_object("inner");
        json.close();
        json.open_list("list");
        json.element("{");
        json.element("b");
        json.open();
        json.close();
        json.close_list();
        json.hexadecimal("hex", &[0, 0x9f, 0xff]);
        json.close();
        let read: serde_json::Value = serde_json::from_str(&out).expect("valid JSON");
        let expected = serde_json::json!({
            "text": "quote \" slash \\ line \n bell \u{7} Sørensen 山", "number": -120, "zero": 0,
            "time": 1_795_442_561_204_i64, "money": -354.07, "yes": true, "nothing": null, "id": "NT-204418",
            "inner": {}, "list": ["{", "b", {}], "hex": "009fff",
        });
        assert_eq!(read, expected);
    }

    #[test]
    fn uuids_are_of_version_4() {
        for bits in [0, u128::MAX, 0x0123_4567_89ab_cdef_0123_4567_89ab_cdef] {
            let mut out = String::new();
            push_uuid(&mut out, bits);
            assert_eq!(out.len(), 36);
            assert_eq!(&out[14..15], "4", "{out}");
            assert!("89ab".contains(&out[19..20]), "{out}");
        }
    }
}
