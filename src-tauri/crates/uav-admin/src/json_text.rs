//! JSON text, indented without being read: every digit and every escape stays as it was sent.

const STEP: &str = "  ";

/// The text with a line for every member and element. What is no JSON comes out with odd indents, but whole.
pub(crate) fn indented(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let mut depth = 0_usize;
    let mut rest = json.trim().chars().peekable();
    while let Some(sign) = rest.next() {
        match sign {
            '"' => {
                out.push(sign);
                push_text(&mut out, &mut rest);
            }
            '{' | '[' => {
                while rest.next_if(|next| next.is_ascii_whitespace()).is_some() {}
                out.push(sign);
                if let Some(end) = rest.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(end);
                } else {
                    depth += 1;
                    push_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                push_line(&mut out, depth);
                out.push(sign);
            }
            ',' => {
                out.push(sign);
                push_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            blank if blank.is_ascii_whitespace() => {}
            other => out.push(other),
        }
    }
    out
}

/// The rest of a text, its closing quote included.
fn push_text(out: &mut String, rest: &mut impl Iterator<Item = char>) {
    while let Some(sign) = rest.next() {
        out.push(sign);
        match sign {
            '"' => return,
            '\\' => out.extend(rest.next()),
            _ => {}
        }
    }
}

fn push_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str(STEP);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_blanks_change() {
        let table = [
            ("{}", "{}"),
            ("[ ]", "[]"),
            (r#"{"a":[1,2.50],"b":{}}"#, "{\n  \"a\": [\n    1,\n    2.50\n  ],\n  \"b\": {}\n}"),
            (r#"{"q":"a\"{,:\\"}"#, "{\n  \"q\": \"a\\\"{,:\\\\\"\n}"),
            ("9223372036854775807", "9223372036854775807"),
            (r#""unended"#, r#""unended"#),
            ("]]", "\n]\n]"),
        ];
        for (json, expected) in table {
            assert_eq!(indented(json), expected, "{json}");
        }
    }
}
