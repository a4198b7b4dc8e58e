//! The desktop's door for SDKs.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uav_admin::Collector;
use uav_engine::CollectorSetting;
use uav_http::LoopbackCollector;
use uav_testkit::Room;

/// The status line that an address answers with.
async fn ask(address: &str, path: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address.trim_start_matches("http://")).await.ok()?;
    let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut text = String::new();
    stream.read_to_string(&mut text).await.ok()?;
    text.lines().next().map(str::to_owned)
}

#[tokio::test]
async fn it_opens_and_closes_and_shows_no_screens() {
    let room = Room::new().await;
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let collector = LoopbackCollector::start(room.engine.clone(), CollectorSetting { on: false, port: free }).await;
    assert_eq!((collector.state().on, collector.state().address), (false, None));
    collector.open(free).await;
    let address = collector.state().address.unwrap();
    assert_eq!(address, format!("http://127.0.0.1:{free}"));
    assert_eq!(ask(&address, "/openapi.json").await.as_deref(), Some("HTTP/1.1 200 OK"));
    assert_eq!(ask(&address, "/users").await.as_deref(), Some("HTTP/1.1 404 Not Found"));
    assert_eq!(ask(&address, "/api/events").await.as_deref(), Some("HTTP/1.1 404 Not Found"));
    collector.close().await;
    assert_eq!((collector.state().on, ask(&address, "/openapi.json").await), (false, None));
}

#[tokio::test]
async fn a_port_in_use_is_told() {
    let room = Room::new().await;
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = taken.local_addr().unwrap().port();
    let collector = LoopbackCollector::start(room.engine.clone(), CollectorSetting { on: true, port }).await;
    let state = collector.state();
    assert!(state.on && state.address.is_none());
    assert!(state.fault.unwrap().starts_with(&format!("port {port} cannot be opened")));
}
