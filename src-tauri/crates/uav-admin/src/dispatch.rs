//! From a command's name and JSON to its body and back.

use crate::activity::*;
use crate::admin::Admin;
use crate::aliases::*;
use crate::error::Problem;
use crate::imports::*;
use crate::inputs::*;
use crate::profile::*;
use crate::readers::*;
use crate::reference::*;
use crate::resolution::*;
use crate::scopes::*;
use crate::service::*;
use crate::status::*;
use crate::table::command_table;
use crate::users::*;
use crate::workspaces::*;

macro_rules! write_dispatch {
    ($($kind:ident $name:ident($request:ty) -> $view:ty [$($tag:ident),*];)+) => {
        impl Admin {
            /// Carries out the command of this name.
            ///
            /// # Errors
            /// An unknown name, a request that does not read (the path is named), or what the command itself reports.
            pub async fn dispatch(&self, name: &str, request: &[u8]) -> Result<String, Problem> {
                match name {
                    $(stringify!($name) => {
                        let request: $request = read(request)?;
                        let view: $view = self.$name(request).await?;
                        serde_json::to_string(&view).map_err(|fault| Problem::internal(fault.to_string()))
                    })+
                    _ => Err(Problem::not_found(&format!("command {name}"))),
                }
            }
        }

        /// The name of every command.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),+];
    };
}

command_table!(write_dispatch);

/// Reads a request, naming the path of a fault.
fn read<T: serde::de::DeserializeOwned>(request: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(request);
    serde_path_to_error::deserialize(&mut json).map_err(|fault| {
        let path = fault.path().to_string();
        match path.as_str() {
            "." => Problem::bad_request("the request", &fault.inner().to_string()),
            // Not JSON at all: no field is at fault.
            _ if !fault.inner().is_data() => Problem::bad_request("the request", &fault.inner().to_string()),
            _ => Problem::invalid(&path, fault.inner().to_string()),
        }
    })
}
