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
# The portal takes 4 MiB and 10,000 calls at once; a line is never shorter than 150 bytes.
split --line-bytes=1M "$log.old" "$log.part."
for part in "$log.part."*; do
    number=$(md5sum <"$part" | sed -E 's/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/\1-\2-\3-\4-\5/')
    printf '{"batchId":"%s","calls":[%s]}' "$number" "$(paste -sd, "$part")" >"$log.body"
    # By its input: the arguments of a program are seen by everybody on the machine.
    status=$(printf 'x-client-auth: Basic %s\n' "$credential" |
        curl --silent --show-error --max-time 30 "$portal/gateway/usage" \
            --header @- --header "Content-Type: application/json" --data-binary "@$log.body" \
            --output "$log.answer" --write-out '%{http_code}')
    cat "$log.answer"
    case $status in
    200) ;;
    400 | 413) # It would be refused every time: what comes after it must not wait for it.
        mv "$part" "$log.refused.$number"
        echo "refused with $status, kept in $log.refused.$number" >&2
        ;;
    *)
        echo "answered with $status: the next run sends it again" >&2
        exit 1
        ;;
    esac
done
rm -f "$log.old" "$log.part."* "$log.body" "$log.answer"
