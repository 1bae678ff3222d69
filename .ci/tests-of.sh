#!/usr/bin/env bash
# Runs the tests of some packages as they were built with all others. Asked for these packages alone,
# cargo chooses fewer features of what they depend on, and builds all of it once more.
# Usage: .ci/tests-of.sh FOLDER…
set -euo pipefail
[ $# -gt 0 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
here=$(dirname "$(readlink -f "$0")")

# One line for each program of tests: its package's folder, and where it is.
programs=$("$here/cargo.sh" test --quiet --all-targets --no-run --message-format=json | python3 -c '
import json, os, sys

folders = [os.path.abspath(folder) for folder in sys.argv[1:]]
found = set()
for line in sys.stdin:
    message = json.loads(line)
    program = message.get("executable")
    if program and message["profile"]["test"]:
        folder = os.path.dirname(message["manifest_path"])
        if folder in folders:
            found.add(folder)
            print(folder, program, sep="\t")
for folder in set(folders) - found:
    sys.exit(f"there are no tests in {folder}")
' "$@")

# They wait for the database for about half of their time.
threads=$((2 * $(nproc)))

while IFS=$'\t' read -r folder program; do
  (cd "$folder" && RUST_TEST_THREADS=$threads "$program" --quiet </dev/null)
done <<<"$programs"
