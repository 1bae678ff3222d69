# pt: Verifica em silêncio se a conexão de um celular é do número que ele diz ter.
# en: Verifies silently that a phone's connection belongs to the number it says it has.
# es: Verifica en silencio que la conexión de un teléfono es la del número que dice tener.
# pt: Precisa do Python 3.9 ou mais recente e das variáveis BALCAO_URL, BALCAO_PUBLIC_KEY e BALCAO_SECRET_KEY.
# en: Needs Python 3.9 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
# es: Necesita Python 3.9 o posterior y las variables BALCAO_URL, BALCAO_PUBLIC_KEY y BALCAO_SECRET_KEY.

import base64
import json
import os
import sys
import time
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen


def call(path, headers, body=None):
    # pt: Envia o corpo com POST ou, sem corpo, faz GET; encerra o programa se o status não for 2xx.
    # en: Posts the body, or gets when there is none; ends the program unless the status is 2xx.
    # es: Envía el cuerpo con POST o, sin cuerpo, hace GET; termina el programa si el estado no es 2xx.
    request = Request(os.environ["BALCAO_URL"] + path, data=body, headers=headers)
    try:
        with urlopen(request, timeout=10) as response:
            return json.load(response)
    except HTTPError as error:
        sys.exit(error.read().decode())


def access_token():
    # pt: Troca as duas chaves por um token.
    # en: Exchanges the two keys for a token.
    # es: Cambia las dos claves por un token.
    keys = os.environ["BALCAO_PUBLIC_KEY"] + ":" + os.environ["BALCAO_SECRET_KEY"]
    credential = base64.b64encode(keys.encode()).decode()
    form = urlencode({"grant_type": "client_credentials"}).encode()
    return call("/oauth2/v1/token", {"x-client-auth": f"Basic {credential}"}, form)["access_token"]


connection = {"msisdn": "5511999990200", "ip": "203.0.113.10", "port": 51544, "timestamp": time.time()}
answer = call(
    "/identity/v1/mobileidentities/smvs",
    {"x-client-auth": f"Bearer {access_token()}", "Content-Type": "application/json"},
    json.dumps({"data": connection}).encode(),
)
print(json.dumps(answer, indent=2, ensure_ascii=False))
