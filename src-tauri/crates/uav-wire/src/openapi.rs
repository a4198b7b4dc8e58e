//! The public contract in its machine-readable form: fragments, one for each API, put together once.

use std::sync::LazyLock;

use crate::json::Json;

/// The base, then the APIs in the order in which they are read.
const FRAGMENTS: [&str; 7] = [
    include_str!("../openapi/head.json"),
    include_str!("../openapi/events.json"),
    include_str!("../openapi/batch.json"),
    include_str!("../openapi/event-types.json"),
    include_str!("../openapi/identity.json"),
    include_str!("../openapi/profiles.json"),
    include_str!("../openapi/native-and-browser.json"),
];

/// The document, as OpenAPI 3.1.
#[must_use]
pub fn openapi() -> &'static str {
    static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
        let mut document = Object::default();
        // They are part of the program; a test reads them.
        for fragment in FRAGMENTS.iter().filter_map(|text| Json::parse(text).ok()) {
            document.unite(fragment, 2);
        }
        document.text()
    });
    &DOCUMENT
}

/// An object whose members keep the order in which they came.
#[derive(Default)]
struct Object<'a> {
    members: Vec<(String, Member<'a>)>,
}

enum Member<'a> {
    Whole(Json<'a>),
    United(Object<'a>),
}

impl<'a> Object<'a> {
    /// Takes the members of a fragment in: down to this depth objects become one, anything else stands as it came first.
    fn unite(&mut self, fragment: Json<'a>, depth: usize) {
        for (name, value) in fragment.members() {
            let is_map = depth > 0 && matches!(&*name, "paths" | "components" | "schemas" | "responses" | "parameters");
            let held = self.members.iter_mut().find(|(held, _)| *held == name);
            match held {
                Some((_, Member::United(object))) => object.unite(value, depth - 1),
                Some(_) => {}
                None if is_map => {
                    let mut object = Object::default();
                    object.unite(value, depth - 1);
                    self.members.push((name.into_owned(), Member::United(object)));
                }
                None => self.members.push((name.into_owned(), Member::Whole(value))),
            }
        }
    }

    fn text(&self) -> String {
        let member = |(name, member): &(String, Member<'_>)| {
            let text = match member {
                Member::Whole(value) => value.text().to_owned(),
                Member::United(object) => object.text(),
            };
            format!("{}:{text}", serde_json::Value::from(name.as_str()))
        };
        format!("{{{}}}", self.members.iter().map(member).collect::<Vec<_>>().join(","))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// Every `$ref` of a value.
    fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    match value.as_str().filter(|_| name == "$ref") {
                        Some(target) => found.push(target),
                        None => references(value, found),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn the_fragments_are_one_document_in_which_every_reference_leads_somewhere() {
        for fragment in FRAGMENTS {
            serde_json::from_str::<Value>(fragment).unwrap();
        }
        let document: Value = serde_json::from_str(openapi()).unwrap();
        assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(found.len() > 20, "{} references", found.len());
        for target in found {
            assert!(document.pointer(target.trim_start_matches('#')).is_some(), "{target} leads nowhere");
        }
    }
}
