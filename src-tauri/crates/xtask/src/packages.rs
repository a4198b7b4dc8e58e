//! Installing what is missing, on Debian and its relatives.

use crate::shell::{self, Result};

/// What the window needs to be built and run.
pub(crate) const WINDOW: &[&str] = &["libwebkit2gtk-4.1-dev", "libssl-dev", "pkg-config", "build-essential"];
/// What the end-to-end tests need besides.
pub(crate) const TESTS: &[&str] = &["chromium", "xvfb", "xauth", "webkit2gtk-driver", "dbus"];

/// What the tests with real clients need besides.
pub(crate) const CLIENTS: &[&str] = &["openssl", "python3", "python3-venv"];

/// The oldest Node that builds the screens and runs their tests.
const NODE_MAJOR_MIN: u32 = 20;

/// Installs the Debian packages of the list that are missing.
pub(crate) fn install(packages: &[&str]) -> Result {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !shell::says_yes("apt-get", &["--version"]) {
        return Err(format!("these are missing and there is no apt-get to install them: {}", missing.join(" ")));
    }
    let root = shell::printed("id", &["-u"]).as_deref() == Some("0");
    let (program, prefix): (&str, &[&str]) = if root { ("apt-get", &[]) } else { ("sudo", &["apt-get"]) };
    let quiet = [("DEBIAN_FRONTEND", "noninteractive")];
    shell::run_with(".", program, &[prefix, &["update", "-qq"]].concat(), &quiet)?;
    let install = [prefix, &["install", "-y", "-qq", "--no-install-recommends"], &missing].concat();
    shell::run_with(".", program, &install, &quiet)
}

/// Installs the packages of the screens.
pub(crate) fn install_screens() -> Result {
    install_node_packages("ui")
}

/// Installs the packages of the end-to-end tests.
pub(crate) fn install_e2e() -> Result {
    install_node_packages("tests/e2e")
}

/// Installs the packages of the tests with real clients.
pub(crate) fn install_clients() -> Result {
    install_node_packages("tests/clients")
}

/// Installs the packages of a folder, exactly those of its lock file.
fn install_node_packages(folder: &str) -> Result {
    let node = shell::printed("node", &["--version"]).unwrap_or_default();
    let major: u32 = node.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok()).unwrap_or(0);
    if major < NODE_MAJOR_MIN {
        return Err(format!("Node {NODE_MAJOR_MIN} or later is needed, found {node:?}: https://nodejs.org"));
    }
    let installed = shell::root().join(folder).join("node_modules/.package-lock.json");
    let locked = shell::root().join(folder).join("package-lock.json");
    let modified = |path: &std::path::Path| path.metadata().and_then(|facts| facts.modified()).ok();
    if modified(&installed) >= modified(&locked) && installed.exists() {
        return Ok(());
    }
    shell::run(folder, "npm", &["ci", "--no-audit", "--no-fund"])
}

fn is_installed(package: &str) -> bool {
    shell::printed("dpkg-query", &["-W", "-f=${Status}", package]).is_some_and(|status| status.ends_with(" installed"))
}
