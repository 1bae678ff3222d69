#!/bin/sh
# Tells the portal of the calls in NGINX's log of use, and starts a new log; for cron or a timer.
# What did not arrive is sent again the next time. The number of a batch comes from its text, so
# one that did arrive counts once.
# Usage: report-use.sh PORTAL LOG PID-FILE
# The keys that `balcao gateway add` showed are in BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
set -eu
portal=$1 log=$2 pid_file=$3

if [ ! -e "$log.old" ] && [ -s "$log" ]; then
    mv "$log" "$log.old"
    kill -USR1 "$(cat "$pid_file")" # NGINX opens its logs anew
    sleep 1                         # and writes to the old one no more
fi
[ -e "$log.old" ] || exit 0

credential=$(printf %s "$BALCAO_PUBLIC_KEY:$BALCAO_SECRET_KEY" | base64 | tr -d '\n')
split --lines=10000 "$log.old" "$log.part."
for part in "$log.part."*; do
    number=$(md5sum <"$part" | sed -E 's/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/\1-\2-\3-\4-\5/')
    printf '{"batchId":"%s","calls":[%s]}' "$number" "$(paste -sd, "$part")" >"$log.body"
    # By its input: the arguments of a program are seen by everybody on the machine.
    printf 'x-client-auth: Basic %s\n' "$credential" |
        curl --silent --show-error --fail-with-body --max-time 30 "$portal/gateway/usage" \
            --header @- --header "Content-Type: application/json" --data-binary "@$log.body"
done
rm "$log.old" "$log.part."* "$log.body"
