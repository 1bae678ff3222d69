"""PyPI's requests-oauthlib, with what oauthlib has for introspection and revocation."""

import unittest

import keys
import portal
from oauthlib.oauth2 import BackendApplicationClient, InvalidClientError, OAuth2Error
from requests.auth import HTTPBasicAuth
from requests_oauthlib import OAuth2Session

METADATA = portal.metadata()
BASIC = HTTPBasicAuth(keys.PUBLIC_KEY, keys.SECRET_KEY)
CLIENT_AUTH = {"x-client-auth": f"Basic {keys.CREDENTIAL}"}


def session():
    return OAuth2Session(client=BackendApplicationClient(keys.PUBLIC_KEY))


def fetch(client, **authentication):
    return client.fetch_token(METADATA["token_endpoint"], **authentication)


class Client(unittest.TestCase):
    def test_a_token_is_given_in_every_way(self):
        ways = {
            "client_secret_basic": {"auth": BASIC},
            "basic, with the client_id in the body": {"auth": BASIC, "include_client_id": True},
            "client_secret_post": {"include_client_id": True, "client_secret": keys.SECRET_KEY},
            "x-client-auth": {"headers": CLIENT_AUTH, "auth": lambda request: request},
        }
        for name, way in ways.items():
            with self.subTest(name):
                token = fetch(session(), **way)
                self.assertEqual((token["token_type"], token["expires_in"]), ("Bearer", 3600))
                self.assertEqual(token.scope, "smv")

    def test_a_token_is_asked_about_and_revoked(self):
        client = session()
        token = fetch(client, auth=BASIC)["access_token"]

        def introspect():
            answer = client.post(
                METADATA["introspection_endpoint"], {"token": token}, auth=BASIC, withhold_token=True
            )
            return answer.json()

        self.assertTrue(introspect()["active"])
        url, headers, body = client._client.prepare_token_revocation_request(
            METADATA["revocation_endpoint"], token
        )
        revoked = client.post(url, body, headers=headers, auth=BASIC, withhold_token=True)
        self.assertEqual(revoked.status_code, 200)
        self.assertEqual(introspect(), {"active": False})

    def test_a_wrong_secret_is_refused(self):
        wrong = HTTPBasicAuth(keys.PUBLIC_KEY, "another-than-it-is")
        with self.assertRaises(InvalidClientError) as refusal:
            fetch(session(), auth=wrong)
        self.assertEqual(refusal.exception.status_code, 401)
        with self.assertRaises(InvalidClientError):
            fetch(session(), include_client_id=True, client_secret="another-than-it-is")

    def test_two_methods_at_once_are_refused(self):
        in_body = {"include_client_id": True, "client_secret": keys.SECRET_KEY}
        for second in [{"headers": CLIENT_AUTH}, in_body]:
            with self.assertRaises(OAuth2Error) as refusal:
                fetch(session(), auth=BASIC, **second)
            self.assertEqual(refusal.exception.error, "invalid_request")


if __name__ == "__main__":
    unittest.main()
