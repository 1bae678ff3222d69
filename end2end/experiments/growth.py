#!/usr/bin/env python3
"""How pages grow with the data: each page of a big portal against that of a small one.

    growth.py PROGRAM DIRECTORY [POSTGRES]

PROGRAM is a release build of balcao. Both portals are filled by `balcao demo --size` below DIRECTORY,
unless they are there: in SQLite (2 GiB), or in databases of their own on a PostgreSQL server
(postgres://…). Prints for each page the milliseconds of half and of all but a hundredth of the
requests, on both, and the ratio of the first. One request after the other, the two portals in turn.
"""

import datetime
import hashlib
import http.client
import os
import pathlib
import secrets
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.parse
import uuid

from portal import Portal

REQUESTS = 100
MOST_COMMON, TWO_LETTERS, NUMBER, THREE, NOWHERE = "silva", "an", "12", "ana silva empresa", "zebra xilofone"

STAFF = {
    "waiting": "/aprovacoes",
    "all requests": "/aprovacoes?estado=todas",
    "all requests, page 2": "/aprovacoes?estado=todas&{next}",
    "requests: a common word": "/aprovacoes?estado=todas&busca={MOST_COMMON}",
    "requests: two letters": "/aprovacoes?estado=todas&busca={TWO_LETTERS}",
    "requests: a number": "/aprovacoes?estado=todas&busca={NUMBER}",
    "requests: three words": "/aprovacoes?estado=todas&busca={THREE}",
    "requests: not there": "/aprovacoes?estado=todas&busca={NOWHERE}",
    "one request": "/aprovacoes/{application}",
    "accounts": "/suporte/contas",
    "accounts: a common word": "/suporte/contas?q={MOST_COMMON}",
    "accounts: two letters": "/suporte/contas?q={TWO_LETTERS}",
    "accounts: a number": "/suporte/contas?q={NUMBER}",
    "accounts: three words": "/suporte/contas?q={THREE}",
    "accounts: not there": "/suporte/contas?q={NOWHERE}",
    "one account": "/suporte/contas/{account}",
    "people": "/administracao/pessoas",
    "people: a common word": "/administracao/pessoas?q={MOST_COMMON}",
    "jobs": "/administracao/tarefas",
}
MEMBER = {
    "home": "/",
    "catalogue": "/catalogo",
    "one API": "/catalogo/smv",
    "my applications": "/minhas-aplicacoes",
    "a big group": "/minhas-aplicacoes/{group}",
    "a group's use": "/minhas-aplicacoes/{group}/uso",
    "an application's keys": "/minhas-aplicacoes/{group}/{application}/chaves",
    "its use": "/minhas-aplicacoes/{group}/{application}/uso",
    "its calls": "/minhas-aplicacoes/{group}/{application}/chamadas",
    "account": "/conta",
}


class Sqlite:
    def __init__(self, url):
        self.database = sqlite3.connect(url.removeprefix("sqlite://").split("?")[0])

    def run(self, sql):
        with self.database:
            return [tuple(map(str, row)) for row in self.database.execute(sql).fetchall()]

    def uuid(self, value):
        return f"x'{value.hex}'"

    bytes = staticmethod(lambda value: f"x'{value.hex()}'")
    as_text = staticmethod(lambda column: f"lower(hex({column}))")


class Postgres:
    def __init__(self, url):
        self.url = url

    def run(self, sql):
        command = ["psql", self.url, "-qAtF\t", "-c", sql]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return [tuple(line.split("\t")) for line in output.splitlines()]

    def uuid(self, value):
        return f"'{value}'::uuid"

    bytes = staticmethod(lambda value: f"'\\x{value.hex()}'")
    as_text = staticmethod(lambda column: f"{column}::text")


class Side:
    """A portal on one of the databases, with a member and a member of staff who are signed in."""

    def __init__(self, program, directory, size, postgres):
        directory.mkdir(parents=True, exist_ok=True)
        url = f"sqlite://{directory}/balcao.db?mode=rwc"
        if postgres:
            url = f"{postgres.rpartition('/')[0]}/balcao_{directory.name}"
        settings = {"BALCAO_DATABASE_URL": url, "BALCAO_DATA_DIRECTORY": str(directory)}
        filled = directory / "filled"
        if not filled.exists():
            fill(program, settings, size, postgres)
            filled.touch()
        self.database = Postgres(url) if postgres else Sqlite(url)
        self.places = self.find_places()
        self.portal = Portal(program, settings)

    def find_places(self):
        run, text = self.database.run, self.database.as_text
        [(group,)] = run(
            f"SELECT {text('group_id')} FROM applications WHERE state = 'approved'"
            " GROUP BY group_id ORDER BY count(*) DESC LIMIT 1"
        )
        group = uuid.UUID(group)
        [(application,)] = run(
            f"SELECT {text('id')} FROM applications WHERE state = 'approved'"
            f" AND group_id = {self.database.uuid(group)} LIMIT 1"
        )
        application = uuid.UUID(application)
        [(member,)] = run(
            f"SELECT {text('account_id')} FROM memberships WHERE group_id = {self.database.uuid(group)} LIMIT 1"
        )
        [(staff,)] = run(f"SELECT {text('account_id')} FROM account_roles LIMIT 1")
        member, staff = uuid.UUID(member), uuid.UUID(staff)
        for role in ("contract-manager", "support", "administrator"):
            run(
                "INSERT INTO account_roles (account_id, role, granted_at)"
                f" VALUES ({self.database.uuid(staff)}, '{role}', '{moment(0)}') ON CONFLICT DO NOTHING"
            )
        self.sessions = {"member": self.session(member), "staff": self.session(staff)}
        return {"group": group, "application": application, "account": member}

    def session(self, account):
        token = secrets.token_bytes(32)
        identifier = self.database.uuid(uuid.uuid4())
        self.database.run(
            "INSERT INTO sessions (id, account_id, token_hash, kind, device, created_at, last_seen_at,"
            f" expires_at, confirmed_at) VALUES ({identifier}, {self.database.uuid(account)},"
            f" {self.database.bytes(hashlib.sha256(token).digest())}, 'full', '', '{moment(0)}', '{moment(0)}',"
            f" '{moment(8)}', '{moment(0)}')"
        )
        return token.hex()

    def get(self, path, who):
        connection = http.client.HTTPConnection("127.0.0.1", self.portal.port, timeout=60)
        began = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": f"balcao={self.sessions[who]}"})
        answer = connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - began) * 1000
        connection.close()
        if answer.status != 200:
            sys.exit(f"{path} answered {answer.status}")
        return took, body.decode()

    def second_page(self):
        _, page = self.get("/aprovacoes?estado=todas", "staff")
        at = page.find("depois=")
        return page[at:].split('"')[0] if at >= 0 else ""


def fill(program, settings, size, postgres):
    if postgres:
        name = settings["BALCAO_DATABASE_URL"].rpartition("/")[2]
        Postgres(postgres).run(f"CREATE DATABASE {name}")
    for command in (["migrate", "up"], ["demo", "--size", size]):
        subprocess.run([program, *command], check=True, env={**os.environ, **settings}, stdout=subprocess.DEVNULL)


def moment(hours):
    at = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=hours)
    return at.strftime("%Y-%m-%dT%H:%M:%S.%f+00:00")


def quantiles(values):
    ordered = sorted(values)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.99) - 1]


def measure(sides):
    words = {name: urllib.parse.quote_plus(value) for name, value in globals().items() if isinstance(value, str)}
    print(f"{'':28} {'small p50':>9} {'p99':>7} {'large p50':>9} {'p99':>7} {'ratio':>6}")
    for who, pages in (("staff", STAFF), ("member", MEMBER)):
        for name, path in pages.items():
            found = [path.format(**words, **side.places, next=side.second_page()) for side in sides]
            times = [[], []]
            for number in range(REQUESTS + 5):
                for side, address, taken in zip(sides, found, times):
                    took, _ = side.get(address, who)
                    if number >= 5:
                        taken.append(took)
            (small, small_worst), (large, large_worst) = map(quantiles, times)
            print(
                f"{name:28} {small:9.1f} {small_worst:7.1f} {large:9.1f} {large_worst:7.1f} {large / small:6.1f}",
                flush=True,
            )


def main():
    program, directory, *postgres = sys.argv[1:]
    sizes = {"small": "0.01", "large": "large"}
    directory = pathlib.Path(directory).resolve()
    sides = [Side(program, directory / name, size, *postgres or [None]) for name, size in sizes.items()]
    with sides[0].portal, sides[1].portal:
        measure(sides)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main()
