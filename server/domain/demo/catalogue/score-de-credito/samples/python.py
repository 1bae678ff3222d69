# pt: Consulta o score de crédito de uma empresa pelo CNPJ.
# en: Asks for the credit score of a company by its CNPJ.
# es: Consulta la puntuación de crédito de una empresa por su CNPJ.
# pt: Precisa do Python 3.9 ou mais recente e das variáveis BALCAO_URL, BALCAO_PUBLIC_KEY e BALCAO_SECRET_KEY.
# en: Needs Python 3.9 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
# es: Necesita Python 3.9 o posterior y las variables BALCAO_URL, BALCAO_PUBLIC_KEY y BALCAO_SECRET_KEY.

import base64
import json
import os
import sys
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


answer = call(
    "/credit/v1/scores",
    {"x-client-auth": f"Bearer {access_token()}", "Content-Type": "application/json"},
    json.dumps({"data": {"document": "12ABC34501DE35"}}).encode(),
)
print(json.dumps(answer, indent=2, ensure_ascii=False))
