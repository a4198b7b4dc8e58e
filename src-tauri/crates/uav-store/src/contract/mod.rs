//! The suite that every store passes: each promise of the port as one function over a fresh store.
//!
//! A store's tests say `uav_store::store_contract!(make)`, where `make` is an async function that gives a fresh store and
//! whatever must live as long as it does. Groups are written with [`Town`], which keeps them consistent as the engine
//! does.

#![expect(
    clippy::unwrap_used,
    reason = "these are tests; they only stand in the library so that every store can run them"
)]

mod aliases;
mod books;
mod group;
mod profiles;
mod search;
mod search_pages;
mod settings;
mod timeline;
mod town;

pub use aliases::*;
pub use books::*;
pub use group::*;
pub use profiles::*;
pub use search::*;
pub use search_pages::*;
pub use settings::*;
pub use timeline::*;
pub use town::{Said, Town, key};

/// Makes a test of each promise, over a fresh store each.
#[macro_export]
macro_rules! store_contract {
    ($make:path) => {
        $crate::store_contract! { $make =>
            counters_go_on_from_what_is_stored,
            what_a_group_touches_is_loaded,
            requests_are_known_by_input_and_id,
            a_group_that_fails_leaves_no_trace,
            totals_count_what_is_stored,
            facts_say_what_the_store_is,
            profiles_come_in_the_order_asked_for,
            identities_compare_as_their_type_does,
            spaces_are_apart,
            a_lost_identity_finds_nobody,
            all_profiles_are_visited_by_key,
            timelines_read_in_both_directions,
            timelines_keep_to_their_bounds,
            batches_come_back_as_they_were,
            a_replay_visits_the_log_in_order,
            entries_go_to_other_users,
            aliases_are_kept_by_place_and_profile,
            waiting_aliases_come_in_the_order_in_which_they_are_due,
            copies_come_and_go_with_their_alias,
            aliases_are_stored_with_their_group,
            texts_rank_by_how_they_match,
            texts_match_without_regard_to_case,
            no_match_reaches_over_two_texts,
            former_identities_are_found_when_asked_for,
            kinds_are_counted_whatever_was_asked_for,
            search_keeps_to_one_space,
            those_seen_last_come_first,
            pages_of_hits_have_no_gap_and_no_double,
            imports_are_listed_newest_first,
            an_import_is_stored_with_its_group,
            refusals_page_and_count,
            network_refusals_are_listed_newest_first,
            inputs_are_unique_by_name,
            keys_are_unique_and_revoked_once,
            credentials_are_unique_and_revoked_once,
            scopes_keep_their_settings,
            settings_are_kept_by_name,
            workspaces_are_unique_by_name,
        }
    };
    ($make:path => $($promise:ident),+ $(,)?) => {
        $(
            #[::tokio::test]
            async fn $promise() {
                let (store, _kept) = $make().await;
                $crate::contract::$promise(&store).await;
            }
        )+
    };
}
