#!/usr/bin/env bash
# Installs those of the named Debian packages that are missing; where that needs a password,
# says which command does it. Usage: .ci/apt-install.sh PACKAGE…
set -euo pipefail

missing=()
for package in "$@"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=(env)
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  echo "Missing system packages. Install them with" >&2
  echo "    sudo apt-get install --no-install-recommends ${missing[*]}" >&2
  echo "and run this again." >&2
  exit 1
fi

echo "Installing ${missing[*]}" >&2
{
  "${as_root[@]}" apt-get update --quiet
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive \
    apt-get install --quiet --yes --no-install-recommends "${missing[@]}"
} >&2
