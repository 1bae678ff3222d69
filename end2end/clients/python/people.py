"""A registered client that people give their password to, and one of these people."""

import os

import portal
import requests

CLIENT_ID = os.environ["BALCAO_CLIENT_ID"]
CLIENT_SECRET = os.environ["BALCAO_CLIENT_SECRET"]
USERNAME = os.environ["BALCAO_USERNAME"]
PASSWORD = os.environ["BALCAO_PASSWORD"]

# Where programs ask that were made for the CRM, beside where all others do.
TOKEN_ENDPOINTS = [portal.metadata()[name] for name in ("token_endpoint", "crm_token_endpoint")]
ME = f"{portal.URL}/api/v1/accounts/me"


def account_of(token):
    """Whose account an access token opens; the status where it opens none."""
    answer = requests.get(ME, headers={"Authorization": f"Bearer {token}"}, timeout=10)
    return told(answer) if answer.ok else answer.status_code


def told(answer):
    """Whose account an answer is about."""
    return answer.json()["data"]["attributes"]["email"]
