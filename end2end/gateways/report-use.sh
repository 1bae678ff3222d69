#!/bin/sh
# Tells the portal of the calls in NGINX's log of use, and starts a new log; for cron or a timer.
# Needs what POSIX has, base64 and curl: BusyBox will do.
# What did not arrive is sent again the next time. A batch keeps the number that it was given
# before it was first sent, so one that did arrive counts once.
# Usage: report-use.sh PORTAL LOG PID-FILE
# The keys that `balcao gateway add` showed are in BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
set -eu
portal=$1 log=$2 pid_file=$3

parts() {
    set -- "$log.part."*
    [ -e "$1" ]
}

# The portal takes 4 MiB and 10,000 calls at once. Length is counted in bytes.
split_log() {
    LC_ALL=C awk -v log_file="$log" '
        function begin(    random, hex, id) {
            random = "od -An -N16 -tx1 /dev/urandom"
            random | getline hex
            close(random)
            gsub(/[^0-9a-f]/, "", hex)
            id = substr(hex, 1, 8) "-" substr(hex, 9, 4) "-4" substr(hex, 14, 3) \
                "-a" substr(hex, 18, 3) "-" substr(hex, 21, 12)
            part = sprintf("%s.part.%05d.%s", log_file, ++number, id)
            printf "{\"batchId\":\"%s\",\"calls\":[", id >part
        }
        function end() {
            print "]}" >part
            close(part)
        }
        /^[ \t\r]*$/ { next }
        part == "" { begin(); bytes = calls = 0 }
        calls && (calls == 5000 || bytes + length($0) > 1048576) {
            end()
            begin()
            bytes = calls = 0
        }
        {
            printf "%s%s", (calls ? "," : ""), $0 >part
            bytes += length($0) + 1
            calls++
        }
        END { if (part != "") end() }
    ' "$log.old"
}

if [ ! -e "$log.old" ] && ! parts && [ -s "$log" ]; then
    mv "$log" "$log.old"
    kill -USR1 "$(cat "$pid_file")" # NGINX opens its logs anew
    sleep 1                         # and writes to the old one no more
fi
if [ -e "$log.old" ]; then
    # Whatever an earlier run had split was not sent: it goes before the first batch does.
    rm -f "$log.part."*
    split_log
    rm "$log.old"
fi
parts || exit 0

credential=$(printf %s "$BALCAO_PUBLIC_KEY:$BALCAO_SECRET_KEY" | base64 | tr -d '\n')
for part in "$log.part."*; do
    # By its input: the arguments of a program are seen by everybody on the machine.
    status=$(printf 'header = "x-client-auth: Basic %s"\n' "$credential" |
        curl --silent --show-error --max-time 30 --config - "$portal/gateway/usage" \
            --header "Content-Type: application/json" --data-binary "@$part" \
            --output "$log.answer" --write-out '%{http_code}') || status="no answer"
    case $status in
    200)
        cat "$log.answer"
        rm "$part"
        ;;
    400 | 413) # It would be refused every time: what comes after it must not wait for it.
        cat "$log.answer"
        mv "$part" "$log.refused.${part##*.}"
        echo "refused with $status, kept in $log.refused.${part##*.}" >&2
        ;;
    *)
        echo "$portal: $status; the next run sends it again" >&2
        exit 1
        ;;
    esac
done
rm -f "$log.answer"
