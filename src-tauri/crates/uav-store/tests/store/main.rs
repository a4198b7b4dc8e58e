//! The store in memory keeps the promises of the port.

use uav_store::memory::MemoryStore;

async fn fresh() -> (MemoryStore, ()) {
    (MemoryStore::new(), ())
}

uav_store::store_contract!(fresh);
