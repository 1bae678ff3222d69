#!/usr/bin/env bash
# Runs one stage, says what it is and how long it took, and notes both for the summary.
# Usage: .ci/stage.sh NAME COMMAND [ARGUMENT…]
set -uo pipefail
name=$1
shift

printf '\n\033[1m── %s\033[0m\n' "$name"
SECONDS=0
"$@"
status=$?
[ $status = 0 ] && result='done' || result=FAILED
printf '── %s: %s in %d s\n' "$name" "$result" "$SECONDS"
if [ -n "${STAGE_TIMES:-}" ]; then
  printf '%s\t%s\t%d\n' "$name" "$result" "$SECONDS" >>"$STAGE_TIMES"
fi
exit $status
