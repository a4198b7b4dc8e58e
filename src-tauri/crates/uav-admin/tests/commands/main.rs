//! The command table as a transport sees it: JSON in, JSON out.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod every_command;
mod faults;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use serde_json::{Value as Json, json};
use uav_admin::{Admin, Collector, CollectorState, Host};
use uav_core::WorkspaceId;
use uav_core::batch::Environment;
use uav_store::InputKind;
use uav_testkit::{NOW_MS, Room};

/// A user's first batch: somebody known, on a browser, who buys something.
pub(crate) const ADA: &str = r#"{"mpid":"-77","source_request_id":"r-1","mp_deviceid":"DAS-1","timestamp_unixtime_ms":1764547100000,
  "user_identities":{"customer_id":"c1","email":"Ada@example.com"},
  "user_attributes":{"$FirstName":"Ada","$LastName":"Lovelace","plan":"gold","big":9007199254740993,"genres":["jazz","rock"],"beta":null},
  "device_info":{"platform":"web","os_version":"17"},"application_info":{"application_name":"Shop","application_version":"3.2"},
  "consent_state":{"gdpr":{"marketing":{"consented":true,"timestamp_unixtime_ms":1764547000000}}},
  "events":[{"event_type":"screen_view","data":{"screen_name":"Home","timestamp_unixtime_ms":1764547090000}},
    {"event_type":"custom_event","data":{"event_name":"Search","custom_event_type":"search","timestamp_unixtime_ms":1764547091000,"custom_attributes":{"term":"tent"}}},
    {"event_type":"commerce_event","data":{"timestamp_unixtime_ms":1764547092000,"currency_code":"EUR","product_action":{"action":"purchase","transaction_id":"tx-1","total_amount":354.1,
      "products":[{"id":"p1","name":"Tent","price":350,"quantity":1}]}}}]}"#;

/// A door for SDKs that opens at once.
#[derive(Default)]
struct Switch(Mutex<CollectorState>);

#[async_trait]
impl Collector for Switch {
    fn state(&self) -> CollectorState {
        self.0.lock().unwrap().clone()
    }

    async fn open(&self, port: u16) {
        let address = Some(format!("http://127.0.0.1:{port}"));
        *self.0.lock().unwrap() = CollectorState { on: true, port, address, fault: None };
    }

    async fn close(&self) {
        *self.0.lock().unwrap() = CollectorState::default();
    }
}

/// The commands over an engine in memory, with an account of those that were asked.
pub(crate) struct Desk {
    pub(crate) room: Room,
    pub(crate) admin: Admin,
    asked: Mutex<BTreeSet<String>>,
}

impl Desk {
    /// A desk where nothing happened yet.
    pub(crate) async fn new() -> Self {
        let room = Room::new().await;
        let admin =
            Admin::new(room.engine.clone(), Host { local_files: true, collector: Some(Arc::new(Switch::default())) });
        Self { room, admin, asked: Mutex::default() }
    }

    /// A desk with one user, seen twice through an input named Web.
    pub(crate) async fn with_ada() -> Self {
        let desk = Self::new().await;
        let engine = &desk.room.engine;
        let environment = Environment::Production;
        engine.create_input(WorkspaceId(1), "Web", InputKind::Platform, "web", Some(environment)).await.unwrap();
        desk.room.ingest(ADA).await;
        desk.room.world.set_now_ms(NOW_MS + 60_000);
        desk.room
            .ingest(r#"{"mpid":-77,"user_attributes":{"plan":"silver"},"deleted_user_attributes":["beta"]}"#)
            .await;
        desk
    }

    /// What a command answers.
    pub(crate) async fn ask(&self, command: &str, request: Json) -> Json {
        self.asked.lock().unwrap().insert(command.to_owned());
        let answer = self.admin.dispatch(command, request.to_string().as_bytes()).await;
        serde_json::from_str(&answer.unwrap_or_else(|problem| panic!("{command}: {problem:?}"))).unwrap()
    }

    /// The problem that a command answers, as a screen reads it.
    pub(crate) async fn refused(&self, command: &str, request: Json) -> Json {
        let problem = self.admin.dispatch(command, request.to_string().as_bytes()).await.unwrap_err();
        serde_json::to_value(&problem).unwrap()
    }

    /// The commands that were asked.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().iter().cloned().collect()
    }

    /// Waits until an import is at rest.
    pub(crate) async fn rest(&self, job: &Json) -> Json {
        let id = uav_store::ImportId(job["job"].as_str().unwrap().parse().unwrap());
        self.room.engine.imports().finished(id).await.unwrap();
        let jobs = self.ask("imports_list", json!({})).await;
        jobs["jobs"].as_array().unwrap().iter().find(|listed| listed["job"] == job["job"]).unwrap().clone()
    }
}
