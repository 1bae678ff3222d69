"""PyPI's authlib, as a client and as a resource server."""

import unittest
from types import SimpleNamespace

import keys
import portal
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.auth import encode_client_secret_post
from authlib.oauth2.rfc6749 import ResourceProtector
from authlib.oauth2.rfc6750 import InsufficientScopeError, InvalidTokenError
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata
from authlib.oauth2.rfc9068 import JWTBearerTokenValidator

METADATA = portal.metadata()


def x_client_auth(_client, _method, uri, headers, body):
    """The header that providers of this kind have always used."""
    headers["x-client-auth"] = f"Basic {keys.CREDENTIAL}"
    return uri, headers, body


def twice(client, method, uri, headers, body):
    uri, headers, body = encode_client_secret_post(client, method, uri, headers, body)
    return x_client_auth(client, method, uri, headers, body)


def session(method, secret=keys.SECRET_KEY):
    return OAuth2Session(
        keys.PUBLIC_KEY,
        secret,
        scope="smv",
        token_endpoint=METADATA["token_endpoint"],
        token_endpoint_auth_method=method,
        revocation_endpoint_auth_method=method,
    )


class Validator(JWTBearerTokenValidator):
    def get_jwks(self):
        return portal.get(METADATA["jwks_uri"])


def protector(audience):
    protector = ResourceProtector()
    protector.register_token_validator(Validator(METADATA["issuer"], audience))
    return protector


def call_with(token):
    return SimpleNamespace(headers={"Authorization": f"Bearer {token}"})


class Client(unittest.TestCase):
    def test_metadata_are_what_the_standard_says(self):
        AuthorizationServerMetadata(METADATA).validate()

    def test_a_token_is_given_asked_about_and_revoked(self):
        for method in ["client_secret_basic", "client_secret_post", x_client_auth]:
            with self.subTest(method=method):
                self.uses(session(method))

    def uses(self, client):
        token = client.fetch_token(grant_type="client_credentials")
        self.assertEqual((token["token_type"], token["expires_in"]), ("Bearer", 3600))
        self.assertNotIn("refresh_token", token)

        def introspect():
            url = METADATA["introspection_endpoint"]
            return client.introspect_token(url, token["access_token"]).json()

        known = introspect()
        self.assertEqual((known["active"], known["client_id"]), (True, keys.PUBLIC_KEY))
        revoked = client.revoke_token(METADATA["revocation_endpoint"], token["access_token"])
        self.assertEqual(revoked.status_code, 200)
        self.assertEqual(introspect(), {"active": False})

    def test_a_wrong_secret_is_refused(self):
        for method in ["client_secret_basic", "client_secret_post"]:
            with self.subTest(method=method), self.assertRaises(OAuthError) as refusal:
                session(method, "another-than-it-is").fetch_token(grant_type="client_credentials")
            self.assertEqual(refusal.exception.error, "invalid_client")

    def test_two_methods_at_once_are_refused(self):
        with self.assertRaises(OAuthError) as refusal:
            session(twice).fetch_token(grant_type="client_credentials")
        self.assertEqual(refusal.exception.error, "invalid_request")


class ResourceServer(unittest.TestCase):
    AUDIENCE = f"{portal.URL}/identity/v1"

    def setUp(self):
        answer = session("client_secret_basic").fetch_token(grant_type="client_credentials")
        self.token = answer["access_token"]

    def test_the_token_is_good_for_its_api(self):
        claims = protector(self.AUDIENCE).validate_request(["smv"], call_with(self.token))
        self.assertEqual(claims["client_id"], keys.PUBLIC_KEY)

    def test_and_for_no_other(self):
        with self.assertRaises(InvalidTokenError):
            protector(f"{portal.URL}/credit/v1").validate_request(["smv"], call_with(self.token))
        with self.assertRaises(InsufficientScopeError):
            protector(self.AUDIENCE).validate_request(["crm-na-nuvem"], call_with(self.token))

    def test_a_forged_one_is_good_for_nothing(self):
        head, _, signature = self.token.rpartition(".")
        forged = f"{head}.{signature[::-1]}"
        with self.assertRaises(InvalidTokenError):
            protector(self.AUDIENCE).validate_request(["smv"], call_with(forged))


if __name__ == "__main__":
    unittest.main()
