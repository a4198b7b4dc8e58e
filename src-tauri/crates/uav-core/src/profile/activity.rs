//! Events by day, so that a histogram of years needs no look into the log.

use serde::{Deserialize, Serialize};

use crate::batch::EventKind;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// What an event is, in the four colours of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Screens and pages.
    Screen,
    /// Products, promotions, impressions.
    Commerce,
    /// Events that the application names, media among them.
    Custom,
    /// Sessions and what the system reports.
    Other,
}

impl Category {
    /// Every category.
    pub const ALL: &[Self] = &[Self::Screen, Self::Commerce, Self::Custom, Self::Other];

    /// The category of an event.
    #[must_use]
    pub const fn of(kind: &EventKind) -> Self {
        match kind {
            EventKind::ScreenView { .. } => Self::Screen,
            EventKind::Commerce(_) => Self::Commerce,
            EventKind::Custom { .. } | EventKind::Media { .. } => Self::Custom,
            _ => Self::Other,
        }
    }

    /// Its word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Commerce => "commerce",
            Self::Custom => "custom",
            Self::Other => "other",
        }
    }

    /// The category of a word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|category| category.name() == name)
    }
}

/// The events of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCounts {
    /// Days since 1970, UTC.
    pub day: i32,
    /// Screens.
    pub screen: u32,
    /// Commerce.
    pub commerce: u32,
    /// Custom events.
    pub custom: u32,
    /// All others.
    pub other: u32,
}

impl DayCounts {
    /// When the day begins, ms UTC.
    #[must_use]
    pub fn starts_ms(&self) -> i64 {
        i64::from(self.day) * DAY_MS
    }

    /// All events of the day.
    #[must_use]
    pub fn events(&self) -> u64 {
        [self.screen, self.commerce, self.custom, self.other].map(u64::from).iter().sum()
    }

    const fn count_mut(&mut self, category: Category) -> &mut u32 {
        match category {
            Category::Screen => &mut self.screen,
            Category::Commerce => &mut self.commerce,
            Category::Custom => &mut self.custom,
            Category::Other => &mut self.other,
        }
    }
}

/// The days that have events.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    days: Vec<DayCounts>,
}

impl Activity {
    /// Counts an event; its time is never later than receipt.
    pub(crate) fn note(&mut self, time_ms: i64, category: Category) {
        let Ok(day) = i32::try_from(time_ms.div_euclid(DAY_MS)) else { return };
        let place = match self.days.last() {
            Some(last) if last.day == day => self.days.len() - 1,
            _ => match self.days.binary_search_by_key(&day, |counts| counts.day) {
                Ok(place) => place,
                Err(place) => {
                    self.days.insert(place, DayCounts { day, ..DayCounts::default() });
                    place
                }
            },
        };
        if let Some(counts) = self.days.get_mut(place) {
            let count = counts.count_mut(category);
            *count = count.saturating_add(1);
        }
    }

    /// The days, oldest first.
    #[must_use]
    pub fn days(&self) -> &[DayCounts] {
        &self.days
    }

    /// All events.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.days.iter().map(DayCounts::events).sum()
    }
}
