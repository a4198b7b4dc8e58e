//! The timeline, page by page in both directions, against all events sorted.

use proptest::prelude::*;
use uav_core::{InputId, ProfileKey, Seq};
use uav_engine::activity::{ActivityCursor, ActivityFilter, ActivityPage, Category};
use uav_engine::{Engine, Incoming};
use uav_testkit::{NOW_MS, Room};

const USER: ProfileKey = ProfileKey(1);
const DAY_MS: i64 = 86_400_000;

/// One batch: its input, its events' times before now (some after it), and what each event is.
type Said = (u32, Vec<(i64, usize)>);

fn said() -> impl Strategy<Value = Said> {
    let time = prop_oneof![
        // Near one another, ties among them; over days; ahead of receipt.
        4 => 0..20_i64,
        4 => 0..2_000_000_i64,
        2 => 0..3 * DAY_MS,
        1 => -5_000..0_i64,
    ];
    (1..4_u32, prop::collection::vec((time, 0..3_usize), 0..6))
}

fn event(ago_ms: i64, kind: usize) -> String {
    let (event_type, member) = [
        ("screen_view", "screen_name\":\"Home"),
        ("custom_event", "event_name\":\"Search"),
        ("custom_event", "event_name\":\"Buy"),
    ][kind];
    format!(r#"{{"event_type":"{event_type}","data":{{"{member}","timestamp_unixtime_ms":{}}}}}"#, NOW_MS - ago_ms)
}

/// What a filter asks of an event, said again.
struct Expected {
    cursor: ActivityCursor,
    input: InputId,
    name: String,
}

async fn lived(room: &Room, batches: &[Said]) -> Vec<Expected> {
    let mut all = Vec::new();
    for (number, (input, events)) in (1u64..).zip(batches) {
        let texts: Vec<String> = events.iter().map(|(ago_ms, kind)| event(*ago_ms, *kind)).collect();
        let json = format!(r#"{{"mpid":1,"events":[{}]}}"#, texts.join(","));
        room.engine.ingest(Incoming { input: InputId(*input), ..room.incoming(&json) }).await.unwrap();
        let expected = |time_ms, index, name: &str| Expected {
            cursor: ActivityCursor { time_ms, seq: Seq(number), index },
            input: InputId(*input),
            name: name.to_owned(),
        };
        if events.is_empty() {
            all.push(expected(NOW_MS, 0, "Profile updated"));
        }
        for ((ago_ms, kind), index) in events.iter().zip(0..) {
            let time_ms = (NOW_MS - ago_ms).min(NOW_MS);
            all.push(expected(time_ms, index, ["Home", "Search", "Buy"][*kind]));
        }
    }
    all.sort_by_key(|expected| expected.cursor);
    all
}

/// Every page, joined; each but the last is full or has a place to go on from.
async fn paged(engine: &Engine, filter: &ActivityFilter, newest_first: bool, limit: usize) -> Vec<ActivityCursor> {
    let (mut after, mut joined) = (None, Vec::new());
    loop {
        let page: ActivityPage = engine.activity(USER, filter, newest_first, after, limit).await.unwrap();
        assert!(page.events.len() <= limit);
        joined.extend(page.events.iter().map(uav_engine::activity::TimelineEvent::cursor));
        assert!(page.next.is_none() || page.next != after, "no way on");
        after = page.next;
        if after.is_none() {
            return joined;
        }
    }
}

async fn compare(batches: Vec<Said>, from_ago: i64, to_ago: i64, limit: usize) {
    let room = Room::new().await;
    let all = lived(&room, &batches).await;
    if all.is_empty() {
        return;
    }
    let (from_ms, to_ms) = (Some(NOW_MS - from_ago), Some(NOW_MS - to_ago));
    let names = vec!["Search".to_owned()];
    let filters = [
        ActivityFilter::default(),
        ActivityFilter { from_ms, ..ActivityFilter::default() },
        ActivityFilter { from_ms, to_ms, ..ActivityFilter::default() },
        ActivityFilter { inputs: vec![InputId(2)], names, to_ms, ..ActivityFilter::default() },
        ActivityFilter { categories: vec![Category::Screen], ..ActivityFilter::default() },
    ];
    for filter in filters {
        let passes = |expected: &&Expected| {
            filter.from_ms.is_none_or(|from| expected.cursor.time_ms >= from)
                && filter.to_ms.is_none_or(|to| expected.cursor.time_ms < to)
                && (filter.inputs.is_empty() || filter.inputs.contains(&expected.input))
                && (filter.names.is_empty() || filter.names.contains(&expected.name))
                && (filter.categories.is_empty() || expected.name == "Home")
        };
        let mut expected: Vec<ActivityCursor> = all.iter().filter(passes).map(|expected| expected.cursor).collect();
        assert_eq!(paged(&room.engine, &filter, false, limit).await, expected, "{filter:?}");
        expected.reverse();
        assert_eq!(paged(&room.engine, &filter, true, limit).await, expected, "{filter:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn pages_join_to_all_events_in_order(
        batches in prop::collection::vec(said(), 1..90),
        (one, other) in (0..3_000_000_i64, 0..3_000_000_i64),
        limit in 1..40_usize,
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
        runtime.block_on(compare(batches, one.max(other), one.min(other), limit));
    }
}

#[tokio::test]
async fn a_filter_that_finds_little_among_very_many_comes_to_an_end() {
    let room = Room::new().await;
    // More batches within ten minutes than are read for one page.
    let lines: Vec<String> = (0..9_000)
        .map(|number| {
            let kind = if number == 4_500 { 1 } else { 0 };
            format!(r#"{{"mpid":1,"timestamp_unixtime_ms":{NOW_MS},"events":[{}]}}"#, event(number % 300_000, kind))
        })
        .collect();
    room.import("many.ndjson", lines.join("\n").as_bytes()).await;
    let filter = ActivityFilter { names: vec!["Search".to_owned()], ..ActivityFilter::default() };
    for newest_first in [true, false] {
        let found = paged(&room.engine, &filter, newest_first, 10).await;
        assert_eq!(found.iter().map(|cursor| cursor.time_ms).collect::<Vec<_>>(), [NOW_MS - 4_500]);
    }
}
