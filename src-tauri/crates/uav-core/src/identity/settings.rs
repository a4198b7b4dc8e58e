//! The settings of an identity scope, and the strategies that name common ones (idsync.md 4).

use serde::{Deserialize, Serialize};

use super::{IdentityType, IdentityTypeSet};

/// What a log-in identity that is seen for the first time does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NewKnown {
    /// It makes the anonymous record of the request known.
    #[default]
    Extend,
    /// It makes a new record.
    Create,
}

/// With which record a user goes on after signing out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnLogout {
    /// With a new anonymous one.
    #[default]
    New,
    /// With the anonymous one of these identities.
    Return,
    /// With whatever these identities resolve to.
    Identify,
}

/// Whom a search may find.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SearchScope {
    /// Only records that the request is eligible for.
    #[default]
    Protected,
    /// Any record.
    Any,
}

/// The settings by which requests of one scope resolve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentitySettings {
    /// The order of look-up; a type that is not in it finds nobody.
    pub priority: Vec<IdentityType>,
    /// Types of which a value is on one record at most, and a record has one value at most.
    pub unique: IdentityTypeSet,
    /// Types that make a record known and protect it.
    pub login: IdentityTypeSet,
    /// The type that is never changed once set; also unique and a log-in type.
    pub immutable: Option<IdentityType>,
    /// What a log-in identity that is new does.
    pub new_known: NewKnown,
    /// With which record a user goes on after signing out.
    pub on_logout: OnLogout,
    /// Whether a log-in request must carry a log-in identity.
    pub login_needs_login_id: bool,
    /// Whom a search may find.
    pub search: SearchScope,
}

/// Why settings cannot work; every fault is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsFault {
    /// The immutable type must be unique.
    #[error("{} is immutable and so must be unique", .0.label())]
    ImmutableNotUnique(IdentityType),
    /// The immutable type must be a log-in type.
    #[error("{} is immutable and so must be a log-in identity", .0.label())]
    ImmutableNotLogin(IdentityType),
    /// The immutable type must be first in the order.
    #[error("{} is immutable and so must be first in the order", .0.label())]
    ImmutableNotFirst(IdentityType),
    /// A unique type must be in the order.
    #[error("{} is unique and so must be in the order", .0.label())]
    UniqueNotInPriority(IdentityType),
    /// A log-in type must be in the order.
    #[error("{} is a log-in identity and so must be in the order", .0.label())]
    LoginNotInPriority(IdentityType),
    /// A type stands twice in the order.
    #[error("{} stands twice in the order", .0.label())]
    Twice(IdentityType),
}

/// What may surprise about settings that can work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsWarning {
    /// A unique type that is no log-in type: a request that carries somebody else's gets a profile without it (S32).
    #[error("{} is unique but no log-in identity: a request that carries somebody else's finds nobody by it", .0.label())]
    UniqueNotLogin(IdentityType),
}

/// The order of look-up of a new scope.
pub const DEFAULT_PRIORITY: &[IdentityType] = &[
    IdentityType::CustomerId,
    IdentityType::MobileNumber,
    IdentityType::PhoneNumber2,
    IdentityType::PhoneNumber3,
    IdentityType::Email,
    IdentityType::Other,
    IdentityType::OtherId2,
    IdentityType::OtherId3,
    IdentityType::OtherId4,
    IdentityType::OtherId5,
    IdentityType::OtherId6,
    IdentityType::OtherId7,
    IdentityType::OtherId8,
    IdentityType::OtherId9,
    IdentityType::OtherId10,
    IdentityType::Facebook,
    IdentityType::Google,
    IdentityType::Twitter,
    IdentityType::Microsoft,
    IdentityType::Yahoo,
    IdentityType::IosAdvertisingId,
    IdentityType::IosVendorId,
    IdentityType::GoogleAdvertisingId,
    IdentityType::AndroidId,
    IdentityType::RokuAdvertisingId,
    IdentityType::RokuPublisherId,
    IdentityType::MicrosoftPublisherId,
    IdentityType::MicrosoftAdvertisingId,
    IdentityType::DeviceApplicationStamp,
];

impl Default for IdentitySettings {
    /// The Default strategy, that of a new scope.
    fn default() -> Self {
        Self {
            priority: DEFAULT_PRIORITY.to_vec(),
            unique: IdentityTypeSet::of(&[IdentityType::CustomerId]),
            login: IdentityTypeSet::of(&[IdentityType::CustomerId]),
            immutable: Some(IdentityType::CustomerId),
            new_known: NewKnown::Extend,
            on_logout: OnLogout::New,
            login_needs_login_id: false,
            search: SearchScope::Protected,
        }
    }
}

impl IdentitySettings {
    /// The Profile Conversion strategy.
    #[must_use]
    pub fn profile_conversion() -> Self {
        Self { unique: customer_and_email(), login: customer_and_email(), immutable: None, ..Self::default() }
    }

    /// The Profile Link strategy.
    #[must_use]
    pub fn profile_link() -> Self {
        Self { new_known: NewKnown::Create, login_needs_login_id: true, ..Self::profile_conversion() }
    }

    /// The Profile Isolation strategy.
    #[must_use]
    pub fn profile_isolation() -> Self {
        Self { on_logout: OnLogout::Return, ..Self::profile_link() }
    }

    /// The Best Match strategy.
    #[must_use]
    pub fn best_match() -> Self {
        Self {
            unique: IdentityTypeSet::EMPTY,
            login: IdentityTypeSet::EMPTY,
            immutable: None,
            on_logout: OnLogout::Identify,
            ..Self::default()
        }
    }

    /// Whether events of one user may be copied to another (idsync.md 7).
    ///
    /// The public contract gives aliasing to Default, Profile Conversion and Profile Link, and none to Profile Isolation
    /// and Best Match. What sets those apart is the record that a client goes on with after signing out: where it is
    /// always a new one, each visit leaves an anonymous record behind whose events are worth copying to the person. A
    /// scope that returns to the anonymous record of the device keeps known and anonymous data apart on purpose, and one
    /// that just resolves has no anonymous stretch of its own. So settings of one's own follow the same switch.
    #[must_use]
    pub fn allows_alias(&self) -> bool {
        self.on_logout == OnLogout::New
    }

    /// Every reason why these settings cannot work; none when they can.
    #[must_use]
    pub fn faults(&self) -> Vec<SettingsFault> {
        let mut faults = Vec::new();
        if let Some(immutable) = self.immutable {
            if !self.unique.contains(immutable) {
                faults.push(SettingsFault::ImmutableNotUnique(immutable));
            }
            if !self.login.contains(immutable) {
                faults.push(SettingsFault::ImmutableNotLogin(immutable));
            }
            if self.priority.first() != Some(&immutable) {
                faults.push(SettingsFault::ImmutableNotFirst(immutable));
            }
        }
        let missing = |kind: &IdentityType| !self.priority.contains(kind);
        faults.extend(self.unique.iter().filter(missing).map(SettingsFault::UniqueNotInPriority));
        faults.extend(self.login.iter().filter(missing).map(SettingsFault::LoginNotInPriority));
        let mut seen = IdentityTypeSet::EMPTY;
        for kind in &self.priority {
            if seen.contains(*kind) {
                faults.push(SettingsFault::Twice(*kind));
            }
            seen = seen.with(*kind);
        }
        faults
    }

    /// What may surprise.
    #[must_use]
    pub fn warnings(&self) -> Vec<SettingsWarning> {
        let no_login = |kind: &IdentityType| !self.login.contains(*kind);
        self.unique.iter().filter(no_login).map(SettingsWarning::UniqueNotLogin).collect()
    }
}

fn customer_and_email() -> IdentityTypeSet {
    IdentityTypeSet::of(&[IdentityType::CustomerId, IdentityType::Email])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_named_strategy_can_work() {
        let strategies = [
            IdentitySettings::default(),
            IdentitySettings::profile_conversion(),
            IdentitySettings::profile_link(),
            IdentitySettings::profile_isolation(),
            IdentitySettings::best_match(),
        ];
        for settings in strategies {
            assert_eq!(settings.faults(), []);
        }
    }

    #[test]
    fn isolation_and_best_match_have_no_aliases() {
        let strategies = [
            (IdentitySettings::default(), true),
            (IdentitySettings::profile_conversion(), true),
            (IdentitySettings::profile_link(), true),
            (IdentitySettings::profile_isolation(), false),
            (IdentitySettings::best_match(), false),
        ];
        for (settings, expected) in strategies {
            assert_eq!(settings.allows_alias(), expected, "{settings:?}");
        }
    }

    #[test]
    fn every_fault_is_listed() {
        let settings = IdentitySettings {
            priority: vec![IdentityType::Other, IdentityType::Other],
            unique: IdentityTypeSet::of(&[IdentityType::Email]),
            login: IdentityTypeSet::EMPTY,
            immutable: Some(IdentityType::CustomerId),
            ..IdentitySettings::default()
        };
        let faults = settings.faults();
        assert_eq!(
            faults,
            [
                SettingsFault::ImmutableNotUnique(IdentityType::CustomerId),
                SettingsFault::ImmutableNotLogin(IdentityType::CustomerId),
                SettingsFault::ImmutableNotFirst(IdentityType::CustomerId),
                SettingsFault::UniqueNotInPriority(IdentityType::Email),
                SettingsFault::Twice(IdentityType::Other),
            ]
        );
        assert_eq!(faults[3].to_string(), "Email is unique and so must be in the order");
        assert_eq!(settings.warnings(), [SettingsWarning::UniqueNotLogin(IdentityType::Email)]);
    }
}
