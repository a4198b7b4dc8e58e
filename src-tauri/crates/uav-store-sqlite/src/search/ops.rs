//! What happens to the texts of search, as it is written into the file.

use uav_core::IdentityType;
use uav_store::{Result, SearchKind};

use crate::error::damaged;

/// The number that stands for the MPID; no identity type has it.
pub(crate) const MPID_KIND: u8 = u8::MAX;
const ADD: u8 = 0;
const LOST: u8 = 1;
const REGAINED: u8 = 2;
/// Tag, kind, profile, space, length.
const HEAD_BYTES: usize = 1 + 1 + 4 + 4 + 4;

/// A text of a user: an identity, or the MPID.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) profile: u32,
    /// Identity scope and environment in one number.
    pub(crate) space: u32,
    pub(crate) kind: u8,
    /// As it was given.
    pub(crate) text: &'a str,
}

/// One thing that happens to a text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Op<'a> {
    /// A text that was not there.
    Add(Entry<'a>),
    /// The user has it no longer; it stays findable.
    Lost(Entry<'a>),
    /// The user has it again.
    Regained(Entry<'a>),
}

/// A row of the file: operations in order.
#[derive(Debug, Default)]
pub(crate) struct Ops {
    row: Vec<u8>,
}

impl Ops {
    pub(crate) fn push(&mut self, op: Op<'_>) {
        let (tag, entry) = match op {
            Op::Add(entry) => (ADD, entry),
            Op::Lost(entry) => (LOST, entry),
            Op::Regained(entry) => (REGAINED, entry),
        };
        let Ok(length) = u32::try_from(entry.text.len()) else { return };
        self.row.extend_from_slice(&[tag, entry.kind]);
        self.row.extend_from_slice(&entry.profile.to_le_bytes());
        self.row.extend_from_slice(&entry.space.to_le_bytes());
        self.row.extend_from_slice(&length.to_le_bytes());
        self.row.extend_from_slice(entry.text.as_bytes());
    }

    /// The row; empty when nothing happened.
    pub(crate) fn row(&self) -> &[u8] {
        &self.row
    }
}

/// The operations of a row, in order.
pub(crate) fn read(row: &[u8], mut apply: impl FnMut(Op<'_>)) -> Result<()> {
    let mut rest = row;
    while !rest.is_empty() {
        let (op, length) = read_one(rest).ok_or_else(|| damaged("a search segment does not read"))?;
        apply(op);
        rest = rest.get(length..).unwrap_or_default();
    }
    Ok(())
}

fn read_one(bytes: &[u8]) -> Option<(Op<'_>, usize)> {
    let (head, rest) = bytes.split_at_checked(HEAD_BYTES)?;
    let number = |from: usize| Some(u32::from_le_bytes(head.get(from..from + 4)?.try_into().ok()?));
    let length = number(10)? as usize;
    let text = std::str::from_utf8(rest.get(..length)?).ok()?;
    let entry = Entry { kind: *head.get(1)?, profile: number(2)?, space: number(6)?, text };
    let op = match *head.first()? {
        ADD => Op::Add(entry),
        LOST => Op::Lost(entry),
        REGAINED => Op::Regained(entry),
        _ => return None,
    };
    Some((op, HEAD_BYTES + length))
}

/// The number of a kind.
pub(crate) const fn kind_number(kind: SearchKind) -> u8 {
    match kind {
        SearchKind::Mpid => MPID_KIND,
        SearchKind::Identity(kind) => kind.number(),
    }
}

/// The kind of a number.
pub(crate) fn kind(number: u8) -> Option<SearchKind> {
    match number {
        MPID_KIND => Some(SearchKind::Mpid),
        number => IdentityType::from_number(number).map(SearchKind::Identity),
    }
}
