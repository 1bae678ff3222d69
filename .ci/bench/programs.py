"""What programs ask: tokens, what a token is worth, and calls with one."""

import http.client
import itertools
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import server
from measure import report, throughput

TOKEN = "/oauth2/v1/token"
INTROSPECT = "/oauth2/v1/introspect"
CALL = "/identity/v1/mobileidentities/smvs"
FORM = "application/x-www-form-urlencoded"
CALL_BODY = '{"data":{"msisdn":"5511999990200","ip":"203.0.113.10","port":51544,"timestamp":1790000000}}'
# Tokens that are asked about once: so many in each run, which ends before they do.
STRANGERS = 20_000
STRANGERS_SECONDS = 1


class Request(NamedTuple):
    authentication: str
    kind: str
    body: str


class Programs:
    """Applications that call in turn, each with its credential."""

    def __init__(self, directory: str, credentials: list[str]) -> None:
        self.file = Path(directory) / "requests"
        self.credentials = credentials

    def measure(self, process: subprocess.Popen, who: str) -> None:
        asking = self.asking()
        tokens = tokens_of(asking)
        calls = [Request(f"Bearer {token}", "application/json", CALL_BODY) for token in tokens]
        figures = [
            ("token", TOKEN, asking),
            ("introspection", INTROSPECT, self.introspections(tokens)),
            ("sandbox call with token and quota", CALL, calls),
        ]
        for what, path, requests in figures:
            check(path, requests[0])
            self.write(requests)
            # One run before the counted ones: a quota's first calls ask the database.
            throughput(process, path, str(self.file))
            report(f"{what}, {who}, per CPU-second", lambda: throughput(process, path, str(self.file)))

    def measure_strangers(self, process: subprocess.Popen) -> None:
        """A signature that was found good is remembered; these are all checked."""

        def run() -> float:
            turns = STRANGERS // len(self.credentials)
            tokens = [token for _ in range(turns) for token in tokens_of(self.asking())]
            self.write(self.introspections(tokens))
            return throughput(process, INTROSPECT, str(self.file), seconds=STRANGERS_SECONDS)

        report("introspection of tokens not seen before, per CPU-second", run)

    def asking(self) -> list[Request]:
        form = "grant_type=client_credentials"
        return [Request(f"Basic {credential}", FORM, form) for credential in self.credentials]

    def write(self, requests: Iterable[Request]) -> None:
        self.file.write_text("".join("\t".join(request) + "\n" for request in requests))

    def introspections(self, tokens: list[str]) -> list[Request]:
        pairs = zip(itertools.cycle(self.credentials), tokens)
        return [Request(f"Basic {credential}", FORM, f"token={token}") for credential, token in pairs]


def tokens_of(requests: Iterable[Request]) -> list[str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.PORT, timeout=10)
    tokens = [post(connection, TOKEN, request)["access_token"] for request in requests]
    connection.close()
    return tokens


def check(path: str, request: Request) -> None:
    """What is measured is a success; introspection has another face for what is none."""
    connection = http.client.HTTPConnection("127.0.0.1", server.PORT, timeout=10)
    if post(connection, path, request).get("active") is False:
        sys.exit(f"{path} says that the token is not active")
    connection.close()


def post(connection: http.client.HTTPConnection, path: str, request: Request) -> dict:
    headers = {"x-client-auth": request.authentication, "Content-Type": request.kind}
    connection.request("POST", path, request.body, headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        sys.exit(f"{path} answered {answer.status}\n{body.decode()}")
    return json.loads(body)
