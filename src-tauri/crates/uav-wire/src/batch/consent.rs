//! `consent_state` (events.md 7.5). Null, an empty object and an absent purpose change nothing.

use uav_core::Reason;
use uav_core::batch::{ConsentRecord, Regulation};

use crate::json::{Json, Kind};
use crate::object::REQUIRED;
use crate::reader::{Path, Reader};
use crate::short::names;

/// Reads the records of both regulations.
pub(super) fn read_consent(reader: &mut Reader<'_>, value: Json<'_>, path: Path<'_>) -> Vec<ConsentRecord> {
    let mut records = Vec::new();
    if !reader.is(Kind::Object, value, path) {
        return records;
    }
    for (name, purposes) in value.members() {
        let path = path.member(&name);
        let regulation = match &*name {
            "gdpr" => Regulation::Gdpr,
            "ccpa" => Regulation::Ccpa,
            _ => {
                if !purposes.is_null() {
                    reader.refuse(path, Reason::UnknownWord, "neither gdpr nor ccpa");
                }
                continue;
            }
        };
        if !reader.is(Kind::Object, purposes, path) {
            continue;
        }
        for (purpose, record) in purposes.members() {
            let path = path.member(&purpose);
            if reader.is(Kind::Object, record, path) {
                records.extend(read_record(reader, regulation, &purpose, record, path));
            }
        }
    }
    records
}

fn read_record(
    reader: &mut Reader<'_>,
    regulation: Regulation,
    purpose: &str,
    value: Json<'_>,
    path: Path<'_>,
) -> Option<ConsentRecord> {
    let mut consented = None;
    let mut record = ConsentRecord {
        regulation,
        purpose: purpose.trim().into(),
        consented: false,
        timestamp_ms: None,
        document: None,
        location: None,
        hardware_id: None,
    };
    for (name, value) in value.members() {
        let path = path.member(&name);
        match reader.form.long(names::CONSENT, &name).unwrap_or_default() {
            "consented" => consented = reader.boolean(value, path),
            "timestamp_unixtime_ms" => record.timestamp_ms = reader.integer(value, path),
            "document" => record.document = reader.text(value, path),
            "location" => record.location = reader.text(value, path),
            "hardware_id" => record.hardware_id = reader.text(value, path),
            _ => {}
        }
    }
    if record.purpose.is_empty() {
        reader.refuse(path, Reason::Missing, "a purpose needs a name");
        return None;
    }
    match consented {
        Some(consented) => Some(ConsentRecord { consented, ..record }),
        None => {
            let missing = reader.form.spelled(names::CONSENT, "consented");
            reader.refuse(path.member(missing), Reason::Missing, REQUIRED);
            None
        }
    }
}
