//! What a device tells of itself while somebody uses it: starts, ends, push messages, and what goes wrong.

use crate::SampleInput;
use crate::scene::Scene;
use crate::visit::app_release;

const PUBLISHERS: [(&str, &str); 5] = [
    ("Peak Ads", "autumn-trails"),
    ("Lighthouse Search", "brand-search"),
    ("Social Meadow", "runner-lookalike"),
    ("Peak Ads", "black-week"),
    ("Partner: Hut Guide", "hut-guide-banner"),
];

impl Scene<'_> {
    /// The app starts; perhaps in a new version.
    pub(crate) fn start_app(&mut self) {
        let upgraded = !self.visit.is_first_run()
            && self.visit.number > 0
            && app_release(self.shop, self.visit.start_ms)
                > app_release(self.shop, self.visit.life.visit_start_ms(self.visit.number - 1));
        self.begin("application_state_transition");
        self.json.text("application_transition_type", "application_initialized");
        if self.visit.is_first_run() {
            self.json.boolean("is_first_run", true);
        }
        if upgraded {
            self.json.boolean("is_upgrade", true);
        }
        self.end();
    }

    /// The app's first start on this phone: where the install came from, and whether messages may be pushed.
    pub(crate) fn first_run(&mut self) {
        if self.dice.chance(620) {
            let (publisher, campaign) = self.dice.pick_early(&PUBLISHERS);
            self.begin_custom("attribution", "attribution");
            self.json.text("publisher", publisher);
            self.json.text("campaign", campaign);
            self.end_custom();
        }
        if let Some(token) = self.push_token() {
            self.begin("push_registration");
            self.json.boolean("register", true);
            self.json.hexadecimal("registration_token", &token);
            self.end();
        }
    }

    /// Where this device's push messages go, if it takes any.
    pub(crate) fn push_token(&self) -> Option<[u8; 32]> {
        self.device.as_ref().and_then(|device| device.push_token)
    }

    /// The app was started by a push message.
    pub(crate) fn push_opened(&mut self, token: [u8; 32]) {
        let apple = self.visit.input() == SampleInput::Ios;
        self.begin("push_message");
        self.json.text("push_message_type", "action");
        self.json.hexadecimal("push_message_token", &token);
        self.json.text("push_notification_payload", "{\"campaign\":\"weekend-weather\"}");
        self.json.text("network", if apple { "apn" } else { "gcm" });
        self.json.text("application_state", "background");
        self.json.text("push_message_behavior", "DirectOpen");
        self.end();
        self.begin_custom("Push opened", "other");
        self.json.text("campaign", "weekend-weather");
        self.end_custom();
    }

    /// What goes wrong now and then.
    pub(crate) fn mishaps(&mut self) {
        let draw = self.dice.below(1000);
        let app = self.visit.is_app();
        match draw {
            0..4 => self.crash(),
            4..16 if app => {
                self.begin("network_performance");
                self.json.text("url", "https://api.northwindtrail.example/v1/stock");
                self.json.text("http_verb", "GET");
                self.json.number("response_code", 504);
                self.json.number("time_elapsed", 10_000);
                self.end();
            }
            16..26 if app => {
                self.begin("breadcrumb");
                self.json.text("label", "filters opened");
                self.end();
            }
            _ => {}
        }
    }

    fn crash(&mut self) {
        let app = self.visit.is_app();
        self.begin("crash_report");
        self.json.text("severity", if app { "fatal" } else { "error" });
        self.json.text("message", if app { "index out of range" } else { "TypeError" });
        if app {
            self.json.text("class_name", "CartViewModel");
            self.json.boolean("exception_handled", false);
            self.json.text("stack_trace", "CartViewModel.total\nCartScreen.render\nmain");
        } else {
            self.json.open_object("custom_attributes");
            self.json.text("m", "cart.lines is undefined");
            self.json.text("t", "at total (cart.js:81)\nat render (cart.js:12)");
            self.json.close();
        }
        self.end();
    }

    /// The end of the visit, if the device comes to tell it; sometimes for ever.
    pub(crate) fn leave(&mut self) {
        if self.visit.is_last() && self.dice.chance(5) {
            self.begin("opt_out");
            self.json.boolean("is_opted_out", true);
            self.end();
            return;
        }
        if !self.dice.chance(500) {
            return;
        }
        let duration_ms = self.visit_so_far_ms();
        self.begin("session_end");
        self.json.number("session_duration_ms", duration_ms);
        self.end();
        if self.visit.is_app() && self.dice.chance(500) {
            self.begin("application_state_transition");
            self.json.text("application_transition_type", "application_background");
            self.end();
        }
    }
}
