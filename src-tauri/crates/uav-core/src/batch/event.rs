//! One event of a batch (events.md 8).

use crate::batch::commerce::Commerce;
use crate::identity::Identity;
use crate::value::{Scalar, Value};

macro_rules! event_types {
    ($($(#[$doc:meta])* $variant:ident $name:literal),+ $(,)?) => {
        /// The types of event, by their words on the wire (events.md 8.4). The numbers are stored.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum EventType { $($(#[$doc])* $variant),+ }

        impl EventType {
            /// Every type.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The type of a word on the wire.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

event_types! {
    /// A session begins.
    SessionStart "session_start",
    /// A session ends.
    SessionEnd "session_end",
    /// A screen or page was shown.
    ScreenView "screen_view",
    /// An event that the application names.
    Custom "custom_event",
    /// The application failed.
    CrashReport "crash_report",
    /// The user opted out of, or back into, collection.
    OptOut "opt_out",
    /// The first run of an installation.
    FirstRun "first_run",
    /// Precedes attribution; nothing is known of its fields.
    PreAttribution "pre_attribution",
    /// A push token was registered or withdrawn.
    PushRegistration "push_registration",
    /// The application started, stopped, came or went.
    ApplicationStateTransition "application_state_transition",
    /// A push message was sent, received or acted on.
    PushMessage "push_message",
    /// A network call was timed.
    NetworkPerformance "network_performance",
    /// A trace before a crash.
    Breadcrumb "breadcrumb",
    /// The user of a device changed.
    Profile "profile",
    /// A reaction to a push; listed only.
    PushReaction "push_reaction",
    /// A product, promotion or impression event.
    Commerce "commerce_event",
    /// A user attribute changed on the client.
    UserAttributeChange "user_attribute_change",
    /// An identity changed on the client.
    UserIdentityChange "user_identity_change",
    /// The application was removed.
    Uninstall "uninstall",
    /// A media event under its own type.
    Media "media",
}

/// Where an event happened (events.md 8.2).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Location {
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// ISO 3166-1 alpha-2.
    pub country_code: Option<Box<str>>,
    /// The second part of ISO 3166-2.
    pub region_code: Option<Box<str>>,
    /// The city's name.
    pub city_name: Option<Box<str>>,
    /// The postal code.
    pub postal_code: Option<Box<str>>,
}

/// The session that an event belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// The client's id of the session, any text.
    pub uuid: Option<Box<str>>,
    /// The numeric id, from clients that send only that.
    pub id: Option<i64>,
    /// When the session began, ms UTC.
    pub start_ms: Option<i64>,
}

/// The four states of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApplicationTransition {
    /// Started: an install with `is_first_run`, an upgrade with `is_upgrade`.
    Initialized,
    /// Ended.
    Exit,
    /// Left the screen.
    Background,
    /// Came back to the screen.
    Foreground,
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When it happened by the client's clock, ms UTC; absent counts as receipt (events.md TM-1).
    pub timestamp_ms: Option<i64>,
    /// The sender's id of the event; repeats are flagged, not dropped (events.md DD-4).
    pub source_message_id: Option<Box<str>>,
    /// The session, when one is named.
    pub session: Option<Session>,
    /// Attributes of the event, in the order given.
    pub attributes: Vec<(Box<str>, Scalar)>,
    /// Where it happened.
    pub location: Option<Location>,
    /// What happened.
    pub kind: EventKind,
}

/// What happened, with the fields that the engine reads.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    /// See [`EventType::SessionStart`].
    SessionStart,
    /// A session ended.
    SessionEnd {
        /// How long it was, ms.
        duration_ms: Option<i64>,
    },
    /// A screen was shown.
    ScreenView {
        /// Its name; absent from some clients.
        screen_name: Option<Box<str>>,
    },
    /// A named event.
    Custom {
        /// The name, at most 256 characters.
        name: Box<str>,
        /// `navigation`, `search`, `transaction` … `other`.
        custom_type: Box<str>,
    },
    /// The application failed.
    CrashReport {
        /// The message, or the class on the web.
        message: Option<Box<str>>,
        /// How bad.
        severity: Option<Box<str>>,
    },
    /// Opted out (true) or back in (false).
    OptOut {
        /// The new state.
        is_opted_out: bool,
    },
    /// See [`EventType::FirstRun`].
    FirstRun,
    /// See [`EventType::PreAttribution`].
    PreAttribution,
    /// A push token was registered (true) or withdrawn.
    PushRegistration {
        /// Registered or withdrawn.
        register: bool,
        /// The token.
        token: Option<Box<str>>,
    },
    /// The application changed state.
    ApplicationStateTransition {
        /// To which.
        transition: ApplicationTransition,
        /// An install.
        is_first_run: bool,
        /// An upgrade.
        is_upgrade: bool,
    },
    /// A push message.
    PushMessage {
        /// `sent`, `received` or `action`.
        message_type: Box<str>,
        /// The text shown.
        message: Option<Box<str>>,
    },
    /// A timed network call.
    NetworkPerformance {
        /// The address.
        url: Option<Box<str>>,
    },
    /// A trace.
    Breadcrumb {
        /// Its label.
        label: Option<Box<str>>,
    },
    /// The user of the device changed.
    Profile {
        /// `login`, `logout` …, free text in practice.
        profile_event_type: Option<Box<str>>,
    },
    /// See [`EventType::PushReaction`].
    PushReaction,
    /// Commerce.
    Commerce(Box<Commerce>),
    /// An attribute changed; it writes to the profile on every door (events.md AT-5, AT-7).
    UserAttributeChange {
        /// The attribute.
        name: Box<str>,
        /// The new value (null: a tag); `None` when the member is not there.
        new: Option<Value>,
        /// Whether it was removed.
        deleted: bool,
    },
    /// An identity changed; history only (events.md AT-15).
    UserIdentityChange {
        /// What it became.
        new: Option<Identity>,
        /// What it was.
        old: Option<Identity>,
    },
    /// See [`EventType::Uninstall`].
    Uninstall,
    /// See [`EventType::Media`].
    Media {
        /// Its name.
        name: Option<Box<str>>,
    },
}

impl EventKind {
    /// The type of this event.
    #[must_use]
    pub const fn event_type(&self) -> EventType {
        match self {
            Self::SessionStart => EventType::SessionStart,
            Self::SessionEnd { .. } => EventType::SessionEnd,
            Self::ScreenView { .. } => EventType::ScreenView,
            Self::Custom { .. } => EventType::Custom,
            Self::CrashReport { .. } => EventType::CrashReport,
            Self::OptOut { .. } => EventType::OptOut,
            Self::FirstRun => EventType::FirstRun,
            Self::PreAttribution => EventType::PreAttribution,
            Self::PushRegistration { .. } => EventType::PushRegistration,
            Self::ApplicationStateTransition { .. } => EventType::ApplicationStateTransition,
            Self::PushMessage { .. } => EventType::PushMessage,
            Self::NetworkPerformance { .. } => EventType::NetworkPerformance,
            Self::Breadcrumb { .. } => EventType::Breadcrumb,
            Self::Profile { .. } => EventType::Profile,
            Self::PushReaction => EventType::PushReaction,
            Self::Commerce(_) => EventType::Commerce,
            Self::UserAttributeChange { .. } => EventType::UserAttributeChange,
            Self::UserIdentityChange { .. } => EventType::UserIdentityChange,
            Self::Uninstall => EventType::Uninstall,
            Self::Media { .. } => EventType::Media,
        }
    }
}

impl Event {
    /// When the event counts as having happened, ms UTC: its own time, never later than receipt (events.md TM-3).
    #[must_use]
    pub fn time_ms(&self, received_ms: i64) -> i64 {
        self.timestamp_ms.filter(|time| *time > 0).unwrap_or(received_ms).min(received_ms)
    }

    /// An attribute of the event by name.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Scalar> {
        self.attributes.iter().find(|(attribute, _)| &**attribute == name).map(|(_, value)| value)
    }
}
