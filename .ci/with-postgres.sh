#!/usr/bin/env bash
# Runs a command beside a PostgreSQL server of its own, which is gone when the command is done.
# The command finds the server's address in BALCAO_TEST_DATABASE_URL.
# Usage: .ci/with-postgres.sh COMMAND [ARGUMENT…]
set -euo pipefail
[ $# -gt 0 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }

# Debian keeps the server's programs out of PATH; the newest version wins.
programs() {
  local initdb
  initdb=$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1)
  [ -n "$initdb" ] || { echo "PostgreSQL's server programs are missing (package postgresql)" >&2; exit 1; }
  dirname "$(readlink -f "$initdb")"
}

# PostgreSQL refuses to run as root: there, an unprivileged account takes its place.
account() {
  if [ "$(id -u)" != 0 ]; then id -un; elif id postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi
}

as_account() {
  if [ "$(id -un)" = "$account" ]; then
    "$@"
  elif command -v runuser >/dev/null; then
    runuser -u "$account" -- "$@"
  else
    su -s /bin/sh "$account" -c 'exec "$@"' -- sh "$@"
  fi
}

random_port() { shuf -i 20000-60000 -n 1; }

create_cluster() {
  # Tests connect thousands of times from programs built for debugging. With SCRAM each of these would
  # hash the password 4096 times, which took a third of the time of their tests.
  as_account "$bin/initdb" --pgdata="$home/data" --username=balcao --pwfile="$home/password" \
    --auth=password --encoding=UTF8 --locale=C.UTF-8 --no-sync >>"$home/log" 2>&1
  # Nobody needs these data after a crash.
  as_account tee -a "$home/data/postgresql.conf" >/dev/null <<CONFIGURATION
listen_addresses = '127.0.0.1'
unix_socket_directories = '$home'
max_connections = 300
fsync = off
full_page_writes = off
synchronous_commit = off
autovacuum = off
CONFIGURATION
}

# Somebody may take a port between the moment it is found free and the moment it is used.
start_cluster() {
  local attempt
  for attempt in 1 2 3 4 5; do
    port=$(random_port)
    as_account "$bin/pg_ctl" --pgdata="$home/data" --log="$home/log" --options="-p $port" \
      --wait --silent start && return
    echo "PostgreSQL did not start on port $port (attempt $attempt)" >&2
  done
  return 1
}

clean_up() {
  local status=$?
  trap - EXIT
  if [ -f "$home/data/postmaster.pid" ]; then
    as_account "$bin/pg_ctl" --pgdata="$home/data" --mode=immediate --silent stop || true
  fi
  [ -n "${BALCAO_TEST_DATABASE_URL:-}" ] || cat "$home/log" >&2 || true
  rm -rf "$home"
  exit "$status"
}

unset BALCAO_TEST_DATABASE_URL
bin=$(programs)
account=$(account)
home=$(mktemp -d /tmp/balcao-postgres.XXXXXX)
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "$password" >"$home/password"
touch "$home/log"
chown -R "$account" "$home"
(
  cd "$home" # the caller's directory may be closed to the account
  create_cluster
)
from=$PWD
cd "$home"
start_cluster
cd "$from"
export BALCAO_TEST_DATABASE_URL="postgres://balcao:$password@127.0.0.1:$port/postgres"
"$@"
