#!/usr/bin/env bash
# Serves the portal and, whenever a source file changes, builds it again and starts it afresh.
# A change that does not compile leaves the last working version running.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit

sources=(Cargo.toml Cargo.lock app migrations server style)
binary=target/debug/balcao
server=

newest_change() {
  find "${sources[@]}" -type f ! -name '.*' -printf '%T@ %p\n' | sort | tail -1
  find "${sources[@]}" -type f | wc -l # a removed file leaves no newer one
}

build() { make --no-print-directory site && .ci/cargo.sh build --package server; }

start() {
  "$binary" serve --development --reload &
  server=$!
}

stop() {
  [ -n "$server" ] || return 0
  kill "$server" 2>/dev/null
  wait "$server" 2>/dev/null
  server=
}

trap stop EXIT
trap 'exit 0' INT TERM

seen=
while true; do
  now=$(newest_change)
  if [ "$now" != "$seen" ]; then
    seen=$now
    if build; then
      stop
      start
    else
      echo "Not built; waiting for the next change."
    fi
  fi
  sleep 0.5
done
