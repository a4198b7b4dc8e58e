//! Many at once: groups, and what happens when there is no more room.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex};

use uav_core::Mpid;
use uav_engine::{Changed, Engine, EngineError, EngineOptions, Incoming, Outcome, World};
use uav_store::Store;
use uav_store::memory::MemoryStore;
use uav_testkit::{NOW_MS, Room};

/// A world that gives out MPIDs only while its gate is open: so the writer can be held at work.
#[derive(Default)]
struct Gated {
    open: Mutex<bool>,
    opened: Condvar,
    waiting: AtomicU64,
    given: AtomicU64,
}

impl Gated {
    fn open(&self) {
        *self.open.lock().unwrap() = true;
        self.opened.notify_all();
    }
}

impl World for Gated {
    fn now_ms(&self) -> i64 {
        NOW_MS
    }

    fn new_mpid(&self) -> Mpid {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let _open = self.opened.wait_while(self.open.lock().unwrap(), |open| !*open).unwrap();
        let number = self.given.fetch_add(1, Ordering::SeqCst) + 1;
        Mpid::new(i64::try_from(number).unwrap()).unwrap()
    }
}

async fn gated() -> (Engine, Arc<Gated>, Arc<dyn Store>) {
    let (world, store) = (Arc::new(Gated::default()), Arc::new(MemoryStore::new()));
    let engine = Engine::start(store.clone(), world.clone(), EngineOptions::default()).await.unwrap();
    (engine, world, store)
}

/// Hands a batch in and waits until the writer holds it.
async fn hold_the_writer(engine: &Engine, world: &Gated, room: &Room) -> tokio::task::JoinHandle<Outcome> {
    let first = spawn(engine, room.incoming(r#"{"user_identities":{"email":"first@example.com"}}"#));
    while world.waiting.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    tokio::spawn(async move { first.await.unwrap().unwrap() })
}

fn spawn(engine: &Engine, incoming: Incoming) -> tokio::task::JoinHandle<uav_engine::Result<Outcome>> {
    let engine = engine.clone();
    tokio::spawn(async move { engine.ingest(incoming).await })
}

fn somebody(room: &Room, number: usize) -> Incoming {
    room.incoming(&format!(r#"{{"user_identities":{{"email":"user{number}@example.com"}}}}"#))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_is_stored_together() {
    let room = Room::new().await;
    let (engine, world, store) = gated().await;
    let mut changes = engine.changes().listen();
    let first = hold_the_writer(&engine, &world, &room).await;
    let mut waiting = Vec::new();
    for number in 0..1_500 {
        let mut ingest = Box::pin(engine.ingest(somebody(&room, number)));
        // Asked once, a batch stands in the queue.
        assert!(futures_poll(&mut ingest).is_none());
        waiting.push(ingest);
    }
    world.open();
    first.await.unwrap();
    for ingest in waiting {
        assert!(matches!(ingest.await.unwrap(), Outcome::Stored { .. }));
    }
    let mut groups = 0;
    while let Ok(changed) = changes.try_recv() {
        groups += usize::from(changed == Changed::Profiles);
    }
    assert_eq!((groups, store.totals().await.unwrap().batches), (2, 1_501));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_too_much_waits_a_sender_is_told_to_come_back() {
    let room = Room::new().await;
    let (engine, world, store) = gated().await;
    let first = hold_the_writer(&engine, &world, &room).await;
    let mut waiting = Vec::new();
    let mut busy = 0;
    for number in 0..9_000 {
        let mut ingest = Box::pin(engine.ingest(somebody(&room, number)));
        match futures_poll(&mut ingest) {
            None => waiting.push(ingest),
            Some(Err(EngineError::Busy)) => busy += 1,
            Some(other) => panic!("{other:?}"),
        }
    }
    assert_eq!((waiting.len(), busy), (8_192, 808));
    world.open();
    first.await.unwrap();
    for ingest in waiting {
        assert!(matches!(ingest.await.unwrap(), Outcome::Stored { .. }));
    }
    assert_eq!(store.totals().await.unwrap().batches, 8_193, "what was told yes is there, and nothing else");
    assert!(matches!(engine.ingest(somebody(&room, 10_000)).await.unwrap(), Outcome::Stored { .. }));
}

/// Looks at a future once.
fn futures_poll<T>(future: &mut std::pin::Pin<Box<impl Future<Output = T>>>) -> Option<T> {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        std::task::Poll::Ready(output) => Some(output),
        std::task::Poll::Pending => None,
    }
}
