//! Northwind Trail, an outdoor shop that does not exist, as the stream of batches its inputs would send.
//!
//! For demonstrations, tests and measurements: any number of users over any number of days, in some ten megabytes of
//! memory and always the same for the same [`Shop`]. Every batch is one JSON object in mParticle's server form (events.md 6 to 8) without
//! an MPID: who is who is left to identity resolution. People, addresses, phone numbers, brands and sites are made up;
//! every domain is under `.example`.
//!
//! # What the shop contains
//!
//! * **Users** (`presence`, `life`). Two thirds come once and few very often: the number of visits doubles at one in
//!   three. A third are customers from before, 3 % use a loyalty card in the store and nothing else, the rest are newcomers, of
//!   whom some make themselves known and most never do. One in 400 is a test device: `development`, many visits.
//! * **Devices** (`device`). A browser, for some a second one, for more than half of those who come often enough the
//!   iOS or Android app. A device is anonymous until somebody signs in on it: the batches before and after share
//!   `mp_deviceid`, which is what links them. Vendor and advertising ids, ATT, limit ad tracking, push tokens.
//! * **Visits** (`visit`) follow the local hour and the weekday (`week`) and go through up to four parts, each one
//!   batch: arrive, look, fill the basket, order. About one batch in a hundred is received hours to three days late, one
//!   in two hundred is received twice byte for byte, and fewer than one in a thousand comes from a clock that is ahead.
//! * **Inputs** ([`SampleInput`]): web, iOS, Android, the tills of the stores, the nightly run of the customer database.
//! * **Events** (`browse`, `account`, `lifecycle`, `commerce`, `feed`): sessions, screens, searches, promotions,
//!   impressions, products seen, wished for, put into carts, bought and returned, checkout steps, newsletters, saved trails, installs with
//!   attribution, upgrades, push, attribute and identity changes, crashes, opt-outs.
//! * **Orders** (`order`) of one to four of sixty products (`catalogue`) in EUR, SEK, NOK, USD or GBP. The total is
//!   the lines plus shipping; tax is part of it, or added to it in the United States.
//! * **People** (`person`, `names`, `places`) of ten naming traditions in eleven countries, with loyalty cards,
//!   phone numbers, changed e-mail addresses, consents (`consent`), tags, lists, and an attribute of two types.
//!
//! ```
//! let shop = uav_sample::Shop { users: 20, days: 7, seed: 1, end_ms: 1_795_478_400_000 };
//! let mut file = Vec::new();
//! let summary = shop.write_ndjson(&mut file)?;
//! assert_eq!(summary.batches, shop.batches().count() as u64);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # How it stays small
//!
//! Everything about a user is a function of the seed and of the user's number (`dice`), so nothing has to be
//! remembered: `batches` works out each life again whenever it is needed. It follows that the batches of a shop's
//! first thousand users are the same, byte for byte, in a shop of a million. Every slice of time looks at every user, so
//! a batch takes longer the more users there are: 640,000 batches a second with a hundred thousand users, 400,000 with
//! three million (measured on one core, release build).
//!
//! The crate knows no clock and no file: the end of the days is given, and the writer is lent. Start reading at
//! `batches`.

mod account;
mod batches;
mod browse;
mod catalogue;
mod commerce;
mod consent;
mod device;
mod dice;
mod feed;
mod json;
mod life;
mod lifecycle;
mod names;
mod order;
mod person;
mod places;
mod presence;
mod scene;
mod visit;
mod week;

pub use batches::{Batches, SampleHead};

use std::io::{self, Write};

const DAY_MS: i64 = 86_400_000;
/// A hundred years.
const DAYS_MAX: u32 = 36_500;
/// Enough users to tell how many batches a user has.
const USERS_COUNTED: u64 = 1_000;
/// The year 3000. Beyond it times would still be numbers, but no longer anybody's.
const END_MAX_MS: i64 = 32_503_680_000_000;

/// The shop: how many users, over which days, and which of all possible shops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shop {
    /// How many users there are, counting the anonymous.
    pub users: u64,
    /// How many days are told, ending at `end_ms`; at most a hundred years.
    pub days: u32,
    /// Different seeds give different shops.
    pub seed: u64,
    /// The end, in milliseconds since 1970: nothing is received at or after it. Callers who want "until now" round now
    /// down to the day, so that the same day gives the same shop. Taken to lie between 1970 and 3000.
    pub end_ms: i64,
}

/// The input that a batch comes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SampleInput {
    /// The web shop's browser library.
    Web,
    /// The iOS app.
    Ios,
    /// The Android app.
    Android,
    /// The feed of the stores' tills.
    StoreFeed,
    /// The feed of the customer database.
    CrmFeed,
}

impl SampleInput {
    /// All inputs, in the order to show them.
    pub const ALL: [SampleInput; 5] =
        [SampleInput::Web, SampleInput::Ios, SampleInput::Android, SampleInput::StoreFeed, SampleInput::CrmFeed];

    /// The name a person gives the input.
    pub fn name(self) -> &'static str {
        match self {
            SampleInput::Web => "Web",
            SampleInput::Ios => "iOS app",
            SampleInput::Android => "Android app",
            SampleInput::StoreFeed => "Store feed",
            SampleInput::CrmFeed => "CRM feed",
        }
    }
}

/// One batch as it is received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The input that it comes by.
    pub input: SampleInput,
    /// When it is received, in milliseconds since 1970.
    pub received_ms: i64,
    /// The batch: one JSON object on one line, no line end.
    pub json: String,
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Batches, repeats included.
    pub batches: u64,
    /// Events in them, repeats included.
    pub events: u64,
}

impl Shop {
    /// The batches, in the order of their receipt.
    pub fn batches(&self) -> Batches {
        let end_ms = self.end_ms.clamp(0, END_MAX_MS);
        Batches::new(Shop { end_ms, ..*self })
    }

    /// Writes all batches as lines of JSON, with one buffer for all of them. Lend a buffered writer.
    ///
    /// # Errors
    ///
    /// Whatever the writer says.
    pub fn write_ndjson(&self, out: &mut impl Write) -> io::Result<Summary> {
        let mut batches = self.batches();
        let mut summary = Summary::default();
        let mut line = String::with_capacity(4096);
        while let Some(head) = batches.next_into(&mut line) {
            line.push('\n');
            out.write_all(line.as_bytes())?;
            summary.batches += 1;
            summary.events += head.events;
        }
        Ok(summary)
    }

    /// About how many batches there will be, worked out from a part of the users: for a progress bar.
    pub fn expected_batches(&self) -> u64 {
        let few = Shop { users: self.users.min(USERS_COUNTED), ..*self };
        let mut batches = few.batches();
        let mut line = String::new();
        let mut counted = 0_u64;
        while batches.next_into(&mut line).is_some() {
            counted += 1;
        }
        let whole = u128::from(self.users) * u128::from(counted);
        u64::try_from(whole / u128::from(few.users.max(1))).unwrap_or(u64::MAX)
    }

    /// Where the days begin, in milliseconds since 1970.
    pub fn start_ms(&self) -> i64 {
        self.end_ms.saturating_sub(i64::from(self.days.min(DAYS_MAX)) * DAY_MS)
    }
}
