"""PyPI's authlib with somebody's password: it renews tokens by itself."""

import time
import unittest

import people
import portal
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session

METADATA = portal.metadata()


def session(endpoint, secret=people.CLIENT_SECRET, **settings):
    # At the address of the CRM a client says who it is in the body.
    return OAuth2Session(
        people.CLIENT_ID,
        secret,
        scope="portal.read",
        token_endpoint=endpoint,
        token_endpoint_auth_method="client_secret_post",
        revocation_endpoint_auth_method="client_secret_post",
        **settings,
    )


def fetch(client, password=people.PASSWORD):
    return client.fetch_token(username=people.USERNAME, password=password)


class Password(unittest.TestCase):
    def test_a_token_opens_the_account_of_whoever_gave_the_password(self):
        for endpoint in people.TOKEN_ENDPOINTS:
            with self.subTest(endpoint):
                client = session(endpoint)
                token = fetch(client)
                self.assertEqual((token["token_type"], token["expires_in"]), ("Bearer", 3600))
                self.assertEqual(people.told(client.get(people.ME)), people.USERNAME)

    def test_a_token_is_renewed(self):
        for endpoint in people.TOKEN_ENDPOINTS:
            with self.subTest(endpoint):
                client = session(endpoint)
                first = dict(fetch(client))
                second = client.refresh_token(endpoint)
                for name in ("access_token", "refresh_token"):
                    self.assertNotEqual(second[name], first[name])
                self.assertEqual(people.told(client.get(people.ME)), people.USERNAME)

    def test_one_that_is_over_is_renewed_before_the_next_call(self):
        renewed = []
        for endpoint in people.TOKEN_ENDPOINTS:
            with self.subTest(endpoint):
                client = session(endpoint, update_token=lambda token, **_: renewed.append(token))
                first = dict(fetch(client))
                client.token = {**first, "expires_at": int(time.time()) - 1}
                self.assertEqual(people.told(client.get(people.ME)), people.USERNAME)
                self.assertEqual(renewed.pop(), client.token)
                self.assertNotEqual(client.token["access_token"], first["access_token"])

    def test_who_revokes_a_refresh_token_ends_the_session(self):
        client = session(METADATA["token_endpoint"])
        token = dict(fetch(client))
        revoked = client.revoke_token(
            METADATA["revocation_endpoint"], token["refresh_token"], "refresh_token"
        )
        self.assertEqual(revoked.status_code, 200)
        self.assertEqual(people.account_of(token["access_token"]), 401)
        with self.assertRaises(OAuthError) as refusal:
            client.refresh_token(METADATA["token_endpoint"], token["refresh_token"])
        self.assertEqual(refusal.exception.error, "invalid_grant")

    def test_a_wrong_secret_and_a_wrong_password_are_told_apart(self):
        endpoint = METADATA["crm_token_endpoint"]
        with self.assertRaises(OAuthError) as refusal:
            fetch(session(endpoint, "another-than-it-is-and-long"))
        self.assertEqual(refusal.exception.error, "invalid_client")
        with self.assertRaises(OAuthError) as refusal:
            fetch(session(endpoint), "another-than-it-is")
        self.assertEqual(refusal.exception.error, "invalid_grant")


if __name__ == "__main__":
    unittest.main()
