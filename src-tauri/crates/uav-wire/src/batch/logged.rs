//! Batches out of the log, which keeps them as they came.

use uav_core::batch::Door;

use super::{BatchError, ParsedBatch, Policy, event, read};
use crate::json::Json;
use crate::limits::Limits;
use crate::reader::{Path, Reader};
use crate::short::Form;
use crate::split::{not_json, not_utf8, without_trailing_commas};

/// Reads a batch out of the log, as it was read when it came in.
///
/// # Errors
/// When the log is damaged.
pub fn parse_logged(text: &[u8], door: Door) -> Result<ParsedBatch, BatchError> {
    let limits = Limits::default();
    let policy = Policy { door, limits: &limits, keep_good_events: true, needs_identity: false };
    let (batch, refusals, _) = with_root(text, |root| read(root, policy))??;
    Ok(ParsedBatch { batch, refusals })
}

/// The text of each event of a batch out of the log, as it came and in whatever form: as many as were taken, in the same
/// order. None when the log is damaged.
#[must_use]
pub fn event_texts(text: &[u8], door: Door) -> Vec<String> {
    with_root(text, |root| taken_texts(root, door)).unwrap_or_default()
}

fn taken_texts(root: Json<'_>, door: Door) -> Vec<String> {
    let members = root.members();
    let limits = Limits::default();
    let mut reader = Reader { form: Form::of(door, &members), ..Reader::new(&limits) };
    let form = reader.form;
    let lists = members.iter().filter(|(name, _)| form.long(form.batch_names(), name) == Some("events"));
    let items: Vec<Json<'_>> = match form {
        Form::Long | Form::Native => lists.flat_map(|(_, list)| list.items()).collect(),
        // The event and its batch are one.
        Form::Browser => vec![root],
    };
    let taken = items.into_iter().filter(|item| event::read_item(&mut reader, *item, Path::Root).is_ok());
    taken.map(|item| item.text().to_owned()).collect()
}

/// What can be made of the root of a text of the log, which may have commas too many.
fn with_root<T>(text: &[u8], make: impl FnOnce(Json<'_>) -> T) -> Result<T, BatchError> {
    let text = std::str::from_utf8(text).map_err(|fault| not_utf8(&fault))?;
    match Json::parse(text) {
        Ok(root) => Ok(make(root)),
        Err(_) => {
            let mended = without_trailing_commas(text);
            let root = Json::parse(&mended).map_err(|fault| not_json(&fault))?;
            Ok(make(root))
        }
    }
}
