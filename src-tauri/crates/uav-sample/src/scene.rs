//! One batch on its way into a buffer: the frame around the events, and the frame of each event.

use crate::device::{Device, write_application};
use crate::dice::{Dice, Purpose};
use crate::json::{Json, push_uuid};
use crate::order::Basket;
use crate::person::Person;
use crate::presence::Role;
use crate::visit::{Delivery, Stage, Visit, Way};
use crate::{SampleInput, Shop};

/// A batch has fewer events than this, so that all fit between its first moment and its sending.
const EVENTS_MAX: i64 = 20;

/// Buffers that one batch after the other uses.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    session: String,
    text: String,
}

/// A batch being written: what is told, and the pen.
pub(crate) struct Scene<'a> {
    pub(crate) shop: &'a Shop,
    pub(crate) visit: &'a Visit<'a>,
    pub(crate) stage: Stage,
    pub(crate) person: Person,
    pub(crate) device: Option<Device>,
    pub(crate) dice: Dice,
    pub(crate) json: Json<'a>,
    /// For text that is put together before it is written.
    pub(crate) text: &'a mut String,
    session: &'a str,
    delivery: Delivery,
    now_ms: i64,
    events: u64,
}

/// Writes the batch of a part of a visit, without a line end. Returns how many events it has.
pub(crate) fn write_batch(
    shop: &Shop,
    visit: &Visit<'_>,
    stage: Stage,
    delivery: Delivery,
    out: &mut String,
    scratch: &mut Scratch,
) -> u64 {
    let Scratch { session, text } = scratch;
    session.clear();
    push_uuid(session, Dice::new(visit.key, Purpose::Request, 99).wide_bits());
    if visit.is_browser() {
        session.make_ascii_uppercase();
    }
    let mut scene = Scene {
        shop,
        visit,
        stage,
        person: Person::of(visit.life),
        device: Device::of(visit),
        dice: Dice::new(visit.key, Purpose::Stage, stage as u64),
        json: Json::new(out),
        text,
        session,
        delivery,
        now_ms: delivery.from_ms + delivery.ahead_ms,
        events: 0,
    };
    scene.write();
    scene.events
}

impl Scene<'_> {
    fn write(&mut self) {
        self.json.open();
        self.json.uuid("source_request_id", Dice::new(self.visit.key, Purpose::Request, self.stage as u64).wide_bits());
        let tester = self.visit.life.role == Role::Tester;
        self.json.text("environment", if tester { "development" } else { "production" });
        self.json.number("timestamp_unixtime_ms", self.delivery.sent_ms + self.delivery.ahead_ms);
        self.write_device();
        if self.visit.is_feed() {
            self.write_source();
            self.write_feed();
        } else {
            self.write_identity();
            self.write_consent();
            self.json.open_list("events");
            self.write_stage();
            self.json.close_list();
        }
        self.json.close();
    }

    /// A feed names itself; what a device sends is known by the device.
    fn write_source(&mut self) {
        let feed = if self.visit.way == Way::Store { SampleInput::StoreFeed } else { SampleInput::CrmFeed };
        self.json.open_object("source_info");
        self.json.text("channel", "partner");
        self.json.text("partner", feed.name());
        self.json.close();
    }

    fn write_device(&mut self) {
        let Some(device) = &self.device else { return };
        self.json.uuid("mp_deviceid", device.stamp);
        device.write(&mut self.json, self.shop, self.visit, self.stage);
        write_application(&mut self.json, self.shop, self.visit, self.stage);
    }

    fn write_identity(&mut self) {
        if !self.visit.is_signed_in(self.stage) {
            // A browser without a person says so; an app leaves the member out.
            if !self.visit.is_app() {
                self.json.null("user_identities");
            }
            return;
        }
        self.person.write_sign_in(&mut self.json, self.visit.number, self.text);
        if self.stage == Stage::Arrive || self.visit.signs_in_at(self.stage) {
            self.json.open_object("user_attributes");
            self.person.write_attributes(&mut self.json, self.visit.life, self.visit.number);
            let as_number = self.visit.input() == crate::SampleInput::Android;
            self.person.write_vip_score(&mut self.json, as_number);
            self.json.close();
        }
    }

    /// Opens an event: its frame, its time, its ids. The members that follow are its own.
    pub(crate) fn begin(&mut self, event_type: &str) {
        self.json.open();
        self.json.text("event_type", event_type);
        self.json.open_object("data");
        self.json.number("timestamp_unixtime_ms", self.now_ms);
        self.json.hexadecimal("source_message_id", &self.dice.bits().to_be_bytes());
        if self.device.is_some() {
            self.json.text("session_uuid", self.session);
        }
        self.events += 1;
        let window_ms = (self.delivery.sent_ms - self.delivery.from_ms) / EVENTS_MAX - 1;
        self.now_ms += 1 + self.dice.below(window_ms.unsigned_abs()) as i64;
    }

    /// Closes an event.
    pub(crate) fn end(&mut self) {
        self.json.close();
        self.json.close();
    }

    /// The basket of this visit.
    pub(crate) fn basket(&self) -> Basket {
        Basket::of(self.visit.key, self.visit.life.country, self.visit.way == Way::Store)
    }

    /// The first moment of the batch, by the sender's clock.
    pub(crate) fn begin_ms(&self) -> i64 {
        self.delivery.from_ms + self.delivery.ahead_ms
    }

    /// How long the visit has lasted by the next event.
    pub(crate) fn visit_so_far_ms(&self) -> i64 {
        self.now_ms - self.delivery.ahead_ms - self.visit.start_ms
    }

    /// A custom event and the beginning of its attributes; [`Scene::end_custom`] ends both.
    pub(crate) fn begin_custom(&mut self, name: &str, custom_event_type: &str) {
        self.begin("custom_event");
        self.json.text("event_name", name);
        self.json.text("custom_event_type", custom_event_type);
        self.json.open_object("custom_attributes");
    }

    /// Ends a custom event.
    pub(crate) fn end_custom(&mut self) {
        self.json.close();
        self.end();
    }

    /// A screen view without attributes.
    pub(crate) fn screen(&mut self, name: &str) {
        self.begin("screen_view");
        self.json.text("screen_name", name);
        self.end();
    }
}
