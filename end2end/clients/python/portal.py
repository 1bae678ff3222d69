"""The portal under test, and the keys of the application that may call SMV."""

import base64
import os

import requests

URL = os.environ["BALCAO_URL"]
PUBLIC_KEY = os.environ["BALCAO_PUBLIC_KEY"]
SECRET_KEY = os.environ["BALCAO_SECRET_KEY"]
CREDENTIAL = base64.b64encode(f"{PUBLIC_KEY}:{SECRET_KEY}".encode()).decode()

# The portal is on this machine, where both libraries would still want TLS.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"


def metadata():
    """What the portal says about itself (RFC 8414)."""
    return get(f"{URL}/.well-known/oauth-authorization-server")


def get(url):
    answer = requests.get(url, timeout=10)
    answer.raise_for_status()
    return answer.json()
