//! The command table: everything the screens can ask and do, free of any transport.
//!
//! Start reading at `table.rs`. Each noun has a file with its requests, views and bodies.

pub mod activity;
mod activity_views;
mod admin;
pub mod aliases;
mod dispatch;
mod error;
mod event_detail;
mod import_views;
pub mod imports;
pub mod inputs;
mod json_text;
mod numbers;
pub mod profile;
mod profile_export;
mod profile_views;
pub mod readers;
pub mod reference;
mod request;
pub mod resolution;
pub mod scopes;
pub mod service;
pub mod status;
mod table;
mod typescript;
pub mod users;
pub mod workspaces;

pub use admin::{Admin, Host, Upload};
pub use dispatch::COMMANDS;
pub use error::{FieldFault, Problem};
pub use service::{Collector, CollectorState};
pub use table::Tag;
pub use typescript::typescript;
