//! The program serving a folder, as a child.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Stdio};

use serde::Deserialize;

use super::child;
use crate::fault::Fault;

/// A server at work; it is ended when this is dropped.
pub(super) struct Served {
    child: Child,
    /// Where it is.
    pub(super) address: SocketAddr,
}

/// A key and its secret.
#[derive(Deserialize)]
pub(super) struct Key {
    pub(super) key: String,
    pub(super) secret: String,
}

/// Makes a key for a folder that is not served yet.
pub(super) fn key(data: &Path, platform: &str, name: &str) -> Result<Key, Fault> {
    let arguments = ["credentials", "create", "--kind", "input", "--both", "--json", "--platform", platform];
    let made = child::run(child::this_program()?.args(arguments).args(["--name", name, "--data"]).arg(data))?;
    serde_json::from_str(made.output.trim()).map_err(|fault| Fault::Stopped(format!("{fault}: {}", made.output)))
}

impl Served {
    /// Serves a folder on a free port of this machine.
    pub(super) fn start(data: &Path) -> Result<Self, Fault> {
        let mut child = child::this_program()?
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let address = line.rsplit_once("http://").and_then(|(_, address)| address.trim().parse().ok());
        let served = address.map(|address| (child, address));
        served
            .map(|(child, address)| Self { child, address })
            .ok_or_else(|| Fault::Stopped(format!("the server did not start: {line}")))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about one that cannot be ended.
        let _ended = self.child.kill();
        let _waited = self.child.wait();
    }
}
