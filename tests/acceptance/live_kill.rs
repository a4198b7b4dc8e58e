//! A server that is killed while clients send: whatever was answered is there, once, and the senders' repetitions change
//! nothing.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value as Json, json};
use uav_core::IdentityType;

use crate::profiles::everybody;
use crate::program::words;
use crate::serve::Server;

const KILLS: usize = 6;
const SENDERS: usize = 8;

/// A key that opens every door.
fn key(data: &Path) -> String {
    let create = ["create", "--kind", "input", "--platform", "web", "--both", "--json"];
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_uav"))
        .arg("credentials")
        .args(create)
        .arg("--data")
        .arg(data)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", words(&output));
    let made: Json = serde_json::from_slice(&output.stdout).unwrap();
    made["key"].as_str().unwrap().to_owned()
}

/// The status and body of an answer, if one came.
fn post(address: &str, path: &str, key: &str, body: &str) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
    let length = body.len();
    let head = format!("POST {path} HTTP/1.1\r\nhost: {address}\r\nx-mp-key: {key}\r\nconnection: close\r\n");
    stream.write_all(format!("{head}content-length: {length}\r\n\r\n{body}").as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    Some((head.split(' ').nth(1)?.parse().ok()?, body.to_owned()))
}

/// What the senders were told.
#[derive(Default)]
struct Told {
    /// Customers whose batch was accepted.
    batches: Vec<String>,
    /// Customers who were answered with an MPID.
    mpids: Vec<(String, String)>,
}

/// Sends batches and identity requests until it is stopped; what was not answered is sent again when it is time.
fn send(number: usize, round: usize, address: &str, key: &str, stop: &AtomicBool, told: &Mutex<Told>) {
    for step in 0.. {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let customer = format!("c-{round}-{number}-{step}");
        let batch = json!({"source_request_id": customer, "environment": "production",
            "user_identities": {"customer_id": customer},
            "events": [{"event_type": "custom_event", "data": {"event_name": "Seen"}}]});
        let events = format!("/v3/JS/{key}/events");
        // Sent twice, as a client does that lost the first answer.
        for _again in 0..2 {
            if let Some((202, _)) = post(address, &events, key, &batch.to_string()) {
                told.lock().unwrap().batches.push(customer.clone());
            }
        }
        let asked = format!("i-{round}-{number}-{step}");
        let login =
            json!({"environment": "production", "request_id": asked, "known_identities": {"customerid": asked}});
        if let Some((200, body)) = post(address, "/v1/login", key, &login.to_string()) {
            let answer: Json = serde_json::from_str(&body).unwrap();
            told.lock().unwrap().mpids.push((asked, answer["mpid"].as_str().unwrap().to_owned()));
        }
    }
}

#[tokio::test]
async fn what_was_answered_before_the_kill_is_there_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let key = key(&data);
    let told = Arc::new(Mutex::new(Told::default()));
    for round in 0..KILLS {
        let mut server = Server::start(&data);
        let stop = Arc::new(AtomicBool::new(false));
        let senders: Vec<_> = (0..SENDERS)
            .map(|number| {
                let (address, key) = (server.address.clone(), key.clone());
                let (stop, told) = (Arc::clone(&stop), Arc::clone(&told));
                std::thread::spawn(move || send(number, round, &address, &key, &stop, &told))
            })
            .collect();
        std::thread::sleep(Duration::from_millis(300 + 70 * round as u64));
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        stop.store(true, Ordering::Relaxed);
        for sender in senders {
            sender.join().unwrap();
        }
    }
    let told = std::mem::take(&mut *told.lock().unwrap());
    println!("{} batches and {} requests were answered", told.batches.len(), told.mpids.len());
    assert!(told.batches.len() > 50 && told.mpids.len() > 50, "the test needs more time");

    let everybody = everybody(&data).await;
    let of = |customer: &str| {
        let holds = |profile: &&uav_core::profile::Profile| profile.record.holds(IdentityType::CustomerId, customer);
        let found: Vec<_> = everybody.iter().filter(holds).collect();
        assert_eq!(found.len(), 1, "{customer}");
        found[0]
    };
    for customer in &told.batches {
        assert_eq!(of(customer).events(), 1, "{customer}");
    }
    for (customer, mpid) in &told.mpids {
        assert_eq!(of(customer).mpid.to_string(), *mpid);
    }
}
