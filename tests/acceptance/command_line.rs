//! The commands as people and scripts use them: exit codes, words, JSON.

use std::io::Read;
use std::process::{Command, Stdio};

use serde_json::Value as Json;

use crate::program::{import, sample, uav, words};

#[test]
fn wrong_arguments_are_told_and_end_with_2() {
    let output = Command::new(env!("CARGO_BIN_EXE_uav")).arg("imprt").output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    let output = Command::new(env!("CARGO_BIN_EXE_uav")).arg("--help").output().unwrap();
    assert!(output.status.success());
    let help = String::from_utf8(output.stdout).unwrap();
    for command in ["serve", "import", "sample", "user", "credentials", "Exit codes"] {
        assert!(help.contains(command), "{command} is not in the help:\n{help}");
    }
}

#[test]
fn a_missing_file_is_named_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let output = uav("import", folder.path()).arg("/nowhere/orders.ndjson").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("uav: /nowhere/orders.ndjson"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn a_user_is_found_by_a_piece_of_an_email() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("two.ndjson");
    std::fs::write(
        &file,
        r#"{"user_identities":{"email":"Maya.Okafor@example.com","customer_id":"C-1"},"user_attributes":{"$FirstName":"Maya","level":9}}
{"user_identities":{"email":"sam@example.com"}}
"#,
    )
    .unwrap();
    import(folder.path(), &[&file]);
    let output = uav("user", folder.path()).args(["OKAF", "--json"]).output().unwrap();
    assert!(output.status.success(), "{}", words(&output));
    let profile: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(profile["workspaces"][0]["user_attributes"]["level"], 9);
    let identities = profile["identities"].as_array().unwrap();
    assert!(identities.iter().any(|one| one["type"] == "customer_id" && one["value"] == "C-1"), "{profile}");

    let output = uav("user", folder.path()).arg("nobody at all").output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{}", words(&output));
    let output = uav("user", folder.path()).args(["example.com"]).output().unwrap();
    let listed = String::from_utf8(output.stdout).unwrap();
    assert!(listed.contains("Maya") && listed.contains("sam@example.com"), "{listed}");
}

#[test]
fn a_dry_run_stores_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.ndjson");
    std::fs::write(&file, sample(50, 30, 1)).unwrap();
    let output = uav("import", folder.path()).args(["--dry-run", "--json"]).arg(&file).output().unwrap();
    let dry: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(dry["dry_run"], true);
    let real = import(folder.path(), &[&file]).remove(0);
    for count in ["accepted", "duplicates", "refused", "events", "profiles_created"] {
        assert_eq!(dry[count], real[count], "{count}: {dry} and then {real}");
    }
    assert!(real["accepted"].as_u64().unwrap() > 50, "{real}");
}

#[test]
fn the_sample_streams_and_a_closed_pipe_is_no_fault() {
    let arguments = ["sample", "--users", "1000", "--days", "30", "--seed", "1"];
    let mut shop = Command::new(env!("CARGO_BIN_EXE_uav"))
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut some = [0; 10_000];
    shop.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let output = shop.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", words(&output));
}

#[test]
fn the_sample_pipes_into_an_import() {
    let folder = tempfile::tempdir().unwrap();
    let mut shop = Command::new(env!("CARGO_BIN_EXE_uav"))
        .args(["sample", "--users", "200", "--days", "20", "--seed", "4"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = uav("import", folder.path())
        .args(["--json", "-"])
        .stdin(Stdio::from(shop.stdout.take().unwrap()))
        .output()
        .unwrap();
    shop.wait().unwrap();
    assert!(output.status.success(), "{}", words(&output));
    let summary: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert!(summary["accepted"].as_u64().unwrap() > 200 && summary["refused"] == 0, "{summary}");
}

#[test]
fn keys_are_made_in_the_documented_form() {
    let folder = tempfile::tempdir().unwrap();
    let make = |kind: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_uav"));
        program.args(["credentials", "create", "--json", "--kind", kind, "--data"]).arg(folder.path());
        let output = program.output().unwrap();
        assert!(output.status.success(), "{}", words(&output));
        serde_json::from_slice::<Json>(&output.stdout).unwrap()
    };
    let input = make("input");
    let members: Vec<&String> = input.as_object().unwrap().keys().collect();
    assert_eq!(members, ["key", "secret"]);
    let api = make("api");
    for member in ["client_id", "client_secret", "org_id", "account_id", "workspace_id"] {
        assert!(api[member].as_str().is_some_and(|text| !text.is_empty()), "{member}: {api}");
    }
    assert_ne!(make("input")["key"], input["key"]);
    let file = std::fs::read(folder.path().join("uav.db")).unwrap();
    for secret in [&input["secret"], &api["client_secret"]] {
        let secret = secret.as_str().unwrap().as_bytes();
        assert!(!file.windows(secret.len()).any(|window| window == secret), "a secret stands in the file");
    }
}
