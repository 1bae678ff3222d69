#!/bin/sh
# Lists the first ten contacts of the CRM.
# Needs curl 7.76 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
set -eu

# Prints the body of the answer; when the status is not 2xx, prints it as an error and fails.
request() {
    if ! body=$(curl --silent --show-error --fail-with-body --max-time 10 "$@"); then
        printf '%s\n' "$body" >&2
        exit 1
    fi
    printf '%s\n' "$body"
}

# printf adds no line break, and tr removes those with which base64 wraps long output.
credential=$(printf %s "$BALCAO_PUBLIC_KEY:$BALCAO_SECRET_KEY" | base64 | tr -d '\n')

answer=$(request "$BALCAO_URL/oauth2/v1/token" \
    --header "x-client-auth: Basic $credential" \
    --data "grant_type=client_credentials")
token=$(printf %s "$answer" | sed 's/.*"access_token" *: *"\([^"]*\)".*/\1/')

request "$BALCAO_URL/crm/v1/contacts?limit=10" \
    --header "x-client-auth: Bearer $token"
