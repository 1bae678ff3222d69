"""What the programs of other systems ask of the portal itself: tokens, lists, the same act again."""

import contextlib
import hashlib
import json
import sqlite3
import sys
import urllib.parse
import uuid
from pathlib import Path
from typing import NamedTuple

import server
from many import identifier
from measure import report, throughput
from server import Server

ACCESS_TOKEN = "/Api/access_token"
API = "/api/v1"
JSON_API = "application/vnd.api+json"
MEMBER = "rafael.nunes@financeira.example"
MANAGER = "gestor@balcao.example"
SECRET = "Bq7wN2xK9vR4tL8zY1mB6cHsDf3Gj5Pu"
# A program may make 600 calls a minute; so many of them make more than is measured in one.
CLIENTS = 400


class Line(NamedTuple):
    method: str
    path: str
    headers: dict[str, str]
    body: str = ""

    def text(self) -> str:
        headers = [part for pair in self.headers.items() for part in pair]
        return "\t".join((self.method, self.path, self.body, *headers)) + "\n"


class Management:
    """Clients of a member with one group, and of a contract manager, who sees all groups."""

    def __init__(self, directory: str) -> None:
        self.directory = Path(directory)
        self.applications = applications(directory)
        server.command(directory, "client", "add", "ERP", "--account", MEMBER, "--scope", "portal.read")
        self.members = copies(directory, MEMBER)
        self.managers = copies(directory, MANAGER)

    def measure(self, of: Server) -> None:
        asking = [asking_for_token(client) for client in self.members]
        self.report(of, "access_token by client credentials", asking)
        first = f"{API}/applications?page[size]=25"
        members, managers = tokens(of, self.members), tokens(of, self.managers)
        self.lists(of, "a member's", first, members)
        self.lists(of, "the first 25 of all", first, managers)
        page = ask(of, Line("GET", first, bearer(managers[0])))
        self.lists(of, "the next 25 of all", address_of(page, "next"), managers)
        self.report(of, "the same POST with its Idempotency-Key", self.repeated(of, managers))

    def lists(self, of: Server, which: str, path: str, tokens: list[str]) -> None:
        lines = [Line("GET", path, bearer(token)) for token in tokens]
        self.report(of, f"GET /api/v1/applications, {which}", lines)

    def repeated(self, of: Server, managers: list[str]) -> list[Line]:
        """Suspensions that were made once already, each of an application of its own."""
        lines = [suspension(token, it) for token, it in zip(managers, self.applications)]
        for line in lines:
            ask(of, line)
        return lines

    def report(self, of: Server, name: str, lines: list[Line]) -> None:
        file = self.directory / "requests-management"
        file.write_text("".join(line.text() for line in lines))

        def run() -> float:
            return throughput(of, "/", str(file))

        run()
        report(f"{name}, per CPU-second", run)


def address_of(answer: dict, link: str) -> str:
    address = urllib.parse.urlsplit(answer["links"][link])
    return f"{address.path}?{address.query}"


def tokens(of: Server, clients: list[str]) -> list[str]:
    return [ask(of, asking_for_token(client))["access_token"] for client in clients]


def copies(directory: str, account: str) -> list[str]:
    """Copies of the one client, for an account, so that no limit of a program is measured."""
    with contextlib.closing(sqlite3.connect(server.database(directory))) as database, database:
        database.row_factory = sqlite3.Row

        def one(query: str, value: object) -> dict:
            return dict(database.execute(query, [value]).fetchone())

        client = one("SELECT * FROM oauth_clients WHERE name = ?", "ERP")
        secret = one("SELECT * FROM client_secrets WHERE client_id = ?", client["id"])
        person = one("SELECT id FROM accounts WHERE email = ?", account)["id"]
        roles = one("SELECT group_concat(role, ' ') AS roles FROM account_roles WHERE account_id = ?", person)["roles"]
        own = {"account_id": person, "roles": roles or "", "scopes": "portal.read portal.write"}
        return [copy(database, client | own, secret, number) for number in range(CLIENTS)]


def copy(database: sqlite3.Connection, client: dict, secret: dict, number: int) -> str:
    def insert(table: str, row: dict) -> None:
        places = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", list(row.values()))

    new = identifier(number)
    insert("oauth_clients", client | {"id": new, "name": "Copy"})
    digest = hashlib.sha256(SECRET.encode()).digest()
    insert("client_secrets", secret | {"id": identifier(number), "client_id": new, "hash": digest})
    return str(uuid.UUID(bytes=new))


def applications(directory: str) -> list[str]:
    """As many approved applications as there are clients."""
    query = "SELECT id FROM applications WHERE state = 'approved' LIMIT ?"
    with contextlib.closing(sqlite3.connect(server.database(directory))) as database:
        found = database.execute(query, [CLIENTS]).fetchall()
    return [str(uuid.UUID(bytes=application)) for (application,) in found]


def asking_for_token(client: str) -> Line:
    form = {"grant_type": "client_credentials", "client_id": client, "client_secret": SECRET}
    return Line("POST", ACCESS_TOKEN, {"Content-Type": JSON_API}, json.dumps(form))


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def suspension(token: str, application: str) -> Line:
    """With a key to send it again."""
    headers = bearer(token) | {"Content-Type": JSON_API, "Idempotency-Key": "once"}
    data = {"type": "suspensions", "attributes": {"reason": "O contrato terminou."}}
    return Line("POST", f"{API}/applications/{application}/suspensions", headers, json.dumps({"data": data}))


def ask(of: Server, line: Line) -> dict:
    connection = of.connection()
    connection.request(line.method, line.path, line.body or None, line.headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    if answer.status not in (200, 201):
        sys.exit(f"{line.path} answered {answer.status}\n{body}")
    return json.loads(body)
