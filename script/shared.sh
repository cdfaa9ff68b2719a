# Functions of the scripts in this folder; sourced, never run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1

# The formatter opens all sources at once and the tests hundreds of databases: more than the 1,024 files that a user may
# open without asking.
most_files=$(ulimit -H -n)
if [ "$most_files" = unlimited ] || [ "$most_files" -gt 16384 ]; then most_files=16384; fi
ulimit -S -n "$most_files"

# Debian packages that building needs, beside Swift itself.
# shellcheck disable=SC2034
build_packages=(binutils g++ pkg-config libsqlite3-dev libpq-dev zlib1g-dev tzdata)

say() {
  printf '\n==> %s\n' "$*"
}

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

need_swift() {
  command -v swift >/dev/null || fail "swift is not on the PATH. Install Swift 6.2 or newer: https://www.swift.org/install/"
}

# Builds the program; $1 names more options of swift build, such as --build-tests.
build_release() {
  say "Building in release mode. The first build takes 5 to 25 minutes on two cores, later ones much less."
  swift build -c release --explicit-target-dependency-import-check error "$@"
}

program() {
  echo "$(swift build -c release --show-bin-path)/hataraki"
}

# A Python environment with the tools of the browser tests, at the pinned versions.
prepare_python() {
  local venv=$root/.build/venv wanted=$root/Tests/Browser/requirements.txt
  if cmp --silent "$wanted" "$venv/installed.txt"; then return; fi
  if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    script/install-packages python3 python3-venv || return 1
  fi
  say "Installing the tools of the browser tests into .build/venv (about 200 MB, a minute)."
  rm -rf "$venv"
  python3 -m venv "$venv" || return 1
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted" || return 1
  cp "$wanted" "$venv/installed.txt"
}
