//! The order of hits, and going on from page to page.

use uav_core::IdentityType;

use super::search::query;
use super::{Said, Town};
use crate::{Hit, SearchQuery, Store};

/// Within a rank those seen last come first, and ties by the place in which they came.
pub async fn those_seen_last_come_first(store: &impl Store) {
    let mut town = Town::default();
    let mut seen = |at_ms, text: &str| town.seen(store, at_ms, &[(IdentityType::Other, text)]);
    let (one, two, three, exact) = (seen(3_000, "ann1"), seen(9_000, "ann2"), seen(3_999, "ann3"), seen(1_000, "ann"));
    let infix = seen(99_000, "joann");
    town.commit(store).await;
    let order = |hits: Vec<Hit>| hits.into_iter().map(|hit| hit.profile).collect::<Vec<_>>();
    let found = store.search(&query("ann")).await.unwrap();
    assert_eq!(order(found.hits), [exact, two, one, three, infix]);

    town.say(store, three, &Said { at_ms: 50_000, ..Said::default() });
    town.commit(store).await;
    let found = store.search(&query("ann")).await.unwrap();
    assert_eq!(order(found.hits), [exact, three, two, one, infix]);
}

/// Pages of any size join to the whole, and each tells whether there is more.
pub async fn pages_of_hits_have_no_gap_and_no_double(store: &impl Store) {
    let mut town = Town::default();
    for number in 0..40 {
        let (email, other) = (format!("user{number}@example.com"), format!("x-user{number}"));
        let identities = [(IdentityType::Email, &*email), (IdentityType::Other, &*other)];
        town.seen(store, 1_000 * (number % 5), &identities);
        if number % 7 == 0 {
            town.commit(store).await;
        }
    }
    town.commit(store).await;
    let whole = store.search(&query("user")).await.unwrap();
    assert_eq!((whole.hits.len(), whole.by_rank, whole.users, whole.more), (80, [0, 40, 40], 40, false));
    for limit in [1, 7, 40, 80] {
        let (mut after, mut joined) = (None, Vec::new());
        loop {
            let page = store.search(&SearchQuery { after, limit, ..query("user") }).await.unwrap();
            assert_eq!((page.by_rank, page.users, &page.by_kind), (whole.by_rank, whole.users, &whole.by_kind));
            after = page.hits.last().map(|hit| hit.cursor);
            joined.extend(page.hits);
            assert_eq!(page.more, joined.len() < whole.hits.len(), "{limit} at a time");
            if !page.more {
                break;
            }
        }
        assert_eq!(joined, whole.hits, "{limit} at a time");
    }
}
