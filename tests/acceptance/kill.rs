//! An import that is killed again and again and gone on with comes to the same as one that was left alone.

use std::process::Stdio;
use std::time::Duration;

use crate::profiles::in_order;
use crate::program::{import, sample, uav};

const KILLS: usize = 20;

/// The moments of the kills, ms after the start: spread over the time that opening, resuming and a few groups take.
fn moments() -> impl Iterator<Item = Duration> {
    let seed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().subsec_nanos();
    println!("seed of the moments: {seed}");
    let mut state = u64::from(seed) | 1;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        Duration::from_millis(60 + state % 900)
    })
}

#[tokio::test]
async fn twenty_kills_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.ndjson");
    std::fs::write(&file, sample(6_000, 60, 3)).unwrap();
    let (alone, killed) = (folder.path().join("alone"), folder.path().join("killed"));
    let expected = import(&alone, &[&file]).remove(0);

    let mut ended_early = 0;
    for moment in moments().take(KILLS) {
        let mut child = uav("import", &killed)
            .arg("--json")
            .arg(&file)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(moment);
        if child.try_wait().unwrap().is_none() {
            ended_early += 1;
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert!(ended_early > 0, "the import was always done before it was killed: the test needs a longer file");
    let found = import(&killed, &[&file]).remove(0);

    // When every run was killed, the last one went on with the same job and so tells of the whole; when one came to
    // its end, the last one found everything there.
    let whole = found["accepted"].as_u64().unwrap() + found["duplicates"].as_u64().unwrap();
    let all = expected["accepted"].as_u64().unwrap() + expected["duplicates"].as_u64().unwrap();
    assert_eq!(whole, all, "{found} instead of {expected}");
    let (alone, killed) = (in_order(&alone).await, in_order(&killed).await);
    assert_eq!(alone.len(), killed.len());
    for (one, other) in alone.iter().zip(&killed) {
        assert_eq!(one, other);
    }
}
