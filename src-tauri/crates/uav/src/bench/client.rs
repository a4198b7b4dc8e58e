//! A client that costs the machine little: one connection, one request at a time, no more of HTTP than our own server
//! speaks. A real client library would take more of the two cores than the server that is measured.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::fault::Fault;

/// A connection to the server.
pub(super) struct Client {
    stream: TcpStream,
    head: String,
    received: Vec<u8>,
}

impl Client {
    /// Connects; every request goes to this path with these header lines.
    pub(super) async fn connect(address: SocketAddr, path: &str, headers: &str) -> Result<Self, Fault> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let head = format!("POST {path} HTTP/1.1\r\nhost: {address}\r\n{headers}content-type: application/json\r\n");
        Ok(Self { stream, head, received: Vec::with_capacity(4_096) })
    }

    /// Sends a body and waits for the whole answer: its status, and how long it took.
    pub(super) async fn post(&mut self, body: &[u8]) -> Result<(u16, Duration), Fault> {
        let mut request = format!("{}content-length: {}\r\n\r\n", self.head, body.len()).into_bytes();
        request.extend_from_slice(body);
        let started = Instant::now();
        self.stream.write_all(&request).await?;
        self.received.clear();
        loop {
            if let Some((status, length)) = answer(&self.received)
                && self.received.len() >= length
            {
                return Ok((status, started.elapsed()));
            }
            if self.stream.read_buf(&mut self.received).await? == 0 {
                return Err(Fault::Stopped("the server closed the connection".to_owned()));
            }
        }
    }
}

/// The status of an answer and its whole length, once its head is there.
fn answer(received: &[u8]) -> Option<(u16, usize)> {
    let end = received.windows(4).position(|bytes| bytes == b"\r\n\r\n")? + 4;
    let head = std::str::from_utf8(received.get(..end)?).ok()?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    Some((status, end + length.unwrap_or_default()))
}
