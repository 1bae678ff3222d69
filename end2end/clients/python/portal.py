"""The portal under test."""

import os

import requests

URL = os.environ["BALCAO_URL"]

# The portal is on this machine, where both libraries would still want TLS.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"


def metadata():
    """What the portal says about itself (RFC 8414)."""
    return get(f"{URL}/.well-known/oauth-authorization-server")


def get(url):
    answer = requests.get(url, timeout=10)
    answer.raise_for_status()
    return answer.json()
