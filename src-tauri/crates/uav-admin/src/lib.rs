//! The command table: everything the screens can ask and do, free of any transport.
//!
//! Start reading at `table.rs`. Each noun has a file with its requests, views and bodies.

pub mod activity;
mod error;
pub mod imports;
pub mod profile;
pub mod status;
mod table;
mod typescript;
pub mod users;
pub mod workspaces;

pub use error::{FieldFault, Problem};
pub use table::Tag;
pub use typescript::typescript;
