//! `user_identities`, in every spelling that clients use (events.md 7.1).

use uav_core::{Identity, IdentityType, Reason};

use crate::identities::OneOfEach;
use crate::json::{Json, Kind};
use crate::reader::{Path, Reader};
use crate::short::names;

/// Reads the map, or the array that outgoing JSON has in its place (events.md 13.3).
pub(super) fn read_user_identities(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Vec<Identity> {
    let mut found = OneOfEach::default();
    match value.kind() {
        Kind::Object => {
            for (name, value) in value.members() {
                add(reader, &mut found, &name, value, path.member(&name));
            }
        }
        Kind::List => {
            for (place, item) in value.items().into_iter().enumerate() {
                let path = path.item(place);
                if let Some((kind, value)) = identity_item(reader, item, path) {
                    add(reader, &mut found, &kind, value, path);
                }
            }
        }
        _ => {
            reader.is(Kind::Object, value, path);
        }
    }
    found.identities
}

/// The type and the value of an entry; null stands for none.
fn identity_item<'a>(reader: &mut Reader<'_>, item: Json<'a>, path: Path<'_>) -> Option<(Box<str>, Json<'a>)> {
    if !reader.is(Kind::Object, item, path) {
        return None;
    }
    let (mut kind, mut identity) = (None, None);
    for (name, value) in item.members() {
        match reader.form.long(names::IDENTITY, &name).unwrap_or_default() {
            "identity_type" => kind = reader.text(value, path.member(&name)),
            "identity" => identity = Some(value),
            _ => {}
        }
    }
    if let (Some(kind), Some(identity)) = (&kind, identity) {
        return Some((reader.form.identity_type(kind).into(), identity));
    }
    reader.refuse(path, Reason::Missing, "an identity needs a type and a value");
    None
}

/// Notes an identity that is one, and not too long.
fn add(reader: &mut Reader<'_>, found: &mut OneOfEach, name: &str, value: Json<'_>, path: Path<'_>) {
    let Some(kind) = IdentityType::from_name(name).filter(|kind| !kind.is_device()) else {
        if !value.is_null() {
            reader.refuse(path, Reason::UnknownWord, "not a type of user identity");
        }
        return;
    };
    let Some(text) = reader.text(value, path).filter(|text| !text.trim().is_empty()) else { return };
    if reader.fits_identity(kind, &text, path) {
        found.add(reader, Identity { kind, value: text }, name, path);
    }
}
