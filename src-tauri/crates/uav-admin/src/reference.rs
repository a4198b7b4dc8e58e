//! The description of the public contract, for the screen that shows it.

use serde::Deserialize;
use ts_rs::TS;

use crate::admin::Admin;
use crate::error::Problem;
use crate::profile::JsonTextView;

/// Asks for the description.
#[derive(Debug, Deserialize, TS)]
pub struct GetReference {}

impl Admin {
    /// The OpenAPI document of the public contract.
    ///
    /// # Errors
    /// Never; a command may fail.
    pub async fn api_reference(&self, _request: GetReference) -> Result<JsonTextView, Problem> {
        Ok(JsonTextView { json: uav_wire::openapi().to_owned() })
    }
}
