#!/usr/bin/env bash
# Sees to what cargo and npm cannot bring: `build` is what the portal needs to be compiled, `test`
# adds a browser, a PostgreSQL server and Node. Anything already in PATH is taken as it is.
# Usage: .ci/system-packages.sh build|test
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")

has() { command -v "$1" >/dev/null; }

missing_for_build() {
  has cc || printf '%s\n' gcc libc6-dev
}

missing_for_test() {
  missing_for_build
  [ -n "${CHROMIUM:-}" ] || has chromium || echo chromium
  has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
  has node || echo nodejs
  has npm || echo npm
}

case ${1:-} in
  build) mapfile -t packages < <(missing_for_build) ;;
  test) mapfile -t packages < <(missing_for_test) ;;
  *) echo "Usage: $0 build|test" >&2 && exit 2 ;;
esac
[ ${#packages[@]} -gt 0 ] || exit 0

if ! has apt-get; then
  echo "Missing, by the names Debian gives them: ${packages[*]}" >&2
  exit 1
fi
"$here/apt-install.sh" "${packages[@]}"
