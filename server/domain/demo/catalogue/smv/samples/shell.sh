#!/bin/sh
# pt: Verifica em silêncio se a conexão de um celular é do número que ele diz ter.
# en: Verifies silently that a phone's connection belongs to the number it says it has.
# es: Verifica en silencio que la conexión de un teléfono es la del número que dice tener.
# pt: Precisa do curl 7.76 ou mais recente e das variáveis BALCAO_URL, BALCAO_PUBLIC_KEY e BALCAO_SECRET_KEY.
# en: Needs curl 7.76 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
# es: Necesita curl 7.76 o posterior y las variables BALCAO_URL, BALCAO_PUBLIC_KEY y BALCAO_SECRET_KEY.
set -eu

# pt: Mostra o corpo da resposta; se o status não for 2xx, mostra-o como erro e falha.
# en: Prints the body of the answer; when the status is not 2xx, prints it as an error and fails.
# es: Muestra el cuerpo de la respuesta; si el estado no es 2xx, lo muestra como error y falla.
request() {
    if ! body=$(curl --silent --show-error --fail-with-body --max-time 10 "$@"); then
        printf '%s\n' "$body" >&2
        exit 1
    fi
    printf '%s\n' "$body"
}

# pt: O printf não acrescenta quebra de linha, e o tr tira as que o base64 põe em textos longos.
# en: printf adds no line break, and tr removes those with which base64 wraps long output.
# es: printf no agrega saltos de línea, y tr quita los que base64 pone en textos largos.
credential=$(printf %s "$BALCAO_PUBLIC_KEY:$BALCAO_SECRET_KEY" | base64 | tr -d '\n')

answer=$(request "$BALCAO_URL/oauth2/v1/token" \
    --header "x-client-auth: Basic $credential" \
    --data "grant_type=client_credentials")
token=$(printf %s "$answer" | sed 's/.*"access_token" *: *"\([^"]*\)".*/\1/')

request "$BALCAO_URL/identity/v1/mobileidentities/smvs" \
    --header "x-client-auth: Bearer $token" \
    --header "Content-Type: application/json" \
    --data '{"data":{"msisdn":"5511999990200","ip":"203.0.113.10","port":51544,"timestamp":'"$(date +%s)"'}}'
