//! The rules of the house: who may use whom, how long a file may be, and what may not be said.

#![expect(clippy::unwrap_used, reason = "a test ends where something is not as it should be")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What each crate may use of ours; arrows run down only.
const ALLOWED: &[(&str, &[&str])] = &[
    ("uav-core", &[]),
    ("uav-sample", &[]),
    ("uav-wire", &["uav-core"]),
    ("uav-store", &["uav-core"]),
    ("uav-store-sqlite", &["uav-core", "uav-store"]),
    ("uav-engine", &["uav-core", "uav-store", "uav-wire", "uav-sample"]),
    ("uav-admin", &["uav-core", "uav-store", "uav-engine", "uav-wire"]),
    ("uav-http", &["uav-core", "uav-store", "uav-admin", "uav-engine", "uav-wire"]),
    ("uav-testkit", &["uav-core", "uav-store", "uav-engine", "uav-wire"]),
    ("uav", &["uav-core", "uav-store", "uav-store-sqlite", "uav-engine", "uav-admin", "uav-http", "uav-sample"]),
    ("xtask", &[]),
];

/// What some crates must never reach, whatever the reason.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("uav-core", &["tokio", "sqlx", "reqwest", "axum", "tauri", "serde_json", "chrono", "getrandom"]),
    ("uav-wire", &["tokio", "sqlx", "axum", "tauri"]),
    ("uav-store", &["sqlx", "axum", "tauri"]),
    ("uav-engine", &["sqlx", "axum", "tauri"]),
    ("uav-admin", &["sqlx", "axum", "tauri"]),
    ("uav-http", &["sqlx", "tauri"]),
    ("uav", &["tauri"]),
];

const RUST_LINES_MAX: usize = 500;
const TSX_LINES_MAX: usize = 250;
const TS_LINES_MAX: usize = 300;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names under `[dependencies]` of a crate's manifest.
fn dependencies(name: &str) -> Vec<String> {
    let manifest = root().join("src-tauri/crates").join(name).join("Cargo.toml");
    let text = fs::read_to_string(&manifest).unwrap_or_else(|fault| panic!("{}: {fault}", manifest.display()));
    let mut section = String::new();
    let mut found = Vec::new();
    for line in text.lines() {
        if line.starts_with('[') {
            section = line.to_owned();
        } else if section == "[dependencies]"
            && let Some(name) = line.split(['.', ' ', '=']).next().filter(|name| !name.is_empty())
        {
            found.push(name.to_owned());
        }
    }
    found
}

#[test]
fn arrows_run_down_only() {
    let allowed: BTreeMap<_, _> = ALLOWED.iter().copied().collect();
    for entry in fs::read_dir(root().join("src-tauri/crates")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let may = allowed.get(name.as_str()).unwrap_or_else(|| panic!("{name} is not in the table of this test"));
        for used in dependencies(&name) {
            let ours = used.starts_with("uav") || used == "xtask";
            assert!(!ours || may.contains(&used.as_str()), "{name} must not use {used}");
        }
    }
}

#[test]
fn walls_stand() {
    for (name, walls) in FORBIDDEN {
        for used in dependencies(name) {
            assert!(!walls.contains(&used.as_str()), "{name} must never reach {used}");
        }
    }
}

/// Every source file below a folder, with one of these endings; what is generated or built is left out.
fn sources(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if path.is_dir() {
                if !matches!(name, "node_modules" | "dist" | "generated" | "target" | "fixtures" | "results") {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }
    found
}

fn too_long(files: Vec<PathBuf>, limit: usize) -> Vec<String> {
    let lines = |path: &PathBuf| fs::read_to_string(path).unwrap().lines().count();
    let long = files.into_iter().map(|path| (lines(&path), path)).filter(|(count, _)| *count > limit);
    long.map(|(count, path)| format!("{} has {count} lines, limit {limit}", path.display())).collect()
}

#[test]
fn files_can_be_read_in_one_sitting() {
    let mut long = too_long(sources("src-tauri", &[".rs"]), RUST_LINES_MAX);
    long.extend(too_long(sources("ui/src", &[".tsx"]), TSX_LINES_MAX));
    long.extend(too_long(sources("ui/src", &[".ts"]), TS_LINES_MAX));
    assert!(long.is_empty(), "one idea a file:\n{}", long.join("\n"));
}

#[test]
fn only_one_file_of_the_screens_knows_tauri() {
    for path in sources("ui/src", &[".ts", ".tsx"]) {
        let text = fs::read_to_string(&path).unwrap();
        let knows = text.contains("@tauri-apps/");
        assert!(!knows || path.ends_with("api/transport-tauri.ts"), "{} must not import Tauri", path.display());
    }
}

#[test]
fn sql_is_only_in_the_store_adapters() {
    for path in sources("src-tauri", &[".rs"]) {
        let inside = path.components().any(|part| part.as_os_str().to_string_lossy().starts_with("uav-store-"));
        // The benchmark's baseline is a plain SQLite loop.
        let baseline = path.components().any(|part| part.as_os_str() == "bench");
        let text = fs::read_to_string(&path).unwrap();
        assert!(inside || baseline || !text.contains("sqlx::query"), "{} speaks SQL", path.display());
    }
}
