//! Files sent by a browser, kept in the data folder until they are imported.

use axum::Json;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};
use tokio::io::AsyncWriteExt;
use uav_admin::Problem;

use super::Door;
use super::problem::ProblemAnswer;

/// The query of an upload.
#[derive(Deserialize)]
pub(crate) struct Named {
    name: String,
}

/// What an upload answers.
#[derive(Serialize)]
struct Received {
    upload: String,
    bytes: u64,
}

/// `POST /api/uploads?name=…`: stores the body, whatever its size, and answers the id to import it by.
pub(crate) async fn receive(State(door): State<Door>, Query(named): Query<Named>, body: Body) -> Response {
    match store(&door, &named.name, body).await {
        Ok(received) => Json(received).into_response(),
        Err(problem) => ProblemAnswer(problem).into_response(),
    }
}

async fn store(door: &Door, name: &str, body: Body) -> Result<Received, Problem> {
    let upload = door.admin.new_upload(name).await?;
    let mut file = tokio::fs::File::create(&upload.path).await.map_err(|fault| cannot_keep(&fault))?;
    let mut chunks = body.into_data_stream();
    let mut bytes = 0;
    while let Some(chunk) = chunks.next().await {
        let chunk = match chunk {
            Ok(chunk) => chunk,
            Err(fault) => {
                drop(file);
                // What is left of a broken upload is of no use; if it cannot be removed, the sweep at start does it.
                let _swept_later = tokio::fs::remove_file(&upload.path).await;
                return Err(Problem::bad_request("the upload was cut off", &fault.to_string()));
            }
        };
        file.write_all(&chunk).await.map_err(|fault| cannot_keep(&fault))?;
        bytes += chunk.len() as u64;
    }
    file.flush().await.map_err(|fault| cannot_keep(&fault))?;
    Ok(Received { upload: upload.id, bytes })
}

fn cannot_keep(fault: &std::io::Error) -> Problem {
    Problem::unavailable("the upload cannot be kept", &fault.to_string())
}
