//! Keyed hashes: 64 bits for an identity or a request, with a key of the file's own, so that nobody can choose collisions.

use std::hash::Hasher as _;

use siphasher::sip::SipHasher13;
use uav_core::batch::Environment;
use uav_core::{Mpid, ScopeId};
use uav_store::{IdentityKey, RequestId, RequestKey};

/// The number that stands for the type of an MPID; no identity type has it.
const MPID_KIND: u8 = 255;

/// The file's hash function.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hasher {
    keys: (u64, u64),
}

impl Hasher {
    pub(crate) const fn new(keys: (u64, u64)) -> Self {
        Self { keys }
    }

    fn start(self) -> SipHasher13 {
        SipHasher13::new_with_keys(self.keys.0, self.keys.1)
    }

    pub(crate) fn identity(self, scope: ScopeId, environment: Environment, kind: u8, comparable: &str) -> i64 {
        let mut hasher = self.start();
        hasher.write_u32(scope.0);
        hasher.write_u8(u8::from(environment == Environment::Development));
        hasher.write_u8(kind);
        hasher.write(comparable.as_bytes());
        hasher.finish().cast_signed()
    }

    pub(crate) fn identity_key(self, key: &IdentityKey) -> i64 {
        self.identity(key.scope, key.environment, key.kind.number(), &key.comparable)
    }

    /// MPIDs are unique over all scopes and environments.
    pub(crate) fn mpid(self, mpid: Mpid) -> i64 {
        let mut hasher = self.start();
        hasher.write_u8(MPID_KIND);
        hasher.write_i64(mpid.get());
        hasher.finish().cast_signed()
    }

    pub(crate) fn request(self, request: &RequestKey) -> u64 {
        let mut hasher = self.start();
        hasher.write_u32(request.input.0);
        match &request.id {
            RequestId::Source(id) => {
                hasher.write_u8(0);
                hasher.write(id.as_bytes());
            }
            RequestId::Batch(id) => {
                hasher.write_u8(1);
                hasher.write_i64(*id);
            }
        }
        hasher.finish()
    }
}
