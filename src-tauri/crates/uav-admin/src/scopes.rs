//! Identity scopes and their strategies (idsync.md 4).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uav_core::identity::{self, IdentitySettings};
use uav_core::{IdentityType, IdentityTypeSet, ScopeId};
use uav_engine::ScopeFacts;

use crate::admin::Admin;
use crate::error::Problem;

/// Asks for the identity scopes.
#[derive(Debug, Deserialize, TS)]
pub struct ListScopes {}

/// A named way to resolve, or settings of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// A customer ID, once set, never changes.
    Default,
    /// Anonymous users become known ones.
    ProfileConversion,
    /// Signing in links to a known user.
    ProfileLink,
    /// Known and anonymous data stay apart.
    ProfileIsolation,
    /// Whoever matches best.
    BestMatch,
    /// None of these.
    Custom,
}

/// What a log-in identity that is seen for the first time does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NewKnown {
    /// It makes the anonymous user of the request known.
    Extend,
    /// It makes a new user.
    Create,
}

/// With whom one goes on after signing out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OnLogout {
    /// With a new anonymous user.
    New,
    /// With the anonymous user of these identities.
    Return,
    /// With whomever these identities resolve to.
    Identify,
}

/// Whom a search may find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SearchReach {
    /// Only users that the request is entitled to.
    Protected,
    /// Anybody.
    Any,
}

/// How requests of a scope resolve. Identity types by their canonical names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScopeSettings {
    /// The order of look-up; a type that is not in it finds nobody.
    pub priority: Vec<String>,
    /// Types of which a value is on one user at most.
    pub unique: Vec<String>,
    /// Types that make a user known and protect it.
    pub login: Vec<String>,
    /// The type that never changes once set.
    pub immutable: Option<String>,
    /// What a log-in identity that is new does.
    pub new_known: NewKnown,
    /// With whom one goes on after signing out.
    pub on_logout: OnLogout,
    /// Whether a log-in request must carry a log-in identity.
    pub login_needs_login_id: bool,
    /// Whom a search may find.
    pub search: SearchReach,
}

/// A workspace of a scope.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScopeWorkspaceView {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
}

/// An identity scope.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScopeView {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// The strategy that its settings amount to.
    pub strategy: Strategy,
    /// Its settings.
    pub settings: ScopeSettings,
    /// The workspaces that share its users.
    pub workspaces: Vec<ScopeWorkspaceView>,
    /// When it was made, ms UTC.
    pub created_ms: i64,
}

/// A named strategy with its settings.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StrategyView {
    /// Which.
    pub strategy: Strategy,
    /// Its settings as a new scope would have them.
    pub settings: ScopeSettings,
}

/// A type of identity.
#[derive(Debug, Clone, Serialize, TS)]
pub struct IdentityTypeView {
    /// Its canonical name.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// Whether it names a device rather than a person.
    pub device: bool,
}

/// The scopes, and what their settings are made of.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScopeListView {
    /// The scopes, by number.
    pub scopes: Vec<ScopeView>,
    /// The named strategies.
    pub strategies: Vec<StrategyView>,
    /// Every type of identity.
    pub types: Vec<IdentityTypeView>,
}

/// Makes a scope with the Default strategy.
#[derive(Debug, Deserialize, TS)]
pub struct CreateScope {
    /// 1 to 64 characters, not in use.
    pub name: String,
}

/// Asks whether settings can work.
#[derive(Debug, Deserialize, TS)]
pub struct CheckScopeSettings {
    /// The settings.
    pub settings: ScopeSettings,
}

/// What is wrong with settings.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScopeCheckView {
    /// The strategy that they amount to.
    pub strategy: Strategy,
    /// Why they cannot work; none when they can.
    pub faults: Vec<String>,
    /// What may surprise.
    pub warnings: Vec<String>,
}

/// Writes a scope's name and settings; what was resolved before stands.
#[derive(Debug, Deserialize, TS)]
pub struct SaveScope {
    /// Which.
    pub id: u32,
    /// 1 to 64 characters, not in use.
    pub name: String,
    /// The settings.
    pub settings: ScopeSettings,
}

const STRATEGIES: [Strategy; 5] = [
    Strategy::Default,
    Strategy::ProfileConversion,
    Strategy::ProfileLink,
    Strategy::ProfileIsolation,
    Strategy::BestMatch,
];

impl Admin {
    /// All scopes, by number.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn scopes_list(&self, _request: ListScopes) -> Result<ScopeListView, Problem> {
        let scopes = self.engine.scopes().await?.into_iter().map(ScopeView::from).collect();
        let strategies = STRATEGIES
            .iter()
            .filter_map(|strategy| {
                Some(StrategyView { strategy: *strategy, settings: view_of(&settings_of_strategy(*strategy)?) })
            })
            .collect();
        let kind = |kind: &IdentityType| IdentityTypeView {
            name: kind.name().to_owned(),
            label: kind.label().to_owned(),
            device: kind.is_device(),
        };
        Ok(ScopeListView { scopes, strategies, types: IdentityType::ALL.iter().map(kind).collect() })
    }

    /// Makes a scope.
    ///
    /// # Errors
    /// When the name is empty, too long or in use.
    pub async fn scope_create(&self, request: CreateScope) -> Result<ScopeView, Problem> {
        let scope = self.engine.create_scope(&request.name).await?;
        Ok(ScopeFacts { scope, workspaces: Vec::new() }.into())
    }

    /// Whether settings can work, and what may surprise.
    ///
    /// # Errors
    /// When a type is none.
    pub async fn scope_check(&self, request: CheckScopeSettings) -> Result<ScopeCheckView, Problem> {
        let settings = read_settings(&request.settings)?;
        Ok(ScopeCheckView {
            strategy: strategy_of(&settings),
            faults: settings.faults().iter().map(ToString::to_string).collect(),
            warnings: settings.warnings().iter().map(ToString::to_string).collect(),
        })
    }

    /// Writes a scope's name and settings.
    ///
    /// # Errors
    /// When there is no such scope, the name is empty, too long or in use, or the settings cannot work.
    pub async fn scope_save(&self, request: SaveScope) -> Result<ScopeView, Problem> {
        let settings = read_settings(&request.settings)?;
        let id = ScopeId(request.id);
        self.engine.update_scope(id, &request.name, &settings).await?;
        let saved = self.engine.scopes().await?.into_iter().find(|facts| facts.scope.id == id);
        saved.map(ScopeView::from).ok_or_else(|| Problem::not_found(&format!("identity scope {id}")))
    }
}

fn settings_of_strategy(strategy: Strategy) -> Option<IdentitySettings> {
    Some(match strategy {
        Strategy::Default => IdentitySettings::default(),
        Strategy::ProfileConversion => IdentitySettings::profile_conversion(),
        Strategy::ProfileLink => IdentitySettings::profile_link(),
        Strategy::ProfileIsolation => IdentitySettings::profile_isolation(),
        Strategy::BestMatch => IdentitySettings::best_match(),
        Strategy::Custom => return None,
    })
}

/// The strategy that settings amount to; the order of look-up may differ.
fn strategy_of(settings: &IdentitySettings) -> Strategy {
    let is = |strategy: &Strategy| {
        let named = settings_of_strategy(*strategy);
        named.is_some_and(|named| IdentitySettings { priority: settings.priority.clone(), ..named } == *settings)
    };
    STRATEGIES.into_iter().find(is).unwrap_or(Strategy::Custom)
}

pub(crate) fn read_settings(view: &ScopeSettings) -> Result<IdentitySettings, Problem> {
    let kinds = |path: &str, names: &[String]| -> Result<Vec<IdentityType>, Problem> {
        let kind = |(place, name): (usize, &String)| {
            let known = IdentityType::from_name(name);
            known.ok_or_else(|| {
                Problem::invalid(&format!("settings.{path}[{place}]"), format!("{name:?} is no type of identity"))
            })
        };
        names.iter().enumerate().map(kind).collect()
    };
    let immutable = view.immutable.iter().cloned().collect::<Vec<_>>();
    Ok(IdentitySettings {
        priority: kinds("priority", &view.priority)?,
        unique: IdentityTypeSet::of(&kinds("unique", &view.unique)?),
        login: IdentityTypeSet::of(&kinds("login", &view.login)?),
        immutable: kinds("immutable", &immutable)?.first().copied(),
        new_known: match view.new_known {
            NewKnown::Extend => identity::NewKnown::Extend,
            NewKnown::Create => identity::NewKnown::Create,
        },
        on_logout: match view.on_logout {
            OnLogout::New => identity::OnLogout::New,
            OnLogout::Return => identity::OnLogout::Return,
            OnLogout::Identify => identity::OnLogout::Identify,
        },
        login_needs_login_id: view.login_needs_login_id,
        search: match view.search {
            SearchReach::Protected => identity::SearchScope::Protected,
            SearchReach::Any => identity::SearchScope::Any,
        },
    })
}

pub(crate) fn view_of(settings: &IdentitySettings) -> ScopeSettings {
    let names = |kinds: &mut dyn Iterator<Item = IdentityType>| kinds.map(|kind| kind.name().to_owned()).collect();
    ScopeSettings {
        priority: names(&mut settings.priority.iter().copied()),
        unique: names(&mut settings.unique.iter()),
        login: names(&mut settings.login.iter()),
        immutable: settings.immutable.map(|kind| kind.name().to_owned()),
        new_known: match settings.new_known {
            identity::NewKnown::Extend => NewKnown::Extend,
            identity::NewKnown::Create => NewKnown::Create,
        },
        on_logout: match settings.on_logout {
            identity::OnLogout::New => OnLogout::New,
            identity::OnLogout::Return => OnLogout::Return,
            identity::OnLogout::Identify => OnLogout::Identify,
        },
        login_needs_login_id: settings.login_needs_login_id,
        search: match settings.search {
            identity::SearchScope::Protected => SearchReach::Protected,
            identity::SearchScope::Any => SearchReach::Any,
        },
    }
}

impl From<ScopeFacts> for ScopeView {
    fn from(facts: ScopeFacts) -> Self {
        let ScopeFacts { scope, workspaces } = facts;
        let workspace =
            |workspace: uav_store::Workspace| ScopeWorkspaceView { id: workspace.id.0, name: workspace.name };
        Self {
            id: scope.id.0,
            strategy: strategy_of(&scope.settings),
            settings: view_of(&scope.settings),
            name: scope.name,
            workspaces: workspaces.into_iter().map(workspace).collect(),
            created_ms: scope.created_ms,
        }
    }
}
