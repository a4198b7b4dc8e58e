# Sourced by the Makefile: brings what cargo and npm themselves need, on Debian and its relatives, and puts it in PATH.
# Everything else is installed by xtask.

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

apt_install() {
  command -v apt-get >/dev/null || { echo "missing, and there is no apt-get to install it: $*" >&2; return 1; }
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"
}

node_major() { node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'; }

command -v cc >/dev/null || apt_install build-essential || return 1

if ! command -v cargo >/dev/null && [ -x "$HOME/.cargo/bin/cargo" ]; then PATH="$HOME/.cargo/bin:$PATH"; fi
if ! command -v cargo >/dev/null; then
  echo "installing Rust with rustup"
  command -v curl >/dev/null || apt_install curl ca-certificates || return 1
  curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs |
    sh -s -- -y --quiet --profile minimal --component rustfmt --component clippy || return 1
  PATH="$HOME/.cargo/bin:$PATH"
fi

# Debian 12's own Node is too old to build the screens; the npm registry carries a newer one as a package.
NODE_HERE="$PWD/target/node/node_modules/node/bin"
[ -x "$NODE_HERE/node" ] && PATH="$NODE_HERE:$PATH"
if [ "$(node_major || true)" = "" ] || [ "$(node_major)" -lt 20 ]; then
  command -v npm >/dev/null || apt_install npm || return 1
  echo "installing Node 22 into target/node"
  npm install --silent --no-audit --no-fund --prefix target/node node@22 || return 1
  PATH="$NODE_HERE:$PATH"
fi
export PATH
