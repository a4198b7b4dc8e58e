//! A user's events in time: pages of the timeline, what there is to filter by, one event whole.

mod describe;
mod event;
mod facets;
mod filter;
mod page;
mod texts;

pub use describe::{Category, Headline, commerce_total, describe, line_total};
pub use event::{ActivityCursor, TimelineBatch, TimelineEvent};
pub(crate) use facets::facets;
pub use facets::{Facet, Facets};
pub use filter::ActivityFilter;
pub use page::ActivityPage;
pub(crate) use page::{SPAN_MS_MAX, page};
