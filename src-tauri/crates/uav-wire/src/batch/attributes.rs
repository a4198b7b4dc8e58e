//! User attributes and the attributes of events (events.md 7.2, limits 4).

use uav_core::{Reason, Scalar, Value};

use crate::json::{Json, Kind};
use crate::limits::{cut, is_longer};
use crate::reader::{Path, Reader};

/// Reads `user_attributes`. What cannot be taken costs itself alone.
pub(super) fn read_user_attributes(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Vec<(Box<str>, Value)> {
    let mut found: Vec<(Box<str>, Value)> = Vec::new();
    if !reader.is(Kind::Object, value, path) {
        return found;
    }
    for (name, value) in value.members() {
        let path = path.member(&name);
        if is_longer(&name, reader.limits.user_attribute_name_chars_max) {
            let limit = reader.limits.user_attribute_name_chars_max;
            reader.refuse(
                path,
                Reason::OverLimit,
                format!("a name of {} characters, limit {limit}", name.chars().count()),
            );
        } else if let Some(value) = read_value(reader, value, path) {
            let held = found.iter().position(|(held, _)| **held == *name);
            if let Some((_, held)) = held.and_then(|place| found.get_mut(place)) {
                *held = value;
            } else if found.len() >= reader.limits.user_attributes_max {
                let limit = reader.limits.user_attributes_max;
                reader.refuse(path, Reason::OverLimit, format!("more than {limit} user attributes in a batch"));
            } else {
                found.push((name.into(), value));
            }
        }
    }
    found
}

/// Reads the value of a user attribute: a scalar, null for a tag, or a list of scalars.
pub(super) fn read_value(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<Value> {
    if value.kind() == Kind::List {
        return read_list(reader, value, path).map(Value::List);
    }
    let Some(scalar) = value.as_scalar() else {
        reader.wrong_type(path, value, "a scalar or a list");
        return None;
    };
    let limit = reader.limits.user_attribute_value_chars_max;
    if let Scalar::Text(text) = &scalar
        && is_longer(text, limit)
    {
        reader.refuse(path, Reason::OverLimit, format!("{} characters, limit {limit}", text.chars().count()));
        return None;
    }
    Some(Value::One(scalar))
}

fn read_list(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Option<Vec<Scalar>> {
    let items = value.items();
    let limit = reader.limits.list_entries_max;
    if items.len() > limit {
        reader.refuse(path, Reason::OverLimit, format!("{} entries, limit {limit}", items.len()));
        return None;
    }
    let mut list = Vec::with_capacity(items.len());
    for (place, item) in items.into_iter().enumerate() {
        let path = path.item(place);
        let Some(scalar) = item.as_scalar() else {
            reader.wrong_type(path, item, "a scalar");
            return None;
        };
        let limit = reader.limits.list_entry_chars_max;
        if let Scalar::Text(text) = &scalar
            && is_longer(text, limit)
        {
            reader.refuse(path, Reason::OverLimit, format!("{} characters, limit {limit}", text.chars().count()));
            return None;
        }
        list.push(scalar);
    }
    Some(list)
}

/// Reads `deleted_user_attributes`.
pub(super) fn read_deleted_attributes(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Vec<Box<str>> {
    if !reader.is(Kind::List, value, path) {
        return Vec::new();
    }
    let items = value.items().into_iter().enumerate();
    items.filter_map(|(place, item)| reader.text(item, path.item(place))).collect()
}

/// Reads the attributes of an event or product: scalars only; names too long are cut, values too long left out.
pub(super) fn read_event_attributes(
    reader: &mut Reader<'_>,
    value: Json<'_>,
    path: Path<'_>,
) -> Vec<(Box<str>, Scalar)> {
    let mut found: Vec<(Box<str>, Scalar)> = Vec::new();
    if !reader.is(Kind::Object, value, path) {
        return found;
    }
    for (name, value) in value.members() {
        let path = path.member(&name);
        if found.len() >= reader.limits.event_attributes_max {
            let limit = reader.limits.event_attributes_max;
            reader.refuse(path, Reason::OverLimit, format!("more than {limit} attributes on an event"));
            continue;
        }
        let Some(scalar) = value.as_scalar() else {
            reader.wrong_type(path, value, "a scalar");
            continue;
        };
        if let Scalar::Text(text) = &scalar
            && is_longer(text, reader.limits.event_attribute_value_chars_max)
        {
            let limit = reader.limits.event_attribute_value_chars_max;
            reader.refuse(path, Reason::OverLimit, format!("{} characters, limit {limit}", text.chars().count()));
            continue;
        }
        if is_longer(&name, reader.limits.event_attribute_name_chars_max) {
            let limit = reader.limits.event_attribute_name_chars_max;
            reader.refuse(
                path,
                Reason::OverLimit,
                format!("a name of {} characters is cut to {limit}", name.chars().count()),
            );
        }
        found.push((cut(&name, reader.limits.event_attribute_name_chars_max).into(), scalar));
    }
    found
}
