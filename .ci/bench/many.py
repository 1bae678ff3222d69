"""Applications straight into the database, in the shape of the demo's own."""

import base64
import contextlib
import hashlib
import os
import random
import sqlite3
import string
from pathlib import Path

import server

ALPHABET = string.ascii_letters + string.digits
PER_GROUP = 10
# 2026-01-01, in milliseconds: identifiers begin with a time.
EPOCH = 1_767_225_600_000

Row = dict[str, object]


def fill(directory: str, count: int, calling: int) -> list[str]:
    """Adds so many approved applications; returns the credentials of some, spread over them all."""
    allow_calls(directory)
    with contextlib.closing(sqlite3.connect(server.database(directory))) as database, database:
        database.row_factory = sqlite3.Row
        model = models(database)
        first = database.execute("SELECT count(*) FROM applications").fetchone()[0]
        credentials = [add(database, model, first + number) for number in range(count)]
    return credentials[:: count // calling][:calling]


def allow_calls(directory: str) -> None:
    """No Trial of SMV ends while it is measured."""
    facts = Path(directory, "catalogue", "smv", "api.toml")
    facts.parent.mkdir(parents=True, exist_ok=True)
    facts.write_text("[plans.trial]\ncalls = 2000000000\ndays = 90\n[plans.pay-per-use]\n")
    server.command(directory, "catalogue", "import", "catalogue")


def models(database: sqlite3.Connection) -> dict[str, Row]:
    """One row of each table, of the same application."""

    def one(query: str, *values: object) -> Row:
        return dict(database.execute(query + " LIMIT 1", values).fetchone())

    application = one(
        "SELECT a.* FROM applications a JOIN apis ON apis.id = a.api_id"
        " WHERE apis.slug = 'smv' AND a.plan = 'trial' AND a.state = 'approved'"
    )
    credential = one("SELECT * FROM credentials WHERE application_id = ?", application["id"])
    return {
        "requests": one("SELECT * FROM requests WHERE id = ?", application["id"]),
        "applications": application,
        "application_plans": one("SELECT * FROM application_plans WHERE application_id = ?", application["id"]),
        "credentials": credential,
        "secrets": one("SELECT * FROM secrets WHERE credential_id = ?", credential["id"]),
        "permission_groups": one("SELECT * FROM permission_groups WHERE id = ?", application["group_id"]),
        "memberships": one("SELECT * FROM memberships WHERE group_id = ?", application["group_id"]),
    }


def add(database: sqlite3.Connection, model: dict[str, Row], number: int) -> str:
    def insert(table: str, **changes: object) -> None:
        row = model[table] | changes
        places = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", list(row.values()))

    if number % PER_GROUP == 0 or "group" not in model:
        group = identifier(number)
        insert("permission_groups", id=group, name=f"Empresa {number}")
        insert("memberships", group_id=group)
        model["group"] = {"id": group}
    application, credential = identifier(number), identifier(number)
    public, secret = text(32), text(48)
    shared = {"group_id": model["group"]["id"], "name": f"Empresa {number} – SMV"}
    insert("requests", id=application, application_id=application, number=f"2025-{number:06}", **shared)
    insert("applications", id=application, **shared)
    insert("application_plans", request_id=application, application_id=application)
    insert("credentials", id=credential, application_id=application, public_key=public)
    insert(
        "secrets",
        id=identifier(number),
        credential_id=credential,
        hash=hashlib.sha256(secret.encode()).digest(),
    )
    return base64.b64encode(f"{public}:{secret}".encode()).decode()


def identifier(number: int) -> bytes:
    """RFC 9562 §5.7."""
    tail = bytearray(os.urandom(10))
    tail[0] = 0x70 | tail[0] & 0x0F
    tail[2] = 0x80 | tail[2] & 0x3F
    return (EPOCH + number).to_bytes(6, "big") + bytes(tail)


def text(length: int) -> str:
    return "".join(random.choices(ALPHABET, k=length))
