//! The batches in a text: one object, an array of them, or a bulk body around an array.

use std::borrow::Cow;

use uav_core::{Reason, Refusal};

use crate::json::{Json, Kind};

/// Members of a wrapping object that hold the batches.
const BULK_MEMBERS: &[&str] = &["batches", "data"];

/// The text of each batch. What stands in an array is cut out unread: a faulty batch is named when it is parsed.
///
/// # Errors
/// When the text is not UTF-8, not JSON, or neither an object nor an array.
pub fn batches_in(text: &[u8]) -> Result<Vec<&[u8]>, Refusal> {
    let text = std::str::from_utf8(text).map_err(|fault| not_utf8(&fault))?;
    let root = Json::parse(text).map_err(|fault| not_json(&fault))?;
    match root.kind() {
        Kind::List => Ok(root.items().into_iter().map(|item| item.text().as_bytes()).collect()),
        Kind::Object => {
            let members = root.members();
            let is_bulk = |(name, value): &&(Cow<'_, str>, Json<'_>)| {
                BULK_MEMBERS.contains(&&**name) && value.kind() == Kind::List
            };
            match members.iter().find(is_bulk) {
                Some((_, list)) if !members.iter().any(|(name, _)| name == "events") => {
                    Ok(list.items().into_iter().map(|item| item.text().as_bytes()).collect())
                }
                _ => Ok(vec![root.text().as_bytes()]),
            }
        }
        other => {
            let detail = format!("{} where a batch belongs", other.name());
            Err(Refusal::new("", Reason::WrongType, detail))
        }
    }
}

/// The fault of bytes that are no text.
pub(crate) fn not_utf8(fault: &std::str::Utf8Error) -> Refusal {
    Refusal::new("", Reason::NotUtf8, format!("not UTF-8 at byte {}", fault.valid_up_to() + 1))
}

/// The fault of a text that is not JSON.
pub(crate) fn not_json(fault: &serde_json::Error) -> Refusal {
    let what = fault.to_string();
    let what = what.split(" at line ").next().unwrap_or(&what);
    let place = if fault.line() > 1 {
        format!("line {}, column {}", fault.line(), fault.column())
    } else {
        format!("column {}", fault.column())
    };
    Refusal::new("", Reason::NotJson, format!("not JSON: {what} at {place}"))
}

/// The text with commas before a closing bracket taken out, as pasted samples have them (events.md RD-9); borrowed where
/// there are none. Commas in strings stay.
#[must_use]
pub fn without_trailing_commas(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let (mut in_string, mut escaped) = (false, false);
    let mut comma = None;
    let mut drop = Vec::new();
    for (place, byte) in bytes.iter().enumerate() {
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b',' => comma = Some(place),
            b'}' | b']' => drop.extend(comma.take()),
            byte if byte.is_ascii_whitespace() => {}
            _ => {
                comma = None;
                in_string = *byte == b'"';
            }
        }
    }
    if drop.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for place in drop {
        kept.push_str(text.get(from..place).unwrap_or_default());
        from = place + 1;
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_are_found_in_every_wrapping() {
        let table: &[(&str, &[&str])] = &[
            (" {\"events\":[]} ", &["{\"events\":[]}"]),
            ("[{\"a\":1}, {\"b\":2}]", &["{\"a\":1}", "{\"b\":2}"]),
            ("[]", &[]),
            ("{\"batches\":[{\"a\":1}]}", &["{\"a\":1}"]),
            ("{\"events\":[],\"data\":[1]}", &["{\"events\":[],\"data\":[1]}"]),
        ];
        for (text, expected) in table {
            let found: Vec<_> = batches_in(text.as_bytes())
                .unwrap()
                .into_iter()
                .map(|text| std::str::from_utf8(text).unwrap())
                .collect();
            assert_eq!(found, *expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_batch_is_named() {
        let table: &[(&[u8], Reason, &str)] = &[
            (b"", Reason::NotJson, "not JSON: EOF while parsing a value at column 0"),
            (b"{\"a\":1", Reason::NotJson, "not JSON: EOF while parsing an object at column 6"),
            (b"{\"a\":nope}", Reason::NotJson, "not JSON: expected ident at column 7"),
            (b"7", Reason::WrongType, "a number where a batch belongs"),
            (b"{\"a\":\"\xff\"}", Reason::NotUtf8, "not UTF-8 at byte 7"),
        ];
        for (text, reason, detail) in table {
            let refusal = batches_in(text).unwrap_err();
            assert_eq!((refusal.reason, refusal.detail.as_str()), (*reason, *detail));
        }
    }

    #[test]
    fn only_commas_before_a_bracket_go() {
        for (text, expected) in [
            ("{\"a\":1,}", "{\"a\":1}"),
            ("[1, 2 ,\n ]", "[1, 2 \n ]"),
            ("{\"a\":\",}\",\"b\":[1,],}", "{\"a\":\",}\",\"b\":[1]}"),
            ("{\"a\":\"\\\",]\"}", "{\"a\":\"\\\",]\"}"),
            ("[1,2]", "[1,2]"),
        ] {
            assert_eq!(without_trailing_commas(text), expected);
        }
    }
}
