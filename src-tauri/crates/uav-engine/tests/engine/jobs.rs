//! Jobs: held, gone on with, stopped, and gone on with after a restart, nothing loaded twice.

use uav_core::WorkspaceId;
use uav_engine::EngineError;
use uav_engine::imports::{Act, ImportSource, StartImport};
use uav_store::{GroupStore, ImportId, ImportState, ImportStore};
use uav_testkit::Room;

use crate::lines;

const COUNT: usize = 40_000;

/// An import with several groups, held after at least one of them.
async fn held(room: &Room) -> ImportId {
    let id = room.start("a.ndjson", lines(0..COUNT).as_bytes(), false).await.record.id;
    loop {
        let now = room.engine.imports().get(id).await.unwrap().record;
        assert_eq!(now.state, ImportState::Running, "it was over before it could be held");
        if now.lines > 0 {
            break;
        }
        tokio::task::yield_now().await;
    }
    let paused = room.engine.imports().act(id, Act::Pause).await.unwrap().record;
    assert_eq!(paused.state, ImportState::Paused);
    assert!(paused.lines > 0 && paused.lines < COUNT as u64, "{}", paused.lines);
    assert_eq!(paused.accepted, paused.lines);
    assert_eq!(room.store.totals().await.unwrap().batches, paused.accepted);
    id
}

/// Goes on with an import and looks at what it comes to.
async fn gone_on_with(room: &Room, id: ImportId) {
    let done = room.engine.imports().finished(id).await.unwrap().record;
    let counts = (done.lines, done.accepted, done.duplicates, done.events, done.created);
    let all = COUNT as u64;
    assert_eq!((done.state, counts), (ImportState::Done, (all, all, 0, all, 5)), "{:?}", done.fault);
    assert_eq!(room.store.totals().await.unwrap().batches, all);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_is_held_and_gone_on_with() {
    let room = Room::new().await;
    let id = held(&room).await;
    let again = room.engine.imports().act(id, Act::Pause).await.unwrap().record;
    assert_eq!(again.state, ImportState::Paused, "held already");
    let running = room.engine.imports().act(id, Act::Resume).await.unwrap().record;
    assert_eq!(running.state, ImportState::Running);
    gone_on_with(&room, id).await;

    let uninterrupted = Room::new().await;
    uninterrupted.import("a.ndjson", lines(0..COUNT).as_bytes()).await;
    assert!(room.profiles().await == uninterrupted.profiles().await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_held_import_can_be_stopped_and_then_nothing_more_can_be_done() {
    let room = Room::new().await;
    let id = held(&room).await;
    let stored = room.store.totals().await.unwrap().batches;
    let stopped = room.engine.imports().act(id, Act::Cancel).await.unwrap().record;
    assert_eq!(stopped.state, ImportState::Cancelled);
    assert!(stopped.finished_ms.is_some());
    assert_eq!(room.store.totals().await.unwrap().batches, stored, "what was stored stays");
    for act in [Act::Pause, Act::Resume, Act::Cancel] {
        let fault = room.engine.imports().act(id, act).await.unwrap_err();
        assert!(matches!(fault, EngineError::Conflict(_)), "{act:?}: {fault}");
    }
    let fault = room.engine.imports().act(ImportId(99), Act::Pause).await.unwrap_err();
    assert!(matches!(fault, EngineError::NotFound(_)), "{fault}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_running_import_can_be_stopped() {
    let room = Room::new().await;
    let id = room.start("a.ndjson", lines(0..COUNT).as_bytes(), false).await.record.id;
    let stopped = room.engine.imports().act(id, Act::Cancel).await.unwrap().record;
    assert_eq!(stopped.state, ImportState::Cancelled);
    assert_eq!(room.store.totals().await.unwrap().batches, stopped.accepted);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_goes_on_after_a_restart_and_loads_nothing_twice() {
    let room = Room::new().await;
    // Held only so that it is known to be in the middle; the record is then as a crash leaves it.
    let id = held(&room).await;
    let mut record = room.store.import(id).await.unwrap().unwrap();
    record.state = ImportState::Running;
    room.store.put_import(&record).await.unwrap();
    let room = room.restarted().await;
    gone_on_with(&room, id).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_engine_that_stops_leaves_its_imports_to_the_next() {
    let room = Room::new().await;
    let id = room.start("a.ndjson", lines(0..COUNT).as_bytes(), false).await.record.id;
    let room = room.restarted().await;
    gone_on_with(&room, id).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_changed_is_not_gone_on_with() {
    let room = Room::new().await;
    let id = held(&room).await;
    room.file("a.ndjson", lines(0..3).as_bytes());
    room.engine.imports().act(id, Act::Resume).await.unwrap();
    let ended = room.engine.imports().finished(id).await.unwrap().record;
    assert_eq!(ended.state, ImportState::Failed);
    assert!(ended.fault.as_deref().unwrap().contains("start a new import"), "{:?}", ended.fault);
}

#[tokio::test]
async fn what_cannot_be_gone_on_with_says_so() {
    let room = Room::new().await;
    for (number, source) in [(1, "import:1:stdin:"), (2, "dry:1:sample:5,5,5,5")] {
        let (id, source) = (ImportId(number), source.to_owned());
        let record = uav_store::ImportRecord { id, source, ..uav_store::ImportRecord::default() };
        room.store.put_import(&record).await.unwrap();
    }
    let room = room.restarted().await;
    for (number, said) in [(1, "standard input"), (2, "dry run")] {
        let ended = room.store.import(ImportId(number)).await.unwrap().unwrap();
        assert_eq!(ended.state, ImportState::Failed);
        assert!(ended.fault.as_deref().unwrap().contains(said), "{:?}", ended.fault);
    }
    // The next import gets a number of its own.
    assert_eq!(room.import("b.ndjson", lines(0..3).as_bytes()).await.record.id, ImportId(3));
    let listed = room.engine.imports().list().await.unwrap();
    assert_eq!(listed.iter().map(|job| job.record.id.0).collect::<Vec<_>>(), [3, 2, 1]);
}

#[tokio::test]
async fn a_missing_file_or_workspace_is_an_error_at_once() {
    let room = Room::new().await;
    let missing = ImportSource::of_file(room.folder.path().join("nowhere.ndjson")).unwrap_err();
    assert!(missing.to_string().contains("nowhere.ndjson"), "{missing}");
    ImportSource::of_file(room.folder.path().to_owned()).unwrap_err();
    let source = ImportSource::of_file(room.file("a.ndjson", b"")).unwrap();
    let start = StartImport { source, workspace: WorkspaceId(9), dry_run: false };
    let fault = room.engine.imports().start(start).await.unwrap_err();
    assert!(matches!(fault, EngineError::NotFound(_)), "{fault}");
}
