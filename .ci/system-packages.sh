#!/usr/bin/env bash
# Sees to what cargo and npm cannot bring: `build` is what the portal needs to be compiled, `test`
# adds a browser, a PostgreSQL server with a pooler before it, Node, NGINX, BusyBox and the
# languages of our samples. Anything already in PATH is taken as it is.
# Usage: .ci/system-packages.sh build|test
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")

has() { command -v "$1" >/dev/null; }

missing_for_build() {
  has cc || printf '%s\n' gcc libc6-dev
  has mold || echo mold
}

missing_for_test() {
  missing_for_build
  [ -n "${CHROMIUM:-}" ] || has chromium || echo chromium
  has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
  has pgbouncer || [ -x /usr/sbin/pgbouncer ] || echo pgbouncer
  has node || echo nodejs
  has npm || echo npm
  has nginx || [ -x /usr/sbin/nginx ] || echo nginx
  has busybox || echo busybox
  has openssl || echo openssl
  has python3 && python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
  missing_for_samples
}

# What our documentation says a sample needs, where Debian has it.
missing_for_samples() {
  has curl || echo curl
  has php && php -r 'exit((int) !extension_loaded("curl"));' || printf '%s\n' php-cli php-curl
  has javac || echo default-jdk-headless
  has go || echo golang-go
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
