//! What the engine's parts share.

use std::sync::Arc;

use uav_store::Store;

use crate::access::{Callers, Meters};
use crate::changes::Changes;
use crate::clock::World;
use crate::ingest::WriterHandle;
use crate::installation::InstallationKey;
use crate::plan::Plan;
use crate::resolution::Previews;

/// The shared parts. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Parts {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) world: Arc<dyn World>,
    pub(crate) changes: Changes,
    pub(crate) plan: Plan,
    pub(crate) writer: WriterHandle,
    pub(crate) callers: Callers,
    pub(crate) meters: Meters,
    pub(crate) installation: InstallationKey,
    pub(crate) previews: Arc<Previews>,
}
