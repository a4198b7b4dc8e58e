//! Order, sameness, size, time: what holds for the stream as a whole.

use crate::{END_MS, each_batch, events, shop};
use std::collections::{BTreeMap, HashMap};
use uav_sample::{Sample, SampleInput, Shop, Summary};

fn written(shop: &Shop) -> (Vec<u8>, Summary) {
    let mut out = Vec::new();
    let summary = shop.write_ndjson(&mut out).unwrap_or_else(|error| panic!("a vector refuses: {error}"));
    (out, summary)
}

#[test]
fn the_same_shop_is_the_same_bytes_and_another_seed_another_shop() {
    let (first, summary) = written(&shop(500));
    assert_eq!(written(&shop(500)), (first.clone(), summary));
    assert_ne!(written(&Shop { seed: 6, ..shop(500) }).0, first);
}

#[test]
fn the_bytes_are_these_on_every_machine() {
    // FNV-1a of the whole stream. It changes whenever the shop does: then look at the new shop and put its number here.
    let (bytes, _) = written(&shop(500));
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    assert_eq!(format!("{hash:016x}"), "055db13d09df2297");
}

#[test]
fn lines_are_what_the_iterator_gives() {
    let (bytes, summary) = written(&shop(300));
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
    let samples: Vec<Sample> = shop(300).batches().collect();
    assert_eq!(lines.len(), samples.len());
    assert_eq!(summary.batches, samples.len() as u64);
    assert!(lines.iter().zip(&samples).all(|(line, sample)| *line == sample.json.as_bytes()));
}

#[test]
fn the_first_users_are_the_same_in_a_larger_shop() {
    let mut few = Vec::new();
    let mut batches = shop(200).batches();
    let mut json = String::new();
    while batches.next_into(&mut json).is_some() {
        few.push(json.clone());
    }
    let mut of_many = Vec::new();
    let mut batches = shop(1_000).batches();
    while let Some(head) = batches.next_into(&mut json) {
        if head.user < 200 {
            of_many.push(json.clone());
        }
    }
    assert_eq!(few, of_many);
}

#[test]
fn batches_come_in_the_order_of_receipt_and_within_the_days() {
    let shop = shop(2_000);
    let mut last_ms = shop.start_ms();
    let mut counted = Summary::default();
    each_batch(&shop, |head, batch| {
        assert!(head.received_ms >= last_ms && head.received_ms < END_MS);
        assert_eq!(head.events, events(batch).len() as u64);
        last_ms = head.received_ms;
        counted.batches += 1;
        counted.events += head.events;
    });
    assert_eq!(counted, written(&shop).1);
}

#[test]
fn times_lie_between_the_first_day_and_the_receipt_but_for_a_few_fast_clocks() {
    let shop = shop(10_000);
    let (mut all, mut fast, mut late) = (0, 0, 0);
    each_batch(&shop, |head, batch| {
        let sent_ms = batch["timestamp_unixtime_ms"].as_i64().expect("every batch has its time");
        let mut last_ms = shop.start_ms();
        for event in events(batch) {
            let at_ms = event["data"]["timestamp_unixtime_ms"].as_i64().expect("every event has its time");
            assert!(at_ms >= last_ms && at_ms <= sent_ms, "event at {at_ms} of a batch of {sent_ms}");
            last_ms = at_ms;
        }
        all += 1;
        fast += u64::from(sent_ms > head.received_ms);
        late += u64::from(!head.is_repeat && head.received_ms - sent_ms > 3_500_000);
    });
    assert!(fast > 0 && fast * 1_000 < all, "{fast} of {all} batches by a fast clock");
    assert!(late * 1_000 > all * 6 && late * 1_000 < all * 14, "{late} of {all} batches are late");
}

#[test]
fn repeats_are_exact_copies_of_what_came_before() {
    let shop = shop(4_000);
    let mut seen: HashMap<String, String> = HashMap::new();
    let (mut all, mut repeats) = (0, 0);
    let mut batches = shop.batches();
    let mut json = String::new();
    while let Some(head) = batches.next_into(&mut json) {
        all += 1;
        let id = json.split('"').nth(3).expect("the id comes first").to_owned();
        match seen.insert(id, json.clone()) {
            Some(before) => {
                assert_eq!(before, json);
                assert!(head.is_repeat);
                repeats += 1;
            }
            None => assert!(!head.is_repeat, "a repeat of nothing"),
        }
    }
    assert!(repeats * 1_000 > all * 3 && repeats * 1_000 < all * 8, "{repeats} repeats among {all} batches");
}

#[test]
fn two_hundred_thousand_batches_pass_through_one_small_buffer() {
    let mut batches = shop(40_000).batches();
    let mut json = String::new();
    let (mut count, mut bytes, mut events) = (0_u64, 0_u64, 0_u64);
    while let Some(head) = batches.next_into(&mut json) {
        count += 1;
        bytes += json.len() as u64;
        events += head.events;
    }
    assert!(count > 200_000, "{count} batches");
    assert!(json.capacity() <= 16 * 1024, "the buffer grew to {}", json.capacity());
    assert!((850..1_750).contains(&(bytes / count)), "{} bytes a batch", bytes / count);
    assert!((380..600).contains(&(events * 100 / count)), "{} events in 100 batches", events * 100 / count);
}

#[test]
fn every_input_has_its_share_and_every_day_its_traffic() {
    let shop = shop(10_000);
    let mut by_input: BTreeMap<SampleInput, u64> = BTreeMap::new();
    let mut by_day: BTreeMap<i64, u64> = BTreeMap::new();
    let (mut all, mut development) = (0, 0);
    each_batch(&shop, |head, batch| {
        *by_input.entry(head.input).or_default() += 1;
        *by_day.entry((head.received_ms - shop.start_ms()) / 86_400_000).or_default() += 1;
        all += 1;
        development += u64::from(batch["environment"] == "development");
    });
    let bounds = [
        (SampleInput::Web, 600, 800),
        (SampleInput::Ios, 80, 200),
        (SampleInput::Android, 80, 200),
        (SampleInput::StoreFeed, 8, 50),
        (SampleInput::CrmFeed, 8, 50),
    ];
    for (input, low, high) in bounds {
        let share = by_input[&input] * 1_000 / all;
        assert!((low..high).contains(&share), "{}: {share} in a thousand", input.name());
    }
    assert_eq!(by_day.len(), 60);
    assert!(by_day.values().all(|count| *count > 100), "{by_day:?}");
    assert!((10..70).contains(&(development * 1_000 / all)), "{development} of {all} batches from test devices");
    assert!((3..=8).contains(&(all / shop.users)), "{all} batches of {} users", shop.users);
}

#[test]
fn an_empty_shop_and_a_shop_without_days_are_silent() {
    assert_eq!(shop(0).batches().count(), 0);
    assert_eq!(Shop { days: 0, ..shop(100) }.batches().count(), 0);
}

#[test]
fn a_shop_of_any_length_and_any_end_can_be_asked() {
    for (days, end_ms) in [(u32::MAX, END_MS), (60, i64::MAX), (60, i64::MIN), (3_650, 0)] {
        let shop = Shop { users: 3, days, seed: 1, end_ms };
        assert!(shop.batches().take(50).count() > 0, "{days} days until {end_ms}");
    }
}

#[test]
fn a_failing_writer_is_heard() {
    let mut full: &mut [u8] = &mut [0; 100];
    assert!(shop(10).write_ndjson(&mut full).is_err());
}
