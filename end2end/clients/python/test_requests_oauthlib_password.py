"""PyPI's requests-oauthlib with somebody's password: it renews tokens by itself."""

import unittest

import people
import portal
from oauthlib.oauth2 import InvalidClientError, InvalidGrantError, LegacyApplicationClient
from requests_oauthlib import OAuth2Session

METADATA = portal.metadata()
CLIENT = {"client_id": people.CLIENT_ID, "client_secret": people.CLIENT_SECRET}


def session(**settings):
    return OAuth2Session(client=LegacyApplicationClient(people.CLIENT_ID), **settings)


def fetch(client, endpoint, password=people.PASSWORD, secret=people.CLIENT_SECRET):
    return client.fetch_token(
        endpoint,
        username=people.USERNAME,
        password=password,
        include_client_id=True,
        client_secret=secret,
    )


class Password(unittest.TestCase):
    def test_a_token_opens_the_account_of_whoever_gave_the_password(self):
        for endpoint in people.TOKEN_ENDPOINTS:
            with self.subTest(endpoint):
                client = session()
                token = fetch(client, endpoint)
                self.assertEqual((token["token_type"], token["expires_in"]), ("Bearer", 3600))
                self.assertEqual(people.told(client.get(people.ME)), people.USERNAME)

    def test_a_token_is_renewed(self):
        for endpoint in people.TOKEN_ENDPOINTS:
            with self.subTest(endpoint):
                client = session()
                first = dict(fetch(client, endpoint))
                second = client.refresh_token(endpoint, **CLIENT)
                for name in ("access_token", "refresh_token"):
                    self.assertNotEqual(second[name], first[name])
                self.assertEqual(people.told(client.get(people.ME)), people.USERNAME)

    def test_one_that_is_over_is_renewed_before_the_next_call(self):
        for endpoint in people.TOKEN_ENDPOINTS:
            with self.subTest(endpoint):
                first = dict(fetch(session(), endpoint))
                kept = []
                client = session(
                    token={**first, "expires_in": -1, "expires_at": 1},
                    auto_refresh_url=endpoint,
                    auto_refresh_kwargs=CLIENT,
                    token_updater=kept.append,
                )
                self.assertEqual(people.told(client.get(people.ME)), people.USERNAME)
                (second,) = kept
                self.assertNotEqual(second["access_token"], first["access_token"])

    def test_who_revokes_a_refresh_token_ends_the_session(self):
        client = session()
        token = dict(fetch(client, METADATA["token_endpoint"]))
        url, headers, body = client._client.prepare_token_revocation_request(
            METADATA["revocation_endpoint"], token["refresh_token"], "refresh_token", **CLIENT
        )
        revoked = client.post(url, body, headers=headers, withhold_token=True)
        self.assertEqual(revoked.status_code, 200)
        self.assertEqual(people.account_of(token["access_token"]), 401)
        with self.assertRaises(InvalidGrantError):
            client.refresh_token(METADATA["token_endpoint"], **CLIENT)

    def test_a_wrong_secret_and_a_wrong_password_are_told_apart(self):
        endpoint = METADATA["crm_token_endpoint"]
        with self.assertRaises(InvalidClientError):
            fetch(session(), endpoint, secret="another-than-it-is-and-long")
        with self.assertRaises(InvalidGrantError):
            fetch(session(), endpoint, password="another-than-it-is")


if __name__ == "__main__":
    unittest.main()
