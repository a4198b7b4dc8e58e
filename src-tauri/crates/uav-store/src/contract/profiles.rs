//! Reading profiles.

use uav_core::batch::Environment;
use uav_core::{Identity, IdentityType, Mpid, ProfileKey, ScopeId};

use super::{Said, Town, key};
use crate::{IdentityKey, Store};

/// By key and by MPID; what is unknown is left out.
pub async fn profiles_come_in_the_order_asked_for(store: &impl Store) {
    let mut town = Town::default();
    for number in 0..5 {
        town.seen(store, number, &[(IdentityType::CustomerId, &format!("c{number}"))]);
    }
    town.commit(store).await;
    let asked = [4, 2, 99, 5, 2].map(ProfileKey);
    let expected: Vec<_> = [4, 2, 5, 2].map(ProfileKey).map(|key| (key, town.profile(key).clone())).into();
    assert_eq!(store.profiles(&asked).await.unwrap(), expected);
    assert!(store.profiles(&[]).await.unwrap().is_empty());

    for (key, profile) in town.profiles() {
        assert_eq!(store.key_of(profile.mpid).await.unwrap(), Some(key));
    }
    assert_eq!(store.key_of(Mpid::new(1).unwrap()).await.unwrap(), None);

    // A profile that was read is the newest one when it is read again.
    town.say(store, ProfileKey(2), &Said { at_ms: 77_000, ..Said::default() });
    town.commit(store).await;
    let read = store.profiles(&[ProfileKey(2)]).await.unwrap();
    assert_eq!(read.first().unwrap().1.last_seen_ms(), 77_000);
}

async fn holders(store: &impl Store, identity: &IdentityKey) -> Vec<ProfileKey> {
    let mut keys: Vec<_> = store.holders(identity).await.unwrap().into_iter().map(|(key, _)| key).collect();
    keys.sort_unstable();
    keys
}

/// E-mail without regard to case, everything else exactly, all of it trimmed.
pub async fn identities_compare_as_their_type_does(store: &impl Store) {
    let mut town = Town::default();
    let ann = town.seen(store, 1, &[(IdentityType::Email, " Änn@Example.COM "), (IdentityType::CustomerId, "Ab1")]);
    let bob = town.seen(store, 1, &[(IdentityType::Email, "änn@example.com"), (IdentityType::CustomerId, "ab1")]);
    town.commit(store).await;
    let table: &[(IdentityType, &str, &[ProfileKey])] = &[
        (IdentityType::Email, "änn@example.com", &[ann, bob]),
        (IdentityType::Email, " ÄNN@example.com", &[ann, bob]),
        (IdentityType::Email, "nn@example.com", &[]),
        (IdentityType::CustomerId, "Ab1 ", &[ann]),
        (IdentityType::CustomerId, "ab1", &[bob]),
        (IdentityType::CustomerId, "AB1", &[]),
        (IdentityType::Other, "Ab1", &[]),
    ];
    for (kind, value, expected) in table {
        assert_eq!(holders(store, &key(*kind, value)).await, *expected, "{kind:?} {value:?}");
    }
}

/// The same identity in another scope or environment is another user's.
pub async fn spaces_are_apart(store: &impl Store) {
    let mut town = Town::default();
    let spaces = [
        (ScopeId(1), Environment::Production),
        (ScopeId(1), Environment::Development),
        (ScopeId(2), Environment::Production),
        (ScopeId(2), Environment::Development),
    ];
    let gained = vec![Identity::new(IdentityType::Email, "ann@example.com")];
    let people = spaces.map(|(scope, environment)| town.person_of(scope, environment));
    for person in people {
        town.say(store, person, &Said { gained: gained.clone(), ..Said::default() });
    }
    town.commit(store).await;
    for ((scope, environment), person) in spaces.into_iter().zip(people) {
        let identity = IdentityKey { scope, environment, ..key(IdentityType::Email, "ann@example.com") };
        assert_eq!(holders(store, &identity).await, [person], "{scope} {environment:?}");
    }
}

/// Only those who hold an identity now are found by it, and they are found again when they get it back.
pub async fn a_lost_identity_finds_nobody(store: &impl Store) {
    let mut town = Town::default();
    let phone = Identity::new(IdentityType::MobileNumber, "+49 1");
    let asked = key(IdentityType::MobileNumber, "+49 1");
    let (ann, bob) = (town.person(), town.person());
    town.say(store, ann, &Said { gained: vec![phone.clone()], ..Said::default() });
    town.commit(store).await;
    town.say(store, ann, &Said { lost: vec![phone.clone()], ..Said::default() });
    town.say(store, bob, &Said { gained: vec![phone.clone()], ..Said::default() });
    town.commit(store).await;
    assert_eq!(holders(store, &asked).await, [bob]);
    town.say(store, ann, &Said { gained: vec![phone], ..Said::default() });
    town.commit(store).await;
    assert_eq!(holders(store, &asked).await, [ann, bob]);
}

/// Pages by key hold everybody, each once.
pub async fn all_profiles_are_visited_by_key(store: &impl Store) {
    let mut town = Town::default();
    for number in 0..7 {
        town.seen(store, number, &[]);
    }
    town.commit(store).await;
    for limit in [1, 3, 7, 100] {
        let (mut after, mut visited) = (ProfileKey::default(), Vec::new());
        loop {
            let page = store.profiles_after(after, limit).await.unwrap();
            assert!(page.len() <= limit as usize);
            let Some((last, _)) = page.last() else { break };
            after = *last;
            visited.extend(page);
        }
        let expected: Vec<_> = town.profiles().map(|(key, profile)| (key, profile.clone())).collect();
        assert_eq!(visited, expected, "{limit} at a time");
    }
}
