//! `uav user`.

use uav_admin::profile::{ExportProfile, GetProfile, ProfileView};
use uav_admin::users::{SearchHitView, SearchUsers};
use uav_admin::{Admin, Host};

use crate::args::User;
use crate::fault::Fault;
use crate::open;

/// How many users are listed when several match.
const LISTED_MAX: u32 = 20;

/// Finds users and prints the best one, or a list when none stands out.
pub(crate) async fn run(user: User) -> Result<(), Fault> {
    let admin = open::admin(&user.data.folder, Host { local_files: true, ..Host::default() }).await?;
    let found = find(&admin, &user).await?;
    let done = match &found[..] {
        [] => Err(Fault::Nobody(user.query.clone())),
        [best, rest @ ..] => {
            let alone = rest.iter().all(|other| other.mpid == best.mpid || other.rank != best.rank);
            if alone { print_one(&admin, best, user.json).await } else { print_list(&found, user.json) }
        }
    };
    admin.stop().await;
    done
}

async fn find(admin: &Admin, user: &User) -> Result<Vec<SearchHitView>, Fault> {
    let request = SearchUsers {
        query: user.query.clone(),
        environment: if user.development { "development" } else { "production" }.to_owned(),
        workspace: user.workspace,
        kind: None,
        include_former: true,
        cursor: None,
        limit: LISTED_MAX,
    };
    Ok(admin.users_search(request).await?.hits)
}

async fn print_one(admin: &Admin, hit: &SearchHitView, json: bool) -> Result<(), Fault> {
    if json {
        println!("{}", admin.profile_export(ExportProfile { mpid: hit.mpid.clone() }).await?.json);
        return Ok(());
    }
    let profile = admin.profile_get(GetProfile { mpid: hit.mpid.clone(), workspace: None }).await?;
    print_words(&profile);
    Ok(())
}

fn print_words(profile: &ProfileView) {
    println!("{}  {}", profile.name.as_deref().unwrap_or("Anonymous"), profile.mpid);
    println!("  {} events in {} batches, {} devices", profile.events, profile.batches, profile.devices.len());
    for identity in &profile.identities {
        let former = if identity.former { " (former)" } else { "" };
        println!("  {}: {}{former}", identity.label, identity.value);
    }
    for attribute in &profile.attributes {
        println!("  {} = {}", attribute.name, attribute.value.text);
    }
    for consent in &profile.consent {
        println!("  {} {}: {}", consent.regulation, consent.purpose, if consent.consented { "yes" } else { "no" });
    }
}

fn print_list(hits: &[SearchHitView], json: bool) -> Result<(), Fault> {
    if json {
        println!("{}", serde_json::to_string_pretty(hits).unwrap_or_default());
        return Ok(());
    }
    println!("{} users match; name one more exactly:", hits.len());
    for hit in hits {
        println!("  {}  {}  {}: {}", hit.mpid, hit.name.as_deref().unwrap_or("Anonymous"), hit.kind_label, hit.value);
    }
    Ok(())
}
