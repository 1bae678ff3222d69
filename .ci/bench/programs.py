"""What programs ask: tokens, what a token is worth, and calls with one."""

import itertools
import json
import sys
from collections.abc import Iterable
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from measure import compare, report, throughput
from server import Server

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

    def line(self, path: str) -> str:
        """As the load reads it."""
        headers = ("x-client-auth", self.authentication, "Content-Type", self.kind)
        return "\t".join(("POST", path, self.body, *headers)) + "\n"


class Load(NamedTuple):
    """What is asked over and over."""

    server: Server
    path: str
    file: str

    def throughput(self) -> float:
        return throughput(self.server, self.path, self.file)


class Programs:
    """Applications that call a server in turn, each with its credential."""

    def __init__(self, server: Server, directory: str, credentials: list[str]) -> None:
        self.server = server
        self.directory = Path(directory)
        self.credentials = credentials

    def loads(self) -> dict[str, Load]:
        asking = self.asking()
        tokens = self.tokens(asking)
        calls = [Request(f"Bearer {token}", "application/json", CALL_BODY) for token in tokens]
        return {
            "token": self.load(TOKEN, asking),
            "introspection": self.load(INTROSPECT, self.introspections(tokens)),
            "sandbox call with token and quota": self.load(CALL, calls),
        }

    def load(self, path: str, requests: list[Request]) -> Load:
        self.check(path, requests[0])
        return Load(self.server, path, self.write(path, requests))

    def measure(self, who: str) -> None:
        for what, load in self.loads().items():
            # One run before the counted ones: a quota's first calls ask the database.
            load.throughput()
            report(f"{what}, {who}, per CPU-second", load.throughput)

    def measure_strangers(self) -> None:
        """A signature that was found good is remembered; these are all checked."""

        def run() -> float:
            turns = STRANGERS // len(self.credentials)
            tokens = [token for _ in range(turns) for token in self.tokens(self.asking())]
            file = self.write(INTROSPECT, self.introspections(tokens))
            return throughput(self.server, INTROSPECT, file, seconds=STRANGERS_SECONDS)

        report("introspection of tokens not seen before, per CPU-second", run)

    def asking(self) -> list[Request]:
        form = "grant_type=client_credentials"
        return [Request(f"Basic {credential}", FORM, form) for credential in self.credentials]

    def introspections(self, tokens: list[str]) -> list[Request]:
        pairs = zip(itertools.cycle(self.credentials), tokens)
        return [Request(f"Basic {credential}", FORM, f"token={token}") for credential, token in pairs]

    def write(self, path: str, requests: Iterable[Request]) -> str:
        file = self.directory / f"requests{path.replace('/', '-')}"
        file.write_text("".join(request.line(path) for request in requests))
        return str(file)

    def tokens(self, requests: Iterable[Request]) -> list[str]:
        connection = self.server.connection()
        tokens = [post(connection, TOKEN, request)["access_token"] for request in requests]
        connection.close()
        return tokens

    def check(self, path: str, request: Request) -> None:
        """What is measured is a success; introspection has another face for what is none."""
        connection = self.server.connection()
        if post(connection, path, request).get("active") is False:
            sys.exit(f"{path} says that the token is not active")
        connection.close()


def compare_loads(programs: dict[str, Programs]) -> None:
    """The same load on several servers, which take turns."""
    loads = {which: some.loads() for which, some in programs.items()}
    for what in next(iter(loads.values())):
        measures = {which: some[what].throughput for which, some in loads.items()}
        for warm_up in measures.values():
            warm_up()
        compare(f"{what} per CPU-second", measures)


def post(connection: HTTPConnection, path: str, request: Request) -> dict:
    headers = {"x-client-auth": request.authentication, "Content-Type": request.kind}
    connection.request("POST", path, request.body, headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        sys.exit(f"{path} answered {answer.status}\n{body.decode()}")
    return json.loads(body)
