//! The server as a process: its address, its end, and whom it lets in.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::program::{import, sample, uav, words};

pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) address: String,
}

impl Server {
    pub(crate) fn start(data: &Path) -> Self {
        let mut child = uav("serve", data).args(["--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit("http://").next().unwrap().to_owned();
        Self { child, address }
    }

    fn open(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    /// The whole answer to a request that closes its connection.
    fn ask(&self, head: &str, body: &str) -> String {
        let mut stream = self.open(&format!(
            "{head} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nx-uav: 1\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        ));
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn terminate(&self) {
        let id = self.child.id().to_string();
        assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended_already = self.child.kill();
        let _ended_already = self.child.wait();
    }
}

#[test]
fn it_answers_and_ends_when_told_even_while_somebody_listens() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start(folder.path());
    let answer = server.ask("POST /api/rpc/engine_status", "{}");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"profiles\":0"), "{answer}");

    let mut listening = server.open(&format!("GET /api/events HTTP/1.1\r\nHost: {}\r\n\r\n", server.address));
    let mut some = [0; 12];
    listening.read_exact(&mut some).unwrap();
    assert_eq!(&some, b"HTTP/1.1 200");
    server.terminate();
    let since = Instant::now();
    while server.child.try_wait().unwrap().is_none() {
        assert!(since.elapsed() < Duration::from_secs(5), "the server did not end");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(server.child.wait().unwrap().success());
}

#[test]
fn the_data_is_one_engines_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let _server = Server::start(folder.path());
    let output = uav("user", folder.path()).arg("anybody").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("open in another program"), "{said}");
}

#[test]
fn beyond_this_machine_it_needs_credentials() {
    let folder = tempfile::tempdir().unwrap();
    let output = uav("serve", folder.path()).args(["--listen", "0.0.0.0:0"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    assert!(String::from_utf8_lossy(&output.stderr).contains("credentials create"), "{}", words(&output));
}

#[test]
fn an_import_that_runs_is_left_in_a_state_to_be_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.ndjson");
    std::fs::write(&file, sample(6_000, 60, 5)).unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let mut server = Server::start(&data);
    let request = serde_json::json!({
        "source": { "from": "path", "path": file }, "workspace": 1, "dry_run": false
    });
    let answer = server.ask("POST /api/rpc/import_start", &request.to_string());
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    server.terminate();
    assert!(server.child.wait().unwrap().success());
    // The same file again goes on with the same job, and all of it is there once.
    let summary = import(&data, &[&file]).remove(0);
    assert_eq!(summary["import"], 1, "{summary}");
    assert_eq!(summary["state"], "done", "{summary}");
    let lines = sample(6_000, 60, 5).split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
    assert_eq!(summary["lines"], lines, "{summary}");
}
