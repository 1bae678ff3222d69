#!/usr/bin/env bash
# Runs a command made of stages, then lists them with their times, whether it went well or not.
# Usage: .ci/summary.sh COMMAND [ARGUMENT…]
set -uo pipefail
STAGE_TIMES=$(mktemp)
export STAGE_TIMES
trap 'rm -f "$STAGE_TIMES"' EXIT

SECONDS=0
"$@"
status=$?
[ $status = 0 ] && result='done' || result=FAILED

printf '\n'
{ cat "$STAGE_TIMES"; printf 'Everything\t%s\t%d\n' "$result" "$SECONDS"; } |
  while IFS=$'\t' read -r name outcome seconds; do
    printf '%3d min %02d s  %-6s  %s\n' $((seconds / 60)) $((seconds % 60)) "$outcome" "$name"
  done
exit $status
