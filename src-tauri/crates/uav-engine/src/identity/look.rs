//! Asking without leaving a trace: searches, and dry runs of the other calls (idsync.md 5.6, ID-8).

use uav_core::batch::Environment;
use uav_core::identity::{Call, ResolveError, Target};
use uav_core::{Identity, Mpid, ScopeId};
use uav_store::{Loaded, Wanted};

use crate::engine::Engine;
use crate::error::Result;
use crate::ingest::{Resolved, Working, identity_key, resolve_in};

/// A question about identities.
#[derive(Clone, Debug)]
pub struct Look {
    /// The scope.
    pub scope: ScopeId,
    /// Which of its two identity spaces.
    pub environment: Environment,
    /// Which call; anything but a search is a dry run.
    pub call: Call,
    /// The identities.
    pub identities: Vec<Identity>,
    /// The profile that the client went on from, a hint only.
    pub previous: Option<Mpid>,
}

impl Engine {
    /// Whom these identities come to, on what is stored; nothing is stored or touched.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn look(&self, look: &Look) -> Result<std::result::Result<Resolved, ResolveError>> {
        let settings = self.identity_settings(look.scope);
        let mut working = Working::default();
        self.bring(&mut working, look).await?;
        let space = (look.scope, look.environment);
        let found = resolve_in(&working, &settings, space, look.call, &look.identities, look.previous);
        Ok(found.map(|(resolution, matched)| {
            let Target::Existing(key) = resolution.target else {
                let gains_login = resolution.absorbed.iter().any(|taken| settings.login.contains(taken.identity.kind));
                return Resolved { mpid: None, matched, is_known: gains_login };
            };
            let profile = working.profile(key);
            let is_known = profile.is_some_and(|profile| profile.is_known(settings.login))
                || look.call != Call::Search
                    && resolution.absorbed.iter().any(|taken| settings.login.contains(taken.identity.kind));
            Resolved { mpid: profile.map(|profile| profile.mpid), matched, is_known }
        }))
    }

    /// Puts in hand whom the question names, through the reading side: an import at work holds nobody up.
    async fn bring(&self, working: &mut Working, look: &Look) -> Result<()> {
        let mut wanted = Wanted::default();
        let mut loaded = Loaded::default();
        for asked in &look.identities {
            let key = identity_key(look.scope, look.environment, asked.kind, &asked.value);
            let found = self.store().holders(&key).await?;
            loaded.holders.push(found.iter().map(|(key, _)| *key).collect());
            loaded.profiles.extend(found);
            wanted.identities.push(key);
        }
        if let Some(mpid) = look.previous {
            let key = self.store().key_of(mpid).await?;
            loaded.profiles.extend(self.store().profiles(key.as_slice()).await?);
        }
        working.take_in(wanted, loaded);
        Ok(())
    }
}
