#!/usr/bin/env bash
# Kills `balcao migrate up` at a random moment, again and again, each time on an empty database, and
# counts how often the next run does not bring the database up to date. On SQLite; on PostgreSQL
# under .ci/with-postgres.sh, which the experiment then empties.
# Usage: end2end/experiments/migrations-killed.sh [KILLS]
set -euo pipefail
kills=${1:-60}
program=${BALCAO_BIN:-$(dirname "$(readlink -f "$0")")/../../target/debug/balcao}
unset BALCAO_BIN
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
server=${BALCAO_TEST_DATABASE_URL:-}
export BALCAO_DATA_DIRECTORY=$home BALCAO_DATABASE_URL=${server:-sqlite://$home/balcao.db}

empty() {
  if [ -n "$server" ]; then
    psql "$server" --quiet --no-psqlrc --command 'drop schema public cascade; create schema public' 2>/dev/null
  else
    rm -f "$home"/balcao.db*
  fi
}

# How long a whole run takes, in milliseconds: kills fall within it.
empty
begun=$(date +%s%3N)
"$program" migrate up >/dev/null
whole=$(($(date +%s%3N) - begun))

cut=0 failed=0
for _ in $(seq "$kills"); do
  empty
  "$program" migrate up >"$home/told" 2>&1 &
  run=$!
  sleep "$(awk -v most="$whole" -v seed="$RANDOM" 'BEGIN { srand(seed); print rand() * most / 1000 }')"
  kill -KILL "$run" 2>/dev/null || true
  wait "$run" 2>/dev/null || true
  before=$("$program" migrate status 2>/dev/null || true)
  if grep -q applied <<<"$before" && grep -q missing <<<"$before"; then cut=$((cut + 1)); fi
  if ! "$program" migrate up >"$home/told" 2>&1 || "$program" migrate status | grep -q missing; then
    failed=$((failed + 1))
    cat "$home/told"
  fi
done
echo "$kills kills within $whole ms, $cut of them between the first step and the last: $failed runs after them failed"
[ "$failed" = 0 ]
