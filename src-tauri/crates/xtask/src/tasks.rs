//! The tasks.

use crate::packages;
use crate::shell::{self, Result};

/// Users of the sample shop that a first start makes.
const SAMPLE_USERS: &str = "5000";

/// What is not built for users and must hold all the same.
const FEATURES: &str = "uav/bench";

/// Opens the window, or serves the screens where there is no display.
pub(crate) fn run(rest: &[String]) -> Result {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if display {
        packages::install(packages::WINDOW)?;
    }
    packages::install_screens()?;
    shell::run("ui", "npm", &["run", "--silent", "build"])?;
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    if display {
        let args = [&["run", "--package", "user-activity-view", "--"], &rest[..]].concat();
        return shell::run_with(".", "cargo", &args, &[("UAV_SAMPLE_USERS", SAMPLE_USERS)]);
    }
    println!("There is no display: the same screens are served to a browser on this machine.");
    let serve = ["run", "--package", "uav", "--", "serve", "--sample-if-empty", SAMPLE_USERS];
    shell::run(".", "cargo", &[&serve, &rest[..]].concat())
}

/// Everything that must hold.
pub(crate) fn test() -> Result {
    check()?;
    e2e_built()
}

/// Everything but the end-to-end tests.
pub(crate) fn check() -> Result {
    packages::install(packages::WINDOW)?;
    packages::install_screens()?;
    for script in ["check", "test", "build"] {
        shell::run("ui", "npm", &["run", "--silent", script])?;
    }
    shell::run(".", "cargo", &["fmt", "--all", "--check"])?;
    let lint = ["clippy", "--workspace", "--all-targets", "--features", FEATURES, "--quiet", "--", "-D", "warnings"];
    shell::run(".", "cargo", &lint)?;
    shell::run(".", "cargo", &["test", "--workspace", "--features", FEATURES, "--quiet"])
}

/// Writes the generated TypeScript.
pub(crate) fn types() -> Result {
    let args = ["test", "--quiet", "--package", "uav-admin", "--lib", "typescript"];
    shell::run_with(".", "cargo", &args, &[("UAV_WRITE_TYPES", "1")])
}

/// The end-to-end tests, from nothing.
pub(crate) fn e2e() -> Result {
    packages::install(packages::WINDOW)?;
    packages::install_screens()?;
    shell::run("ui", "npm", &["run", "--silent", "build"])?;
    e2e_built()
}

fn e2e_built() -> Result {
    packages::install(packages::TESTS)?;
    packages::install_e2e()?;
    // With the features of the tests before, so that nothing is built twice.
    let programs = ["--package", "uav", "--package", "user-activity-view", "--features", FEATURES];
    shell::run(".", "cargo", &[&["build", "--quiet"], &programs[..]].concat())?;
    shell::run("tests/e2e", "npm", &["test", "--silent"])?;
    clients_built()
}

/// The real SDKs against the program, from nothing.
pub(crate) fn clients() -> Result {
    packages::install(packages::TESTS)?;
    packages::install_e2e()?;
    shell::run(".", "cargo", &["build", "--quiet", "--package", "uav", "--features", FEATURES])?;
    clients_built()
}

fn clients_built() -> Result {
    packages::install(packages::CLIENTS)?;
    packages::install_clients()?;
    shell::run("tests/clients", "npm", &["test", "--silent"])
}

/// Measures. A part's name limits it to that part.
pub(crate) fn bench(rest: &[String]) -> Result {
    packages::install(packages::WINDOW)?;
    packages::install(packages::TESTS)?;
    packages::install_screens()?;
    packages::install_e2e()?;
    shell::run("ui", "npm", &["run", "--silent", "build"])?;
    let programs = ["--package", "uav", "--package", "user-activity-view", "--features", FEATURES];
    shell::run(".", "cargo", &[&["build", "--release", "--quiet"], &programs[..]].concat())?;
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    let window = "UAV_BIN=$PWD/target/release npm --prefix tests/e2e run --silent window-start";
    shell::run(".", "target/release/uav", &[&["bench", "--window-command", window], &rest[..]].concat())
}

/// Makes the Debian package.
pub(crate) fn bundle() -> Result {
    packages::install(packages::WINDOW)?;
    packages::install_screens()?;
    shell::run(".", "ui/node_modules/.bin/tauri", &["build", "--bundles", "deb"])
}
