"""Lists the first ten contacts of the CRM.

Needs Python 3.9 or newer and the variables BALCAO_URL, BALCAO_PUBLIC_KEY and BALCAO_SECRET_KEY.
"""

import base64
import json
import os
import sys
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen


def call(path, headers, body=None):
    """Posts the body, or gets when there is none; ends the program unless the status is 2xx."""
    request = Request(os.environ["BALCAO_URL"] + path, data=body, headers=headers)
    try:
        with urlopen(request, timeout=10) as response:
            return json.load(response)
    except HTTPError as error:
        sys.exit(error.read().decode())


def access_token():
    """Exchanges the two keys for a token."""
    keys = os.environ["BALCAO_PUBLIC_KEY"] + ":" + os.environ["BALCAO_SECRET_KEY"]
    credential = base64.b64encode(keys.encode()).decode()
    form = urlencode({"grant_type": "client_credentials"}).encode()
    return call("/oauth2/v1/token", {"x-client-auth": f"Basic {credential}"}, form)["access_token"]


answer = call("/crm/v1/contacts?limit=10", {"x-client-auth": f"Bearer {access_token()}"})
print(json.dumps(answer, indent=2, ensure_ascii=False))
