//! The tasks.

use crate::packages;
use crate::shell::{self, Result};

/// Users of the sample shop that a first start makes.
const SAMPLE_USERS: &str = "5000";

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
    shell::run(".", "cargo", &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])?;
    shell::run(".", "cargo", &["test", "--workspace", "--quiet"])
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
    shell::run(".", "cargo", &["build", "--quiet", "--package", "uav", "--package", "user-activity-view"])?;
    shell::run("tests/e2e", "npm", &["test", "--silent"])
}

/// Measures. A part's name limits it to that part.
pub(crate) fn bench(rest: &[String]) -> Result {
    packages::install(packages::WINDOW)?;
    packages::install(packages::TESTS)?;
    packages::install_screens()?;
    shell::run("ui", "npm", &["run", "--silent", "build"])?;
    shell::run(".", "cargo", &["build", "--release", "--quiet", "--package", "uav", "--package", "user-activity-view"])?;
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    shell::run(".", "target/release/uav", &[&["bench", "--out", "target/bench/results.json"], &rest[..]].concat())
}

/// Makes the Debian package.
pub(crate) fn bundle() -> Result {
    packages::install(packages::WINDOW)?;
    packages::install_screens()?;
    shell::run(".", "ui/node_modules/.bin/tauri", &["build", "--bundles", "deb"])
}
